import type { BatchDetail } from '@linggong/settlement/api';
import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { JobProgress } from '../parts/job';
import { countText } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { newKey } from '../provider';
import { batchApi } from './batch-api';

/** Lines were corrected: check only these again. */
export function EditedBar({
  batch,
  lineIds,
  onDone,
}: {
  batch: BatchDetail;
  lineIds: readonly number[];
  onDone: () => void;
}): ReactNode {
  const translate = useTranslate();
  const [job, setJob] = useState<string | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const start = (): void => {
    batchApi.recheck(batch.id.toString(), { lineIds: [...lineIds] }, newKey()).then((accepted) => {
      if (accepted.job === null) onDone();
      else setJob(accepted.job.id);
    }, setError);
  };
  const count = countText(lineIds.length);
  return (
    <Box
      role="status"
      sx={{
        display: 'grid',
        gap: 1,
        mb: 1,
        p: '8px 14px',
        borderRadius: '8px',
        bgcolor: 'tokens.accentBg',
        fontSize: 13,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Box sx={{ flex: 1 }}>{translate('batch.edited', { count })}</Box>
        {job === undefined && (
          <Button size="small" color="primary" onClick={start}>
            {translate('batch.narrow.recheck', { count })}
          </Button>
        )}
      </Box>
      {error !== undefined && <Trouble error={error} />}
      {job !== undefined && <JobProgress id={job} over={onDone} />}
    </Box>
  );
}
