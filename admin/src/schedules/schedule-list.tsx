import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useJobName } from '../jobs/job-name';
import { EffectSheet } from '../parts/effect-sheet';
import { JobProgress } from '../parts/job';
import { nothing } from '../parts/money-text';
import { PageHeader } from '../parts/page-header';
import { StateChip } from '../parts/state-chip';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { call, isRecord, type ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import { Frame, Grid } from '../table/grid';
import { ruleWords, type ScheduleRow } from './schedule';

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
  if (error !== null) {
    return (
      <Trouble
        error={error}
        retry={() => {
          void refetch();
        }}
      />
    );
  }
  if (data === undefined) return <PageSkeleton />;
  const rule = (row: ScheduleRow): string => {
    const { key, figures } = ruleWords(row.when);
    return translate(`keeping.when.${key}`, figures);
  };
  return (
    <>
      <PageHeader title={translate('resources.schedules.name', { smart_count: 2 })} />
      <Frame tabIndex={0} role="region" aria-label={translate('resources.schedules.name', { smart_count: 2 })}>
        <Grid>
          <thead>
            <tr>
              {['name', 'rule', 'last', 'next'].map((field) => (
                <th key={field} scope="col">
                  {translate(`resources.schedules.fields.${field}`)}
                </th>
              ))}
              {run && <th scope="col" aria-label={translate('action.schedule.run.label')} />}
            </tr>
          </thead>
          <tbody>
            {data.map((row) => (
              <tr key={row.name}>
                <td>{name(row.name)}</td>
                <td>{rule(row)}</td>
                <td>
                  <Last row={row} />
                </td>
                <td>{row.nextAt === null ? translate('keeping.notOn') : <Instant at={row.nextAt} />}</td>
                {run && (
                  <td>
                    <Button
                      size="small"
                      disabled={row.nextAt === null}
                      onClick={() => {
                        setAsked(row);
                      }}
                    >
                      {translate('action.schedule.run.label')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Grid>
      </Frame>
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

function Last({ row: { last } }: { row: ScheduleRow }): ReactNode {
  if (last === null) return nothing;
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Link to={`/jobs/${last.id}/show`}>
        <StateChip kind="job" state={last.state} />
      </Link>
      {last.finishedAt !== null && <Instant at={last.finishedAt} />}
    </Box>
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
