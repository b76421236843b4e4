import type { FinanceFigures } from '@linggong/settlement/api';
import { Skeleton } from '@mui/material';
import { Suspense, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { lazyPage } from '../lazy-page';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import type { Wire } from '../parts/wire';
import { useMay } from '../session/use-me';
import { MonthChart, useChartAhead } from './charts';
import { startOf } from './days';
import { useFigures } from './figures';
import { listAt, Tile, Tiles } from './tile';

const FinanceBelow = lazyPage(() => import('./finance-below'));

type Figures = Wire<FinanceFigures>;

const words = {
  unmatched: { zh: '来款未认领多少？', en: 'How much came in that is no deposit yet?' },
  unmatchedNote: { zh: '最早', en: 'oldest' },
} as const;

/** Finance: money in, out and held today; what no deposit stands for; what waits for release; what came back. */
export default function FinanceBoard(): ReactNode {
  useChartAhead(MonthChart);
  const translate = useTranslate();
  const { data, error } = useFigures<Figures>('finance');
  if (error !== null && data === undefined) return <Trouble error={error} />;
  const months = data?.months ?? [];
  return (
    <>
      <MoneyTiles data={data} />
      {data === undefined ? (
        <Skeleton variant="rounded" height={290} />
      ) : (
        <Suspense fallback={<Skeleton variant="rounded" height={290} />}>
          <FinanceBelow channels={data.channels} day={data.day} />
          <MonthChart
            question={translate('dashboard.finance.byMonth')}
            months={months.map(({ month }) => month)}
            values={months.map(({ netFen }) => netFen)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Six figures, each opening the rows that it counts. */
function MoneyTiles({ data }: { data: Figures | undefined }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const may = useMay();
  const since = data === undefined ? '' : startOf(data.day);
  const tile = (
    name: 'in' | 'out' | 'toRelease' | 'back' | 'held',
    [fen, count]: readonly [number | undefined, number | undefined],
    [resource, filter]: readonly [string, Readonly<Record<string, unknown>>],
  ): ReactNode => (
    <Tile
      key={name}
      question={translate(`dashboard.finance.${name}`)}
      value={fen === undefined ? undefined : <Money fen={fen} />}
      note={count === undefined ? undefined : translate(`dashboard.finance.${name}Note`, { count: countText(count) })}
      {...(may(resource, 'list') ? { to: listAt(resource, filter) } : {})}
    />
  );
  const { depositsToday, paidToday, heldFen, unmatched, toRelease, cameBack } = data ?? {};
  return (
    <Tiles>
      {tile('in', [depositsToday?.grossFen, depositsToday?.count], ['deposits', { receivedAt_gte: since }])}
      {tile('out', [paidToday?.netFen, paidToday?.count], ['orders', { state: 'paid', paidAt_gte: since }])}
      {tile('held', [heldFen, undefined], ['ledger-accounts', { prepaid: true }])}
      <Tile
        question={text(words.unmatched)}
        value={unmatched === undefined ? undefined : <Money fen={unmatched.amountFen} />}
        note={
          unmatched === undefined
            ? undefined
            : [
                translate('dashboard.finance.inNote', { count: countText(unmatched.count) }),
                ...(unmatched.oldestOn === null ? [] : [`${text(words.unmatchedNote)} ${unmatched.oldestOn}`]),
              ].join(' · ')
        }
        {...(may('statement-lines', 'list') ? { to: listAt('statement-lines', unmatchedRows) } : {})}
      />
      {tile('toRelease', [toRelease?.netFen, toRelease?.count], ['settlement-batches', { state: 'confirmed' }])}
      {tile('back', [cameBack?.netFen, cameBack?.count], ['orders', { state: ['failed', 'returned'] }])}
    </Tiles>
  );
}

const unmatchedRows = { unregistered: true };
