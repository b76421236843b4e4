import type { RiskFigures } from '@linggong/risk/api';
import { addDays } from '@linggong/core/domain';
import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card, Cards } from '../parts/card';
import { countText } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import type { Wire } from '../parts/wire';
import { call } from '../provider';
import { useMay, useMe } from '../session/use-me';
import { DecisionChart, useChartAhead } from './charts';
import { today } from './days';
import { HourHeat } from './hour-heat';
import { RuleTable } from './rule-table';
import { listAt, Tile, Tiles } from './tile';
import { useTotals, type TotalWish } from './use-total';

const CaseMap = lazy(() => import('./case-map'));
const MigrationCard = lazy(() => import('./migration-card'));

type Figures = Wire<RiskFigures>;
const unsettled = ['open', 'in-hand', 'waiting'];
/** So many days are looked back on. */
const days = 30;

/** Risk officer: what waits and how late, which rules fire and are right, what was decided, where and when. */
export default function RiskBoard(): ReactNode {
  useChartAhead(DecisionChart);
  const may = useMay();
  const translate = useTranslate();
  const [from, to] = useMemo(() => [addDays(today(), 1 - days), today()], []);
  const { data, error } = useQuery({
    queryKey: ['risk-figures', from, to],
    queryFn: async ({ signal }) => {
      const { json } = await call(`/api/v1/risk-figures?from=${from ?? ''}&to=${to ?? ''}`, { signal });
      // The route answers with the schema `riskFigures`.
      return json as Figures;
    },
    retry: false,
    refetchInterval: 300_000,
  });
  return (
    <Cards>
      <Queue />
      {from !== undefined && to !== undefined && <RuleTable from={from} to={to} />}
      {may('enterprise-ratings', 'list') && (
        <Suspense fallback={null}>
          <MigrationCard />
        </Suspense>
      )}
      {error !== null && <Trouble error={error} />}
      {data !== undefined && (
        <>
          <Suspense fallback={<Card title={translate('dashboard.risk.decisions')}>{null}</Card>}>
            <DecisionChart from={data.from} to={data.to} days={data.days} />
          </Suspense>
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
              gap: 1.5,
              alignItems: 'start',
            }}
          >
            <Suspense fallback={<Card title={translate('dashboard.risk.regions')}>{null}</Card>}>
              <CaseMap from={data.from} regions={data.regions} elsewhere={data.elsewhere} />
            </Suspense>
            <HourHeat hours={data.hours} />
          </Box>
        </>
      )}
    </Cards>
  );
}

/** The queue and its clocks, each figure a list. */
function Queue(): ReactNode {
  const translate = useTranslate();
  const me = useMe()?.account.id;
  // To the minute, so that the question stays the same while the page is looked at.
  const now = useMemo(() => `${new Date().toISOString().slice(0, 16)}:00.000Z`, []);
  const wishes = useMemo<TotalWish[]>(
    () => [
      { resource: 'risk-cases', filter: { state: 'open' } },
      { resource: 'risk-cases', filter: { state: unsettled, dueAt_lte: now } },
      { resource: 'risk-cases', filter: { state: unsettled, owner: me ?? 0 } },
      { resource: 'risk-cases', filter: { state: unsettled, severity: 'critical' } },
      { resource: 'settlement-batches', filter: { state: 'quoted', awaitsRisk: ['class-review', 'batch-review'] } },
      { resource: 'inspection-items', filter: { state: 'open' } },
    ],
    [me, now],
  );
  const totals = useTotals(wishes);
  const names = ['open', 'late', 'mine', 'critical', 'batches', 'samples'] as const;
  return (
    <Box>
      <Tiles>
        {names.map((name, index) => (
          <Tile
            key={name}
            question={translate(`dashboard.risk.${name}`)}
            value={totals[index]?.count === undefined ? undefined : countText(totals[index].count)}
            failed={totals[index]?.failed ?? false}
            to={listAt(wishes[index]?.resource ?? '', wishes[index]?.filter ?? {})}
          />
        ))}
      </Tiles>
      <Button component={Link} to="/risk-board" size="small">
        {translate('riskCases.board')}
      </Button>
    </Box>
  );
}
