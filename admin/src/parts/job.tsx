import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { call, isRecord } from '../provider';
import { progressTexts } from './job-progress';
import { Bar } from './progress';
import { StateChip } from './state-chip';
import { Trouble } from './states-of-page';
import { useText2 } from './text2';

export interface JobRun {
  id: string;
  name: string;
  state: string;
  stage: string | undefined;
  done: number;
  total: number;
  problem: unknown;
  result: unknown;
}

/** Reads `GET /jobs/{id}`; what is missing counts as not begun. */
export function jobOf(json: unknown): JobRun {
  const body = isRecord(json) ? json : {};
  const text = (name: string): string | undefined => (typeof body[name] === 'string' ? body[name] : undefined);
  const count = (name: string): number => (typeof body[name] === 'number' ? body[name] : 0);
  return {
    id: text('id') ?? '',
    name: text('name') ?? '',
    state: text('state') ?? 'waiting',
    stage: text('stage'),
    done: count('done'),
    total: count('total'),
    problem: body['problem'] ?? undefined,
    result: body['result'] ?? undefined,
  };
}

const isOver = (job: JobRun | undefined): boolean => job?.state === 'done' || job?.state === 'failed';

/** Follows a background job every second until it is over; then calls back once. */
export function useJob(
  id: string | undefined,
  over?: (job: JobRun) => void,
): { job: JobRun | undefined; error: unknown } {
  const query = useQuery({
    queryKey: ['job', id],
    queryFn: async ({ signal }) => jobOf((await call(`/api/v1/jobs/${encodeURIComponent(id ?? '')}`, { signal })).json),
    enabled: id !== undefined,
    refetchInterval: (state) => (isOver(state.state.data) ? false : 1000),
  });
  const told = useRef(false);
  const job = query.data;
  useEffect(() => {
    if (job === undefined || !isOver(job) || told.current) return;
    told.current = true;
    over?.(job);
  }, [job, over]);
  return { job, error: query.error };
}

function JobTrouble({ problem }: { problem: unknown }): ReactNode {
  const text = useText2();
  const words =
    isRecord(problem) && typeof problem['zh'] === 'string' && typeof problem['en'] === 'string'
      ? { zh: problem['zh'], en: problem['en'] }
      : undefined;
  return <Trouble error={words === undefined ? new Error('problem.server') : { body: { title: text(words) } }} />;
}

/** A job on a sheet or a page: its name, its stage, how far, and what went wrong. It can be left; it goes on. */
export function JobProgress({ id, over }: { id: string; over?: (job: JobRun) => void }): ReactNode {
  const translate = useTranslate();
  const { job, error } = useJob(id, over);
  if (error !== null && error !== undefined) return <Trouble error={error} />;
  if (job === undefined) return <Bar done={0} total={1} width="100%" label={translate('job.waiting')} />;
  const texts = progressTexts(job);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <StateChip kind="job" state={job.state} />
        <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
          {texts?.total === undefined ? texts?.done : translate('job.count', { done: texts.done, total: texts.total })}
        </Typography>
      </Box>
      <Bar
        done={job.state === 'done' ? 1 : job.done}
        total={job.state === 'done' ? 1 : job.total}
        width="100%"
        label={translate('job.progress')}
      />
      {job.state === 'failed' && <JobTrouble problem={job.problem} />}
      {!isOver(job) && (
        <Typography variant="caption" sx={{ color: 'tokens.ink3' }}>
          {translate('job.canLeave')}
        </Typography>
      )}
    </Box>
  );
}
