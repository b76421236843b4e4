import type { RegulatorFigures } from '@linggong/settlement/api';
import { addMonths } from '@linggong/core/domain';
import { Box, Button, MenuItem, Skeleton, TextField } from '@mui/material';
import { Suspense, useMemo, useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import type { Wire } from '../parts/wire';
import { useMay } from '../session/use-me';
import { MonthChart, useChartAhead } from './charts';
import { today } from './days';
import { useFigures } from './figures';
import { MonthTable, PlaceTable } from './regulator-tables';
import { words } from './regulator-words';
import { listAt, Tile, Tiles } from './tile';

type Regulator = Wire<RegulatorFigures>;

/** Whole periods that are asked for: the present month, half a year, a year, two. */
const lengths = [1, 6, 12, 24] as const;

/** The regulator (监管看板): enterprises, workers, income and tax by month and by place, each table as a file. */
export default function RegulatorBoard(): ReactNode {
  useChartAhead(MonthChart);
  const text = useText2();
  const [length, setLength] = useState<number>(12);
  const [from, to] = useMemo(() => {
    const month = today().slice(0, 7);
    return [addMonths(month, 1 - length), month] as const;
  }, [length]);
  const { data, error } = useFigures<Regulator>(`regulator?from=${from}&to=${to}`, true);
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1.5, mb: 1.5 }}>
        <TextField
          select
          size="small"
          label={text(words.period)}
          value={length}
          onChange={({ target }) => {
            setLength(Number(target.value));
          }}
          sx={{ minWidth: 220 }}
        >
          {lengths.map((months) => (
            <MenuItem key={months} value={months}>
              {text(words.lengths[months])}
            </MenuItem>
          ))}
        </TextField>
        <LiveLink />
      </Box>
      {error !== null && <Trouble error={error} />}
      {error === null && data === undefined && <Skeleton variant="rounded" height={320} />}
      {data !== undefined && <Figures data={data} />}
    </>
  );
}

function LiveLink(): ReactNode {
  const text = useText2();
  return useMay()('live-board', 'read') ? (
    <Button component={Link} to="/live-board" size="small">
      {text(words.live)}
    </Button>
  ) : null;
}

function Figures({ data }: { data: Regulator }): ReactNode {
  const text = useText2();
  const may = useMay();
  const of = (states: Regulator['workers'], state: string): string =>
    countText(states.find((one) => one.state === state)?.count ?? 0);
  const sum = (column: 'grossFen' | 'taxFen' | 'count'): number =>
    data.months.reduce((total, month) => total + month[column], 0);
  /** The rows that a tile counts, for who may see them. */
  const rows = (resource: string, filter: Readonly<Record<string, unknown>>): { to?: string } =>
    may(resource, 'list') ? { to: listAt(resource, filter) } : {};
  return (
    <>
      <Tiles>
        <Tile
          question={text(words.enterprises)}
          value={of(data.enterprises, 'active')}
          {...rows('enterprises', { state: 'active' })}
        />
        <Tile
          question={text(words.workers)}
          value={of(data.workers, 'active')}
          {...rows('workers', { state: 'active' })}
        />
        <Tile
          question={text(words.tasks)}
          value={of(data.tasks, 'published')}
          {...rows('tasks', { state: 'published' })}
        />
        <Tile
          question={text(words.payments)}
          value={countText(sum('count'))}
          {...rows('orders', { state: 'paid', taxDay_gte: `${data.from}-01` })}
        />
        <Tile question={text(words.income)} value={<Money fen={sum('grossFen')} sign />} />
        <Tile question={text(words.tax)} value={<Money fen={sum('taxFen')} sign />} {...rows('tax-periods', {})} />
      </Tiles>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>
        {data.months.length > 1 && (
          <Suspense fallback={<Skeleton variant="rounded" height={290} />}>
            <MonthChart
              question={text(words.taxByMonth)}
              months={data.months.slice(-6).map(({ month }) => month)}
              values={data.months.slice(-6).map(({ taxFen }) => taxFen)}
            />
          </Suspense>
        )}
        <MonthTable months={data.months} />
        <PlaceTable places={data.places} from={data.from} to={data.to} />
      </Box>
    </>
  );
}
