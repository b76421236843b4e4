import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { Card, Cards } from '../parts/card';
import { Facts, type Fact } from '../parts/facts';
import { RecordPage } from '../parts/record-page';
import { RowName } from '../parts/row-name';
import { StateChip } from '../parts/state-chip';
import { Day, Instant } from '../parts/time';
import { useMay } from '../session/use-me';
import { AttachFile } from '../sheets/attach-file';
import { GiveSheet } from './give-sheet';
import { isOpen, type ExplanationRecord } from './explanation';
import { KeepSheet } from './keep-sheet';
import { useClockText } from './use-clock-text';

/** One explanation: what is asked and by when, what was said, the papers, and what whoever looks at it can do. */
export default function ExplanationShow(): ReactNode {
  const clock = useClockText();
  return (
    <RecordPage<ExplanationRecord>
      resource="risk-explanations"
      title={({ number }) => number}
      chips={({ state }) => <StateChip kind="explanation" state={state} />}
      facts={(record) => [clock(record)]}
      actions={(record, refresh) => <Actions record={record} refresh={refresh} />}
    >
      {(record) => (
        <Cards>
          <Asked record={record} />
          <Files record={record} />
        </Cards>
      )}
    </RecordPage>
  );
}

function Actions({ record, refresh }: { record: ExplanationRecord; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const [sheet, setSheet] = useState<'give' | 'file' | 'keep' | undefined>(undefined);
  const close = (): void => {
    setSheet(undefined);
  };
  const opens = (name: 'give' | 'file' | 'keep', main = false): ReactNode => (
    <Button
      {...(main ? { variant: 'contained' as const, color: 'primary' as const } : {})}
      onClick={() => {
        setSheet(name);
      }}
    >
      {translate(`explanations.${name}.title`)}
    </Button>
  );
  // What came of a sheet stays in sight when the explanation, read anew, waits for nothing more.
  const waits = isOpen(record.state);
  const gives = waits && may('risk-explanations', 'answer');
  const keeps = waits && may('risk-cases', 'handle') && record.caseId !== undefined;
  return (
    <>
      {gives && opens('file')}
      {gives && opens('give', true)}
      {keeps && opens('keep', true)}
      <AttachFile
        open={sheet === 'file'}
        onClose={close}
        title={translate('explanations.file.title')}
        lead={translate('explanations.file.lead')}
        path={`/api/v1/risk-explanations/${record.id.toString()}/files`}
        onDone={refresh}
      />
      <GiveSheet open={sheet === 'give'} record={record} onClose={close} refresh={refresh} />
      {record.caseId !== undefined && (
        <KeepSheet
          open={sheet === 'keep'}
          caseId={record.caseId}
          explanationId={record.id}
          onClose={close}
          refresh={refresh}
        />
      )}
    </>
  );
}

function Asked({ record }: { record: ExplanationRecord }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const label = (field: string): string => translate(`resources.risk-explanations.fields.${field}`);
  const house: Fact[] =
    record.caseId === undefined
      ? []
      : [
          {
            label: label('partyNumber'),
            value: (
              <RowName
                kind={record.partyKind}
                id={record.enterpriseId ?? record.workerId ?? 0}
                otherwise={record.partyNumber ?? ''}
                linked
              />
            ),
          },
          {
            label: label('caseNumber'),
            value: <Link to={`/risk-cases/${record.caseId.toString()}/show`}>{record.caseNumber}</Link>,
          },
          { label: label('askedBy'), value: actor(record.askedBy ?? '') },
        ];
  const given: Fact[] =
    record.answer === null || record.means === null
      ? []
      : [
          { label: label('answer'), value: <Box sx={{ whiteSpace: 'pre-wrap' }}>{record.answer}</Box> },
          { label: label('means'), value: translate(`explanations.means.${record.means}`) },
          { label: label('answeredOn'), value: <Day day={record.answeredOn} /> },
        ];
  return (
    <Card title={translate('explanations.asked')}>
      <Facts
        facts={[
          { label: label('question'), value: <Box sx={{ whiteSpace: 'pre-wrap' }}>{record.question}</Box> },
          { label: label('dueOn'), value: <Day day={record.dueOn} /> },
          { label: label('askedAt'), value: <Instant at={record.askedAt} /> },
          ...house,
          ...given,
        ]}
      />
    </Card>
  );
}

function Files({ record: { files } }: { record: ExplanationRecord }): ReactNode {
  const translate = useTranslate();
  return (
    <Card title={translate('explanations.files')}>
      {files.length === 0 && <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('explanations.noFiles')}</Box>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1, fontSize: 13 }}>
        {files.map(({ id, name, addedAt, sha256 }) => (
          <Box component="li" key={id} sx={{ overflowWrap: 'anywhere' }}>
            {name}
            <Box sx={{ color: 'tokens.ink3', fontSize: 12 }}>
              <Instant at={addedAt} /> · SHA-256 {sha256.slice(0, 16)}…
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
