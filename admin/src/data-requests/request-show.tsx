import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EndFacts } from '../locked-workers/end-facts';
import { Link } from 'react-router-dom';
import { Card, Cards } from '../parts/card';
import { Facts, type Fact } from '../parts/facts';
import { LifeActions } from '../parts/life-actions';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { Timeline } from '../parts/timeline';
import { useMay } from '../session/use-me';
import { CopyButton } from './copy-button';
import { stepsOfRequest, type RequestRecord } from './data-request';
import { EndSheet } from './end-sheet';

/** One request about a person's data: what was asked, by when it is answered, every step, and the copy for himself. */
export default function RequestShow(): ReactNode {
  const translate = useTranslate();
  return (
    <RecordPage<RequestRecord>
      resource="data-requests"
      title={({ number, kind }) => `${translate(`choice.kind.${kind}`)} ${number}`}
      chips={({ state }) => <StateChip kind="dataRequest" state={state} />}
      facts={({ dueOn }) => [`${translate('resources.data-requests.fields.dueOn')} ${dueOn}`]}
      actions={(record, refresh) => <Actions record={record} refresh={refresh} />}
      aside={({ steps }) => (
        <Timeline
          items={[...steps].reverse().map(({ step, actor, reason, at }) => ({
            at: String(at),
            text: translate(`requests.step.${step}`, { _: step }),
            actor,
            reason,
          }))}
        />
      )}
    >
      {(record) => (
        <Cards>
          <RequestFacts record={record} />
          {record.lockedAt !== null && (
            <Card title={translate('locked.end')}>
              <Box sx={{ fontSize: 13, color: 'tokens.ink2', mb: 1 }}>{translate('locked.requestLead')}</Box>
              <EndFacts
                lockedAt={String(record.lockedAt)}
                keepsUntil={record.keepsUntil === null ? null : String(record.keepsUntil)}
                erasedAt={record.erasedAt === null ? null : String(record.erasedAt)}
              />
            </Card>
          )}
        </Cards>
      )}
    </RecordPage>
  );
}

function Actions({ record, refresh }: { record: RequestRecord; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const [end, setEnd] = useState<'answer' | 'refuse' | undefined>(undefined);
  const steps = stepsOfRequest(record).filter((step) => may('data-requests', step));
  return (
    <>
      <LifeActions
        kind="dataRequest"
        resource="data-requests"
        id={record.id}
        actions={steps
          .filter((step) => step === 'start' || step === 'extend')
          .map((name) => ({ name, reason: name === 'extend' ? ('required' as const) : ('none' as const) }))}
        onDone={refresh}
      />
      {steps.includes('refuse') && (
        <Button
          data-reject=""
          onClick={() => {
            setEnd('refuse');
          }}
        >
          {translate('action.dataRequest.refuse.label')}
        </Button>
      )}
      {steps.includes('answer') && (
        <Button
          variant="contained"
          color="primary"
          data-approve=""
          onClick={() => {
            setEnd('answer');
          }}
        >
          {translate('action.dataRequest.answer.label')}
        </Button>
      )}
      {record.hasCopy && may('data-requests', 'copy-link') && <CopyButton id={record.id} />}
      <EndSheet
        id={record.id}
        end={end}
        onClose={() => {
          setEnd(undefined);
          refresh();
        }}
      />
    </>
  );
}

/** What a request has not come to yet is left out. */
const told = (fact: Fact): readonly Fact[] => (fact.value === null ? [] : [fact]);

function RequestFacts({ record }: { record: RequestRecord }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const label = (field: string): string => translate(`resources.data-requests.fields.${field}`);
  return (
    <Card title={translate('requests.facts')}>
      <Facts
        facts={[
          { label: label('kind'), value: translate(`choice.kind.${record.kind}`) },
          { label: translate('requests.asked'), value: record.asked },
          {
            label: translate('resources.workers.name', { smart_count: 1 }),
            value: may('workers', 'show') ? (
              <Link
                to={`/workers/${record.workerId.toString()}/show`}
              >{`${record.workerName} ${record.workerNumber}`}</Link>
            ) : (
              `${record.workerName} ${record.workerNumber}`
            ),
          },
          { label: label('channel'), value: translate(`choice.channelOfRequest.${record.channel}`) },
          ...told({ label: translate('requests.identityShown'), value: record.identityShown }),
          { label: label('receivedAt'), value: <Instant at={String(record.receivedAt)} /> },
          { label: label('dueOn'), value: record.dueOn },
          ...told({ label: translate('requests.extensionReason'), value: record.extensionReason }),
          ...told({ label: translate('requests.outcome'), value: record.outcome }),
          ...told({ label: translate('requests.basis'), value: record.refusalBasis }),
          ...told({
            label: label('endedAt'),
            value: record.endedAt === null ? null : <Instant at={String(record.endedAt)} />,
          }),
        ]}
      />
    </Card>
  );
}
