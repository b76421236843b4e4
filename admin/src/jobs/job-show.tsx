import type { ReactNode } from 'react';
import { useGetOne, useGetRecordId, useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card, Cards } from '../parts/card';
import { Facts, type Fact } from '../parts/facts';
import { JobProgress, useJob, type JobRun } from '../parts/job';
import { LifeActions } from '../parts/life-actions';
import { countText } from '../parts/money-text';
import { PageHeader } from '../parts/page-header';
import { Instant } from '../parts/time';
import { NoRecord } from '../parts/record-page';
import { isRecord } from '../provider';
import { isNothing } from '../provider/problem';
import { useMay } from '../session/use-me';
import { TakeExport } from '../table/own-exports';
import { resultCounts, secondsOf, type JobRow } from './job';
import { JobBatch } from './job-batch';
import { useJobName } from './job-name';

/** One job, live: what it is about, who asked for it, how long it took, what came of it; a failed one can be repeated. */
export default function JobShow(): ReactNode {
  const translate = useTranslate();
  const name = useJobName();
  const id = String(useGetRecordId());
  const { data, refetch } = useGetOne<JobRow>('jobs', { id });
  const { job, error } = useJob(id, () => {
    void refetch();
  });
  const mayRepeat = useMay()('jobs', 'repeat');
  if (isNothing(error)) return <NoRecord error={error} resource="jobs" retry={() => undefined} />;
  const repeat = mayRepeat && (job?.state ?? data?.state) === 'failed';
  return (
    <>
      <PageHeader
        crumbs={[{ label: translate('resources.jobs.name', { smart_count: 2 }), to: '/jobs' }]}
        title={name(job?.name ?? data?.name ?? '')}
        actions={
          <LifeActions
            kind="job"
            resource="jobs"
            id={id}
            actions={repeat ? [{ name: 'repeat', reason: 'none', tone: 'main' }] : []}
            onDone={() => {
              // The page follows a job until it ends; one that begins anew is followed from the start.
              window.location.reload();
            }}
          />
        }
      />
      <Cards>
        <Card>
          <JobProgress id={id} />
          <JobFile job={job} />
        </Card>
        {data !== undefined && <JobFacts job={data} />}
      </Cards>
    </>
  );
}

/** The file that a job made, where its page is opened from the running jobs. */
function JobFile({ job }: { job: JobRun | undefined }): ReactNode {
  const result = job?.result;
  if (job?.name !== 'access.export-list' || job.state !== 'done' || !isRecord(result)) return null;
  const { exportId } = result;
  return typeof exportId === 'string' ? <TakeExport id={exportId} name="export" /> : null;
}

function JobFacts({ job }: { job: JobRow }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const name = useJobName();
  const label = (field: string): string => translate(`resources.jobs.fields.${field}`);
  const seconds = secondsOf(job);
  const results: Fact[] = resultCounts(job.result).map((each) => ({
    label: translate(`job.results.${each.name}`),
    value: countText(each.count),
  }));
  return (
    <Card title={translate('job.facts')}>
      <Facts
        facts={[
          { label: label('name'), value: name(job.name) },
          { label: label('batchId'), value: <JobBatch id={job.batchId} linked /> },
          { label: label('actor'), value: typeof job.actor === 'string' ? actor(job.actor) : undefined },
          { label: label('createdAt'), value: <Instant at={job.createdAt} seconds /> },
          { label: label('startedAt'), value: <Instant at={job.startedAt} seconds /> },
          { label: label('finishedAt'), value: <Instant at={job.finishedAt} seconds /> },
          {
            label: label('took'),
            value: seconds === undefined ? undefined : translate('job.seconds', { count: seconds.toString() }),
          },
          {
            label: label('attempt'),
            value:
              job.attempt === undefined ? undefined : `${job.attempt.toString()} / ${(job.attempts ?? 0).toString()}`,
          },
          ...results,
        ]}
      />
    </Card>
  );
}
