import type { ExplanationParty } from '@linggong/risk/domain';
import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { ExplanationRow } from '../explanations/explanation';
import { useClockText } from '../explanations/use-clock-text';
import { Card } from '../parts/card';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { AskExplanation } from './ask-explanation';
import { measureTargets, type CaseRecord } from './risk-case';

interface ExplanationsProps {
  record: CaseRecord;
  refresh: () => void;
}

/** What the parties of a case were asked to explain, by when, and how it stands; each opens its page. */
export function Explanations({ record, refresh }: ExplanationsProps): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const clock = useClockText();
  const [open, setOpen] = useState(false);
  const parties: ExplanationParty[] = measureTargets(record).map(({ kind }) => kind);
  if (parties.length === 0 || !may('risk-explanations', 'list')) return null;
  const asks = may('risk-cases', 'handle') && record.state !== 'closed';
  const button = (
    <Button
      size="small"
      onClick={() => {
        setOpen(true);
      }}
    >
      {translate('explanations.ask.title')}
    </Button>
  );
  const columns: readonly Column<ExplanationRow>[] = [
    { source: 'number', kind: 'number', phone: 'title' },
    {
      source: 'partyKind',
      render: ({ partyKind }) => translate(`riskCases.subject.${partyKind}`),
      text: ({ partyKind }) => translate(`riskCases.subject.${partyKind}`),
      phone: 'note',
    },
    { source: 'state', state: 'explanation', phone: 'chip' },
    { source: 'dueOn', render: clock, text: clock, phone: 'end' },
  ];
  return (
    <>
      <Card title={translate('resources.risk-explanations.name')} action={asks && button}>
        <RecordList<ExplanationRow>
          resource="risk-explanations"
          columns={columns}
          sort={{ field: 'askedAt', order: 'DESC' }}
          only={{ caseId: record.id }}
        />
      </Card>
      <AskExplanation
        caseId={record.id}
        parties={parties}
        open={open}
        onClose={() => {
          setOpen(false);
        }}
        refresh={refresh}
      />
    </>
  );
}
