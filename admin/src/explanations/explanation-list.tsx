import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { RowName } from '../parts/row-name';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { ExplanationRow } from './explanation';
import { useClockText } from './use-clock-text';

const filters: readonly Filter[] = [
  { source: 'number', kind: 'text' },
  { source: 'state', kind: 'state', states: 'explanation' },
];
const open = { state: ['waiting', 'late'] };

/** What parties are asked to explain (说明, R8.5): staff see all of it with its clocks, a party its own in plain words. */
export default function ExplanationList(): ReactNode {
  const translate = useTranslate();
  const house = useMay()('risk-cases', 'show');
  const clock = useClockText();
  const party: readonly Column<ExplanationRow>[] = [
    {
      source: 'partyNumber',
      render: ({ partyKind, enterpriseId, workerId, partyNumber }) => (
        <RowName kind={partyKind} id={enterpriseId ?? workerId ?? 0} otherwise={partyNumber ?? ''} linked />
      ),
      text: ({ partyNumber }) => partyNumber ?? '',
      phone: 'note',
    },
    {
      source: 'caseNumber',
      render: ({ caseId, caseNumber }) => <Link to={`/risk-cases/${(caseId ?? 0).toString()}/show`}>{caseNumber}</Link>,
      text: ({ caseNumber }) => caseNumber ?? '',
    },
  ];
  return (
    <RecordList<ExplanationRow>
      resource="risk-explanations"
      columns={[
        { source: 'question', kind: 'text', phone: 'title' },
        { source: 'state', state: 'explanation', phone: 'chip' },
        { source: 'dueOn', render: clock, text: clock, sortable: true, phone: 'end' },
        ...(house ? party : []),
        { source: 'number', kind: 'number', sortable: true, phone: 'note' },
        { source: 'askedAt', kind: 'instant', sortable: true, hidden: true },
        { source: 'answeredOn', kind: 'day', hidden: true },
      ]}
      filters={filters}
      sort={{ field: 'dueOn', order: 'ASC' }}
      first={open}
      views={[
        { label: translate('explanations.open'), filter: open },
        { label: translate('views.all'), filter: {} },
      ]}
    />
  );
}
