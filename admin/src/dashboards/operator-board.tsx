import { Box } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../parts/money-text';
import type { BatchRow } from '@linggong/settlement/api';
import { Card } from '../parts/card';
import { useDistance } from '../parts/time';
import type { Wire } from '../parts/wire';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { BarList } from './bar-list';
import { startOf, weekAgo } from './days';
import { listAt, Tile, Tiles } from './tile';
import { useTotals, type TotalWish } from './use-total';

const batchStates = ['checking', 'quoted', 'expired', 'confirmed', 'released', 'paying'] as const;
const enterpriseStates = ['draft', 'submitted', 'rejected', 'approved', 'active'] as const;
const realNameStates = ['pending', 'verified', 'mismatch', 'no-record', 'error'] as const;

type BatchListRow = Wire<BatchRow>;
const openBatches = { state: [...batchStates] };

/** Operator: what is stuck where; who came this week; where do they drop out. */
export function OperatorBoard(): ReactNode {
  const translate = useTranslate();
  const since = useMemo(() => startOf(weekAgo()), []);
  const wishes = useMemo<TotalWish[]>(
    () => [
      { resource: 'enterprises', filter: { createdAt_gte: since } },
      { resource: 'workers', filter: { registeredAt_gte: since } },
      { resource: 'tasks', filter: { state: 'published' } },
      ...batchStates.map((state) => ({ resource: 'settlement-batches', filter: { state } })),
      ...enterpriseStates.map((state) => ({ resource: 'enterprises', filter: { state } })),
      ...realNameStates.map((realNameState) => ({ resource: 'workers', filter: { realNameState } })),
    ],
    [since],
  );
  const totals = useTotals(wishes);
  const [enterprises, workers, tasks] = totals;
  const bars = (offset: number, states: readonly string[], kind: string) =>
    states.map((state, index) => ({
      label: translate(`state.${kind}.${state}`),
      count: totals[offset + index]?.count,
      to: listAt(wishes[offset + index]?.resource ?? '', wishes[offset + index]?.filter ?? {}),
    }));
  const tile = (key: string, index: number, total: (typeof totals)[number] | undefined): ReactNode => (
    <Tile
      question={translate(`dashboard.operator.${key}`)}
      value={total?.count === undefined ? undefined : countText(total.count)}
      failed={total?.failed ?? false}
      to={listAt(wishes[index]?.resource ?? '', wishes[index]?.filter ?? {})}
    />
  );
  return (
    <>
      <Tiles>
        {tile('newEnterprises', 0, enterprises)}
        {tile('newWorkers', 1, workers)}
        {tile('openTasks', 2, tasks)}
      </Tiles>
      <OpenBatches />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'repeat(3, minmax(0, 1fr))' }, gap: 1.5 }}>
        <BarList question={translate('dashboard.operator.batches')} items={bars(3, batchStates, 'batch')} />
        <BarList
          question={translate('dashboard.operator.enterprises')}
          items={bars(3 + batchStates.length, enterpriseStates, 'enterprise')}
        />
        <BarList
          question={translate('dashboard.operator.workers')}
          items={bars(3 + batchStates.length + enterpriseStates.length, realNameStates, 'realName')}
        />
      </Box>
    </>
  );
}

/** Which batches are not done, where each stands and since when: the oldest first. */
function OpenBatches(): ReactNode {
  const translate = useTranslate();
  const distance = useDistance();
  const age = ({ uploadedAt }: BatchListRow): string => distance(uploadedAt);
  const columns: readonly Column<BatchListRow>[] = [
    { source: 'number', kind: 'number', phone: 'title' },
    { source: 'enterpriseName', kind: 'text', phone: 'note' },
    { source: 'state', state: 'batch', phone: 'chip' },
    { source: 'lineCount', kind: 'count' },
    { source: 'blockedCount', kind: 'count' },
    { source: 'heldCount', kind: 'count' },
    { source: 'netFen', kind: 'money', phone: 'end' },
    { source: 'uploadedAt', render: age, text: age, phone: 'note' },
  ];
  return (
    <Card title={translate('dashboard.operator.stuck')} sx={{ mb: 1.5 }}>
      <RecordList<BatchListRow>
        resource="settlement-batches"
        columns={columns}
        sort={{ field: 'uploadedAt', order: 'ASC' }}
        only={openBatches}
      />
    </Card>
  );
}
