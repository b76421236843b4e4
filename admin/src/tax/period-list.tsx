import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { DueDay } from './due-day';
import type { TaxPeriodRow } from './tax';

const columns: readonly Column<TaxPeriodRow>[] = [
  { source: 'month', kind: 'day', sortable: true, phone: 'title' },
  { source: 'state', state: 'taxPeriod', phone: 'chip' },
  { source: 'dueOn', kind: 'day', render: (period) => <DueDay period={period} />, sortable: true, phone: 'note' },
  { source: 'workerCount', kind: 'count', phone: 'note' },
  { source: 'recordCount', kind: 'count' },
  { source: 'grossFen', kind: 'money' },
  { source: 'vatFen', kind: 'money' },
  { source: 'surchargeFen', kind: 'money' },
  { source: 'incomeTaxFen', kind: 'money', phone: 'end' },
];

const filters: readonly Filter[] = [
  { source: 'state', kind: 'state', states: 'taxPeriod' },
  { source: 'month', kind: 'month' },
];

/** Filing periods (申报期), one a month; due on the 15th of the next. */
export default function TaxPeriodList(): ReactNode {
  const translate = useTranslate();
  return (
    <RecordList<TaxPeriodRow>
      resource="tax-periods"
      columns={columns}
      filters={filters}
      sort={{ field: 'month', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.taxPeriod.open'), filter: { state: 'open' } },
      ]}
    />
  );
}
