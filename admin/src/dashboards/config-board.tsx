import { addDays } from '@linggong/core/domain';
import { Alert, Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { nameOf, type ConfigurationRow } from '../configurations/configuration';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { useText2, type Text2 } from '../parts/text2';
import { call } from '../provider';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { BarList } from './bar-list';
import { daysUntil, today } from './days';
import { listAt, Tile, Tiles } from './tile';
import { useTotals, type TotalWish } from './use-total';

const resource = 'configurations';
const states = ['draft', 'checked', 'replayed', 'submitted', 'scheduled'] as const;
/** So many days ahead reviews are told. */
const soonDays = 30;

/** Config operator and approver: what is in force, being written, waiting, scheduled, in the shadow, to be reviewed. */
export default function ConfigBoard(): ReactNode {
  const translate = useTranslate();
  const soon = useMemo(() => ({ reviewBy_lte: addDays(today(), soonDays) }), []);
  const wishes = useMemo<TotalWish[]>(
    () => [
      { resource, filter: { isInForce: true } },
      { resource, filter: { openState: ['draft', 'checked', 'replayed'] } },
      { resource, filter: { openState: ['submitted'] } },
      { resource, filter: { openState: ['scheduled'] } },
      { resource, filter: { isShadowing: true } },
      { resource, filter: soon },
      ...states.map((state) => ({ resource, filter: { openState: [state] } })),
    ],
    [soon],
  );
  const totals = useTotals(wishes);
  const names = ['inForce', 'drafts', 'waiting', 'scheduled', 'shadowing', 'review'] as const;
  if (totals[0]?.allowed !== true) return null;
  return (
    <>
      <CalendarGap />
      <Tiles>
        {names.map((name, index) => (
          <Tile
            key={name}
            question={translate(`dashboard.configuration.${name}`)}
            value={totals[index]?.count === undefined ? undefined : countText(totals[index].count)}
            failed={totals[index]?.failed ?? false}
            to={listAt(resource, wishes[index]?.filter ?? {})}
          />
        ))}
      </Tiles>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 2fr' },
          gap: 1.5,
          alignItems: 'start',
        }}
      >
        <BarList
          question={translate('dashboard.configuration.next')}
          items={states.map((state, index) => ({
            label: translate(`state.configurationVersion.${state}`),
            count: totals[names.length + index]?.count,
            to: listAt(resource, wishes[names.length + index]?.filter ?? {}),
          }))}
        />
        <Reviews only={soon} />
      </Box>
    </>
  );
}

/** What is to be looked at again, the most urgent first. */
function Reviews({ only }: { only: Record<string, unknown> }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const left = ({ reviewBy }: ConfigurationRow): string => {
    const days = reviewBy === null ? 0 : daysUntil(reviewBy);
    return translate(days < 0 ? 'dashboard.lateFor.days' : 'dashboard.leftFor.days', { smart_count: Math.abs(days) });
  };
  const named = (row: ConfigurationRow): string => text(nameOf(row));
  const kind = (row: ConfigurationRow): string => translate(`configuration.kind.${row.kind}.name`);
  const columns: readonly Column<ConfigurationRow>[] = [
    { source: 'nameZh', render: named, text: named, phone: 'title' },
    { source: 'kind', render: kind, text: kind, phone: 'note' },
    { source: 'reviewBy', kind: 'day', phone: 'note' },
    { source: 'id', render: left, text: left, phone: 'end' },
  ];
  return (
    <Card title={translate('dashboard.configuration.reviews')}>
      <RecordList<ConfigurationRow>
        resource={resource}
        columns={columns}
        sort={{ field: 'reviewBy', order: 'ASC' }}
        only={only}
        none={translate('dashboard.configuration.noReviews')}
      />
    </Card>
  );
}

/** The calendar lacks a year: clocks and banks would count holidays as working days (年度缺失预警). */
function CalendarGap(): ReactNode {
  const text = useText2();
  const { data } = useQuery({
    queryKey: ['calendar-gap'],
    // The route answers with the schema `calendarGapAnswer`.
    queryFn: async ({ signal }) => (await call('/api/v1/calendar/gap', { signal })).json as { gap: Text2 | null },
    retry: false,
  });
  if (data?.gap === undefined || data.gap === null) return null;
  return (
    <Alert severity="warning" sx={{ mb: 1.5 }}>
      <Link to={listAt(resource, { kind: 'calendar' })}>{text(data.gap)}</Link>
    </Alert>
  );
}
