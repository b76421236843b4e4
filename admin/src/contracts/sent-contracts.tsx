import { Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { JobProgress, type JobRun } from '../parts/job';
import { countText } from '../parts/money-text';
import { isRecord } from '../provider';

/** What came of a sending: how far it is, then to how many it went and how many were left out. */
export function SentContracts({ jobId }: { jobId: string }): ReactNode {
  const translate = useTranslate();
  const [over, setOver] = useState<JobRun | undefined>(undefined);
  const { done, refused } = isRecord(over?.result) ? over.result : {};
  const isCounted = typeof done === 'number' && typeof refused === 'number';
  return (
    <>
      <JobProgress id={jobId} over={setOver} />
      {isCounted && (
        <Typography role="status">
          {translate('contract.send.result', { sent: countText(done - refused), skipped: countText(refused) })}
        </Typography>
      )}
    </>
  );
}
