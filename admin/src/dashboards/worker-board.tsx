import type { OrderRow } from '@linggong/settlement/api';
import { Box } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { orderColumns } from '../orders/order-columns';
import { Card } from '../parts/card';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import type { Me } from '../session/me';
import { may } from '../session/rights';
import { RecordList } from '../table/record-list';
import { TaxYearCard } from '../workers/tax-year';
import { startOf, today } from './days';
import { FirstStepsCard } from './first-steps-card';
import { OwnMonths } from './own-months';
import { listAt, Tile, Tiles } from './tile';
import { sumOf, useTotals, type TotalWish } from './use-total';

const own = orderColumns.filter(({ source }) => source !== 'workerNameMasked' && source !== 'enterpriseName');
const columns = [
  { source: 'enterpriseName', kind: 'text', phone: 'title' } as const,
  ...own.map((column) => (column.source === 'number' ? { ...column, phone: 'note' as const } : column)),
];

const byMonth = { zh: '近几个月每月到手多少？（元）', en: 'How much did I receive each month? (yuan)' } as const;

/** Worker: what I earned, what was withheld and why (every order opens its computation), my tasks and contracts. */
export default function WorkerBoard({ me }: { me: Me }): ReactNode {
  const translate = useTranslate();
  const year = useMemo(() => startOf(`${today().slice(0, 4)}-01-01`), []);
  const wishes = useMemo<TotalWish[]>(
    () => [
      { resource: 'orders', filter: { state: 'paid', paidAt_gte: year } },
      { resource: 'engagements', filter: { state: ['engaged', 'delivered'] } },
      { resource: 'contracts', filter: { state: 'signed' } },
    ],
    [year],
  );
  const [paid, tasks, contracts] = useTotals(wishes);
  const money = (column: string): ReactNode =>
    paid?.count === undefined ? undefined : <Money fen={sumOf(paid, column)} />;
  return (
    <>
      {me.account.workerId !== undefined && <FirstStepsCard workerId={me.account.workerId} />}
      <Tiles>
        <Tile
          question={translate('dashboard.worker.earned')}
          value={money('netFen')}
          note={translate('dashboard.worker.orders', { count: countText(paid?.count) })}
          to={listAt('orders', { state: 'paid' })}
        />
        <Tile
          question={translate('dashboard.worker.withheld')}
          value={money('incomeTaxFen')}
          note={translate('dashboard.worker.why')}
          to={listAt('orders', { state: 'paid' })}
        />
        {tasks?.allowed === true && (
          <Tile
            question={translate('dashboard.worker.tasks')}
            value={tasks.count === undefined ? undefined : countText(tasks.count)}
            to="/engagements"
          />
        )}
        {contracts?.allowed === true && (
          <Tile
            question={translate('dashboard.worker.contracts')}
            value={contracts.count === undefined ? undefined : countText(contracts.count)}
            to="/contracts"
          />
        )}
      </Tiles>
      {me.account.workerId !== undefined && may(me, 'tax-year', 'read') && (
        <Box sx={{ mb: 1.5 }}>
          <TaxYearCard workerId={me.account.workerId} />
        </Box>
      )}
      <Box sx={{ mb: 1.5 }}>
        <OwnMonths question={byMonth} column="netFen" />
      </Box>
      <Card title={translate('dashboard.worker.latest')} sx={{ mb: 1.5 }}>
        <RecordList<OrderRow> resource="orders" columns={columns} sort={{ field: 'id', order: 'DESC' }} only={{}} />
      </Card>
    </>
  );
}
