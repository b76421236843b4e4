import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { daysUntil } from '../dashboards/days';
import { nothing } from '../parts/money-text';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Day } from '../parts/time';
import { dayOf } from '../parts/time-text';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { nameOf, type ConfigurationRow } from './configuration';
import { areaFilter, kindFilter } from './kind-options';
import { ExportButton } from './transfer/export-button';

/** From so many days before its review on, a configuration stands out. */
const soonDays = 30;

/** What operators configure (配置), by kind: what is in force, what is being worked on, what comes next, what is to be reviewed. */
export default function ConfigurationList(): ReactNode {
  const translate = useTranslate();
  const create = useMay()('configurations', 'create');
  const columns = useColumns();
  const filters: readonly Filter[] = [
    kindFilter(translate),
    areaFilter(translate),
    { source: 'openState', kind: 'state', states: 'configurationVersion' },
    { source: 'reviewBy_lte', kind: 'day' },
  ];
  const button = create ? (
    <Button variant="contained" color="primary" component={Link} to="/configurations/create">
      {translate('configuration.create.title')}
    </Button>
  ) : undefined;
  return (
    <RecordList<ConfigurationRow>
      resource="configurations"
      columns={columns}
      filters={filters}
      sort={{ field: 'kind', order: 'ASC' }}
      groups={{ by: 'kind', name: ({ kind }) => translate(`configuration.kind.${kind}.name`) }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.configurationVersion.in-force'), filter: { isInForce: true } },
        { label: translate('configuration.view.drafts'), filter: { openState: ['draft', 'checked', 'replayed'] } },
        { label: translate('state.configurationVersion.submitted'), filter: { openState: ['submitted'] } },
        { label: translate('state.configurationVersion.scheduled'), filter: { openState: ['scheduled'] } },
        { label: translate('configuration.view.shadowing'), filter: { isShadowing: true } },
      ]}
      actions={
        <>
          <ExportButton />
          {button}
        </>
      }
      firstStep={button}
    />
  );
}

function useColumns(): readonly Column<ConfigurationRow>[] {
  const translate = useTranslate();
  const text = useText2();
  // Before it is known what the reader may see, a column that he may not is asked for and not there.
  const version = (no: number | null): string => (no == null ? '' : translate('configuration.versionNo', { no }));
  const named = (row: ConfigurationRow): string => text(nameOf(row));
  const kind = (row: ConfigurationRow): string => translate(`configuration.kind.${row.kind}.name`);
  const area = (row: ConfigurationRow): string => translate(`configuration.area.${row.area}`, { _: row.area });
  return [
    { source: 'nameZh', render: named, text: named, phone: 'title' },
    { source: 'kind', render: kind, text: kind, sortable: true, hidden: true },
    { source: 'area', render: area, text: area, sortable: true, phone: 'note' },
    {
      source: 'inForceNo',
      render: ({ inForceNo }) => (inForceNo == null ? <NotYet /> : version(inForceNo)),
      text: ({ inForceNo }) => version(inForceNo),
      phone: 'end',
    },
    {
      source: 'inForceSince',
      render: ({ inForceSince }) => <Day day={inForceSince === null ? null : dayOf(inForceSince)} />,
      text: ({ inForceSince }) => (inForceSince === null ? '' : dayOf(inForceSince)),
      sortable: true,
    },
    {
      source: 'openState',
      render: (row) => <Open row={row} version={version} />,
      text: ({ openNo, openState }) =>
        openState == null ? '' : `${version(openNo)} ${translate(`state.configurationVersion.${openState}`)}`,
      phone: 'chip',
    },
    { source: 'openEffectiveFrom', kind: 'day' },
    { source: 'reviewBy', render: ({ reviewBy }) => <Review day={reviewBy} />, sortable: true, phone: 'note' },
  ];
}

function NotYet(): ReactNode {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ color: 'tokens.ink3' }}>
      {translate('configuration.neverInForce')}
    </Box>
  );
}

/** The one version that is on its way, and where it stands. */
function Open({ row, version }: { row: ConfigurationRow; version: (no: number | null) => string }): ReactNode {
  if (row.openState == null) return nothing;
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
      {version(row.openNo)}
      <StateChip kind="configurationVersion" state={row.openState} />
    </Box>
  );
}

/** The day by which somebody must look at it again: it stands out when it is near, and more when it is past. */
function Review({ day }: { day: string | null }): ReactNode {
  const translate = useTranslate();
  if (day === null) return nothing;
  const left = daysUntil(day);
  if (left > soonDays) return <Day day={day} />;
  return (
    <Box component="span" sx={{ color: left < 0 ? 'tokens.bad' : 'tokens.wait', fontWeight: 600 }}>
      <Day day={day} /> ·{' '}
      {translate(left < 0 ? 'dashboard.lateFor.days' : 'dashboard.leftFor.days', { smart_count: Math.abs(left) })}
    </Box>
  );
}
