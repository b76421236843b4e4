import type { BatchRow, OperationsFigures } from '@linggong/settlement/api';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { useDistance } from '../parts/time';
import type { Wire } from '../parts/wire';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { BarList, type BarItem } from './bar-list';
import { startOf } from './days';
import { useFigures } from './figures';
import { enterpriseWay, funnelOf, workerWay, type FunnelStep, type StateCount } from './funnel';
import { listAt, Tile, Tiles } from './tile';

const batchStates = ['checking', 'quoted', 'expired', 'confirmed', 'released', 'paying'] as const;
const realNameStates = ['pending', 'verified', 'mismatch', 'no-record', 'error'] as const;

const words = {
  enterprises: { zh: '近 7 天来的企业走到哪一步？', en: 'How far did the enterprises of 7 days get?' },
  workers: { zh: '近 7 天来的灵工走到哪一步？', en: 'How far did the workers of 7 days get?' },
  came: { zh: '已登记', en: 'Came' },
  submitted: { zh: '已提交', en: 'Sent in' },
  approved: { zh: '已审核通过', en: 'Approved' },
  active: { zh: '已启用', en: 'Active' },
} as const;

type BatchListRow = Wire<BatchRow>;
type Figures = Wire<OperationsFigures>;
const openBatches = { state: [...batchStates] };

/** Operator: what is stuck where; who came this week; where do they drop out. One request tells all of it. */
export default function OperatorBoard(): ReactNode {
  const translate = useTranslate();
  const { data, error } = useFigures<Figures>('operations');
  const total = (counts: readonly StateCount[] | undefined): string | undefined =>
    counts === undefined ? undefined : countText(counts.reduce((sum, { count }) => sum + count, 0));
  const since = data === undefined ? '' : startOf(data.since);
  if (error !== null && data === undefined) return <Trouble error={error} />;
  return (
    <>
      <Tiles>
        <Tile
          question={translate('dashboard.operator.newEnterprises')}
          value={total(data?.cameEnterprises)}
          to={listAt('enterprises', { createdAt_gte: since })}
        />
        <Tile
          question={translate('dashboard.operator.newWorkers')}
          value={total(data?.cameWorkers)}
          to={listAt('workers', { registeredAt_gte: since })}
        />
        <Tile
          question={translate('dashboard.operator.openTasks')}
          value={data === undefined ? undefined : countText(countOf(data.tasks, 'published'))}
          to={listAt('tasks', { state: 'published' })}
        />
      </Tiles>
      <OpenBatches />
      {data !== undefined && <Ways data={data} since={since} />}
    </>
  );
}

const countOf = (counts: readonly StateCount[], state: string): number =>
  counts.find((one) => one.state === state)?.count ?? 0;

/** Where batches and checks stand, and how far who came got: each bar opens its rows. */
function Ways({ data, since }: { data: Figures; since: string }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const steps = <Step extends keyof typeof words>(
    found: readonly FunnelStep<Step>[],
    at: (states: readonly string[]) => string,
  ): BarItem[] => found.map(({ step, count, states }) => ({ label: text(words[step]), count, to: at(states) }));
  const bars = (
    kind: string,
    states: readonly string[],
    counts: readonly StateCount[],
    at: (state: string) => string,
  ) =>
    states.map((state) => ({
      label: translate(`state.${kind}.${state}`),
      count: countOf(counts, state),
      to: at(state),
    }));
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'repeat(2, minmax(0, 1fr))' }, gap: 1.5 }}>
      <BarList
        question={text(words.enterprises)}
        items={steps(funnelOf(data.cameEnterprises, enterpriseWay), (states) =>
          listAt('enterprises', { createdAt_gte: since, state: states }),
        )}
      />
      <BarList
        question={text(words.workers)}
        items={steps(funnelOf(data.cameWorkers, workerWay), (states) =>
          listAt('workers', { registeredAt_gte: since, state: states }),
        )}
      />
      <BarList
        question={translate('dashboard.operator.batches')}
        items={bars('batch', batchStates, data.batches, (state) => listAt('settlement-batches', { state }))}
      />
      <BarList
        question={translate('dashboard.operator.workers')}
        items={bars('realName', realNameStates, data.realNames, (state) => listAt('workers', { realNameState: state }))}
      />
    </Box>
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
        none={translate('dashboard.operator.noneStuck')}
      />
    </Card>
  );
}
