import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { CheckRow } from './check';

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'outcome', kind: 'state', states: 'checkOutcome' },
  { source: 'subjectKind', kind: 'choice', choices: ['worker', 'bank-card', 'enterprise'] },
  { source: 'checkedAt_gte', kind: 'from' },
  { source: 'checkedAt_lte', kind: 'until' },
];

/** Evidence of identity checks (核验存证): what was asked of whom, and what a register said. */
export default function CheckList(): ReactNode {
  const translate = useTranslate();
  const subjectOf = ({ subjectKind }: CheckRow): string => translate(`choice.subjectKind.${subjectKind}`);
  const providerOf = ({ provider }: CheckRow): string => translate(`vendor.names.${provider}`, { _: provider });
  const columns: readonly Column<CheckRow>[] = [
    { source: 'code', kind: 'number', phone: 'title' },
    { source: 'subjectKind', render: subjectOf, text: subjectOf, phone: 'note' },
    { source: 'outcome', state: 'checkOutcome', sortable: true, phone: 'chip' },
    { source: 'provider', render: providerOf, text: providerOf, phone: 'note' },
    { source: 'providerCode' },
    { source: 'costFen', kind: 'money', phone: 'end' },
    { source: 'attempts', kind: 'count', hidden: true },
    { source: 'checkedAt', kind: 'instant', sortable: true },
  ];
  return (
    <RecordList<CheckRow>
      resource="real-name-checks"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'checkedAt', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.checkOutcome.mismatch'), filter: { outcome: 'mismatch' } },
        { label: translate('state.checkOutcome.error'), filter: { outcome: 'error' } },
      ]}
    />
  );
}
