import type { ReactNode } from 'react';
import { useGetRecordId, useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { JobProgress, useJob } from '../parts/job';
import { PageHeader } from '../parts/page-header';
import { useJobName } from './job-name';

/** One job, live. */
export default function JobShow(): ReactNode {
  const translate = useTranslate();
  const name = useJobName();
  const id = String(useGetRecordId());
  const { job } = useJob(id);
  return (
    <>
      <PageHeader
        crumbs={[{ label: translate('resources.jobs.name', { smart_count: 2 }), to: '/jobs' }]}
        title={name(job?.name ?? '')}
      />
      <Card>
        <JobProgress id={id} />
      </Card>
    </>
  );
}
