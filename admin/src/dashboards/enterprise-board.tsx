import type { BatchRow } from '@linggong/settlement/api';
import { Box, Button } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { Money } from '../parts/money';
import { countText, nothing } from '../parts/money-text';
import type { Me } from '../session/me';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { startOf, today } from './days';
import { OwnMonths } from './own-months';
import { listAt, Tile, Tiles } from './tile';
import { sumOf, useTotals, type Total, type TotalWish } from './use-total';

const batchColumns: readonly Column<BatchRow>[] = [
  { source: 'number', kind: 'number', phone: 'title' },
  { source: 'fileName', kind: 'text', phone: 'note' },
  { source: 'lineCount', kind: 'count' },
  { source: 'netFen', kind: 'money', phone: 'end' },
  { source: 'state', state: 'batch', phone: 'chip' },
  { source: 'uploadedAt', kind: 'instant', phone: 'note' },
];

const byMonth = { zh: '近几个月每月实发多少？（元）', en: 'How much was paid out each month? (yuan)' } as const;

/** Enterprise: my deposit, my batches, my tasks, what is asked of me. */
export function EnterpriseBoard({ me }: { me: Me }): ReactNode {
  const translate = useTranslate();
  const month = useMemo(() => startOf(`${today().slice(0, 7)}-01`), []);
  const own = me.account.enterpriseId;
  const wishes = useMemo<TotalWish[]>(
    () => [
      { resource: 'ledger-accounts', filter: { code: 'deposit:', enterpriseId: own ?? 0 } },
      { resource: 'orders', filter: { state: 'paid', paidAt_gte: month } },
      // A task that has ended takes nobody any more, though what was done for it is still accepted and paid.
      { resource: 'tasks', filter: { state: 'published', endsOn_gte: today() } },
      { resource: 'engagements', filter: { state: 'delivered' } },
    ],
    [month, own],
  );
  const [deposit, paid, tasks, delivered] = useTotals(wishes);
  const count = (total: typeof tasks): ReactNode => (total?.count === undefined ? undefined : countText(total.count));
  return (
    <>
      <Tiles>
        {deposit?.allowed === true && <DepositTile deposit={deposit} />}
        <Tile
          question={translate('dashboard.enterprise.paid')}
          value={paid?.count === undefined ? undefined : <Money fen={sumOf(paid, 'netFen')} />}
          note={translate('dashboard.enterprise.orders', { count: countText(paid?.count) })}
          to={listAt('orders', wishes[1]?.filter ?? {})}
        />
        <Tile
          question={translate('dashboard.enterprise.tasks')}
          value={count(tasks)}
          to={listAt('tasks', wishes[2]?.filter ?? {})}
        />
        <Tile
          question={translate('dashboard.enterprise.toAccept')}
          value={count(delivered)}
          to={listAt('engagements', { state: 'delivered' })}
        />
      </Tiles>
      <BatchesCard />
      <Box sx={{ mt: 1.5 }}>
        <OwnMonths question={byMonth} column="netFen" />
      </Box>
    </>
  );
}

/** The balance of a liability account is negative for money that is there; what is held is no longer free. */
function DepositTile({ deposit }: { deposit: Total }): ReactNode {
  const translate = useTranslate();
  const balance = sumOf(deposit, 'balanceFen');
  const held = sumOf(deposit, 'heldFen');
  const known = balance !== undefined && held !== undefined;
  return (
    <Tile
      question={translate('dashboard.enterprise.deposit')}
      value={known ? <Money fen={-balance - held} /> : deposit.count === undefined ? undefined : nothing}
      note={
        known ? (
          <>
            {translate('dashboard.enterprise.held')} <Money fen={held} />
          </>
        ) : undefined
      }
      to="/deposits"
    />
  );
}

function BatchesCard(): ReactNode {
  const translate = useTranslate();
  const upload = useMay()('settlement-batches', 'create');
  const button = (
    <Button size="small" color="primary" component={Link} to="/settlement-batches/create">
      {translate('batch.upload.action')}
    </Button>
  );
  return (
    <Card title={translate('dashboard.enterprise.batches')} action={upload ? button : undefined}>
      <RecordList<BatchRow>
        resource="settlement-batches"
        columns={batchColumns}
        sort={{ field: 'uploadedAt', order: 'DESC' }}
        only={{}}
      />
    </Card>
  );
}
