import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { progressText } from '../parts/job-progress';
import { nothing } from '../parts/money-text';
import { Bar } from '../parts/progress';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { JobRow } from './job';
import { JobBatch } from './job-batch';
import { useJobName } from './job-name';

const filters: readonly Filter[] = [{ source: 'state', kind: 'state', states: 'job' }];

/** Background work: what runs, what is done, what failed. */
export default function JobList(): ReactNode {
  const translate = useTranslate();
  const name = useJobName();
  const actor = useActorText();
  const who = (job: JobRow): string => (typeof job.actor === 'string' ? actor(job.actor) : nothing);
  const columns: readonly Column<JobRow>[] = [
    { source: 'name', render: (job) => name(job.name), text: (job) => name(job.name), phone: 'title' },
    {
      source: 'batchId',
      render: ({ batchId }) => <JobBatch id={batchId} linked />,
      text: ({ batchId }) => batchId?.toString() ?? '',
    },
    { source: 'actor', render: who, text: who },
    { source: 'state', state: 'job', phone: 'chip' },
    {
      source: 'done',
      render: (job) => <Progress job={job} />,
      text: progressText,
    },
    { source: 'createdAt', kind: 'instant', sortable: true, phone: 'note' },
    { source: 'finishedAt', kind: 'instant', sortable: true },
  ];
  return (
    <RecordList<JobRow>
      resource="jobs"
      columns={columns}
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.job.running'), filter: { state: 'running' } },
        { label: translate('state.job.failed'), filter: { state: 'failed' } },
      ]}
    />
  );
}

function Progress({ job }: { job: JobRow }): ReactNode {
  const translate = useTranslate();
  const done = job.state === 'done' && job.total > 0 ? job.total : job.done;
  const text = progressText({ ...job, done });
  if (job.total === 0) return text === '' ? nothing : text;
  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Bar done={done} total={job.total} label={translate('job.progress')} />
      <span>{text}</span>
    </Box>
  );
}
