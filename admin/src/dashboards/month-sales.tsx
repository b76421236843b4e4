import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Chip } from '../parts/state-chip';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { useTotals } from './use-total';

/** A row of `/api/console/month-sales`: what the platform declares of a worker's VAT in one month. */
type MonthSalesRow = {
  id: number;
  workerId: number;
  workerNumber: string;
  workerNameMasked: string;
  month: string;
  grossFen: number;
  vatFen: number;
  /** A payment of the month reached the threshold, as the law counts it: without VAT, and with sales declared elsewhere. */
  crossed: boolean;
};

/** Small taxpayers with monthly sales of up to 100,000 yuan are exempt; who comes near is worth a look before the payment. */
const near = 8_000_000;

/** Who crosses the VAT threshold in this month, or comes near it. Leaves itself out on a server that does not tell. */
export function MonthSales({ month }: { month: string }): ReactNode {
  const translate = useTranslate();
  const only = useMemo(() => ({ month, grossFen_gte: near }), [month]);
  const [total] = useTotals(useMemo(() => [{ resource: 'month-sales', filter: only }], [only]));
  if (total === undefined || !total.allowed || total.failed) return null;
  const mark = ({ crossed }: MonthSalesRow): string =>
    translate(crossed ? 'dashboard.tax.crossed' : 'dashboard.tax.near');
  const columns: readonly Column<MonthSalesRow>[] = [
    { source: 'workerNumber', kind: 'number', phone: 'note' },
    { source: 'workerNameMasked', phone: 'title' },
    { source: 'grossFen', kind: 'money', phone: 'end' },
    { source: 'vatFen', kind: 'money' },
    {
      source: 'month',
      render: (row) => <Chip tone={row.crossed ? 'bad' : 'wait'}>{mark(row)}</Chip>,
      text: mark,
      phone: 'chip',
    },
  ];
  return (
    <Card title={translate('dashboard.tax.threshold', { month })} sx={{ mb: 1.5 }}>
      {total.count === 0 ? (
        translate('dashboard.tax.nobodyNear')
      ) : (
        <RecordList<MonthSalesRow>
          resource="month-sales"
          columns={columns}
          sort={{ field: 'grossFen', order: 'DESC' }}
          only={only}
          linkOf={({ workerId }) => `/workers/${workerId.toString()}/show`}
        />
      )}
    </Card>
  );
}
