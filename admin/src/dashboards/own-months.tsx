import type { OwnMonths as Answer } from '@linggong/settlement/api';
import { Skeleton } from '@mui/material';
import { Suspense, type ReactNode } from 'react';
import { useText2, type Text2 } from '../parts/text2';
import type { Wire } from '../parts/wire';
import { useMay } from '../session/use-me';
import { MonthChart } from './charts';
import { useFigures } from './figures';

/** So many of the latest months are drawn: each figure stands under its bar. */
const shown = 6;

interface OwnMonthsProps {
  question: Text2;
  column: 'grossFen' | 'netFen' | 'taxFen';
}

/** One's own last months: what an enterprise paid, or what a worker earned. Leaves itself out where there is nothing. */
export function OwnMonths({ question, column }: OwnMonthsProps): ReactNode {
  const text = useText2();
  return useMay()('own-months', 'read') ? <Chart question={text(question)} column={column} /> : null;
}

function Chart({ question, column }: { question: string; column: OwnMonthsProps['column'] }): ReactNode {
  const { data, error } = useFigures<Wire<Answer>>('own-months');
  if (data === undefined) return error === null ? <Skeleton variant="rounded" height={290} /> : null;
  const bars = data.months.slice(-shown).map((month) => ({ month: month.month, fen: month[column] }));
  if (bars.every(({ fen }) => fen === 0)) return null;
  return (
    <Suspense fallback={<Skeleton variant="rounded" height={290} />}>
      <MonthChart question={question} months={bars.map(({ month }) => month)} values={bars.map(({ fen }) => fen)} />
    </Suspense>
  );
}
