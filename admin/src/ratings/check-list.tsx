import { creditSources } from '@linggong/risk/api';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { nothing } from '../parts/money-text';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { CheckRow } from './rating';
import { useCode, useWords } from './words';

/** Checks of enterprises at registers of credit (信用核查). */
export default function CheckList(): ReactNode {
  const translate = useTranslate();
  const word = useWords();
  const code = useCode();
  const yes = (value: boolean | null): string => (value === null ? nothing : word(value ? 'yes' : 'no'));
  const columns: readonly Column<CheckRow>[] = [
    { source: 'number', kind: 'number', phone: 'note', sortable: true },
    {
      source: 'enterpriseName',
      phone: 'title',
      render: ({ enterpriseId, enterpriseName }) => (
        <Link to={`/enterprise-ratings/${enterpriseId.toString()}/show`}>{enterpriseName}</Link>
      ),
      text: ({ enterpriseName }) => enterpriseName,
    },
    { source: 'outcome', state: 'creditOutcome', phone: 'chip' },
    { source: 'registerState', state: 'registerState' },
    { source: 'dishonest', render: (row) => yes(row.dishonest), text: (row) => yes(row.dishonest) },
    { source: 'abnormal', render: (row) => yes(row.abnormal), text: (row) => yes(row.abnormal) },
    { source: 'changed', kind: 'count' },
    { source: 'source', render: (row) => code(row.source), text: (row) => code(row.source), phone: 'end' },
    { source: 'costFen', kind: 'money', hidden: true },
    { source: 'checkedAt', kind: 'instant', sortable: true },
  ];
  const filters: readonly Filter[] = [
    { source: 'number', kind: 'text' },
    { source: 'outcome', kind: 'state', states: 'creditOutcome' },
    { source: 'registerState', kind: 'state', states: 'registerState' },
    { source: 'source', kind: 'pick', options: creditSources.map((value) => ({ value, label: code(value) })) },
    { source: 'checkedAt_gte', kind: 'from' },
    { source: 'checkedAt_lte', kind: 'until' },
  ];
  return (
    <RecordList<CheckRow>
      resource="credit-checks"
      columns={columns}
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.creditOutcome.no-record'), filter: { outcome: 'no-record' } },
        { label: translate('state.creditOutcome.unanswered'), filter: { outcome: 'unanswered' } },
      ]}
    />
  );
}
