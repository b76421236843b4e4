import { Box, Button, useMediaQuery } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useJobName } from '../jobs/job-name';
import { EffectSheet } from '../parts/effect-sheet';
import { JobProgress } from '../parts/job';
import { PageHeader } from '../parts/page-header';
import { StateChip } from '../parts/state-chip';
import { Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { call, isRecord, type ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import { DataTable } from '../table/data-table';
import { PhoneList } from '../table/phone-list';
import { ruleWords, unrun, type ScheduleRow } from './schedule';

/** Work by the clock (定时任务): how often, how it last went, when it is due, and a button to do it now. */
export default function ScheduleList(): ReactNode {
  const translate = useTranslate();
  const name = useJobName();
  const run = useMay()('schedules', 'run');
  const [asked, setAsked] = useState<ScheduleRow | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['schedules'],
    refetchInterval: 15_000,
    queryFn: async ({ signal }) =>
      // The route answers with the schema `scheduleList`.
      ((await call('/api/v1/schedules', { signal })).json as { items: ScheduleRow[] }).items,
  });
  // What was read stays while it cannot be read anew, and so does the sheet of what is being run.
  if (error !== null && data === undefined) {
    return (
      <Trouble
        error={error}
        retry={() => {
          void refetch();
        }}
      />
    );
  }
  return (
    <>
      <PageHeader
        title={translate('resources.schedules.name', { smart_count: 2 })}
        facts={[translate('keeping.clock')]}
      />
      <Rows
        rows={data?.map((row) => ({ ...row, id: row.name }))}
        onRun={
          run
            ? (row) => {
                setAsked(row);
              }
            : undefined
        }
      />
      <RunSheet
        row={asked}
        name={asked === undefined ? '' : name(asked.name)}
        onClose={() => {
          setAsked(undefined);
          void refetch();
        }}
      />
    </>
  );
}

/** A row of the table; `run` is no fact of it but the place of its button. */
type Row = ScheduleRow & { id: string; run?: never };

function Rows({
  rows,
  onRun,
}: {
  rows: readonly Row[] | undefined;
  onRun: ((row: ScheduleRow) => void) | undefined;
}): ReactNode {
  const translate = useTranslate();
  const name = useJobName();
  const phone = useMediaQuery('(max-width: 599px)');
  const rule = ({ when }: Row): string => {
    const { key, figures } = ruleWords(when);
    return translate(`keeping.when.${key}`, figures);
  };
  const columns: Column<Row>[] = [
    { source: 'name', render: (row) => name(row.name), phone: 'title' },
    { source: 'when', render: rule, text: rule, phone: 'note' },
    { source: 'last', render: (row) => <Last row={row} phone={phone} />, phone: 'note' },
    { source: 'nextAt', render: (row) => <Next row={row} phone={phone} />, phone: 'note' },
  ];
  if (onRun !== undefined) columns.push(runColumn(onRun, translate('action.schedule.run.label')));
  if (phone && rows !== undefined) return <PhoneList columns={columns} rows={rows} />;
  return (
    <DataTable
      label={translate('resources.schedules.name', { smart_count: 2 })}
      heading={({ source }) => translate(`resources.schedules.fields.${source}`)}
      columns={columns}
      rows={rows}
    />
  );
}

const runColumn = (onRun: (row: ScheduleRow) => void, label: string): Column<Row> => ({
  source: 'run',
  kind: 'act',
  phone: 'end',
  render: (row) => (
    <Button
      size="small"
      disabled={row.nextAt === null}
      onClick={() => {
        onRun(row);
      }}
    >
      {label}
    </Button>
  ),
});

interface PartProps {
  row: ScheduleRow;
  /** On a card there is no heading: the part says what it is. */
  phone: boolean;
}

/** How it last went; work that has no row says why. */
function Last({ row, phone }: PartProps): ReactNode {
  const translate = useTranslate();
  const { last } = row;
  if (last === null) {
    return (
      <Box component="span" sx={{ color: 'tokens.ink2' }}>
        {translate(`keeping.last.${unrun(row)}`)}
      </Box>
    );
  }
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      {phone && translate('resources.schedules.fields.last')}
      <Link to={`/jobs/${last.id}/show`}>
        <StateChip kind="job" state={last.state} />
      </Link>
      {last.finishedAt !== null && <Instant at={last.finishedAt} />}
    </Box>
  );
}

function Next({ row: { nextAt }, phone }: PartProps): ReactNode {
  const translate = useTranslate();
  if (nextAt === null) return translate('keeping.notOn');
  return (
    <>
      {phone && `${translate('resources.schedules.fields.nextAt')} `}
      <Instant at={nextAt} />
    </>
  );
}

function RunSheet({
  row,
  name,
  onClose,
}: {
  row: ScheduleRow | undefined;
  name: string;
  onClose: () => void;
}): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  return (
    <EffectSheet
      open={row !== undefined}
      onClose={onClose}
      title={name}
      lead={translate('action.schedule.run.lead')}
      confirm={translate('action.schedule.run.label')}
      run={({ key }) => provider.command('schedules', row?.name ?? '', 'run', {}, key)}
      done={(answer) => (isRecord(answer) ? <JobProgress id={String(answer['jobId'])} /> : null)}
    />
  );
}
