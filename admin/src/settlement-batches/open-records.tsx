import type { BatchDetail, BlockerCode } from '@linggong/settlement/api';
import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { ConsoleDataProvider } from '../provider';
import { recordsPath } from './remedy-place';
import { subjectsOf, tasksOf } from './subjects-of-lines';

interface OpenRecordsProps {
  batch: BatchDetail;
  blocker: BlockerCode;
  of: 'engagement' | 'task';
  label: string;
}

/** Opens the engagements of exactly these lines, or the tasks that they name. */
export function OpenRecords({ batch, blocker, of, label }: OpenRecordsProps): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [at, setAt] = useState<'idle' | 'looking' | 'none'>('idle');
  const open = async (): Promise<void> => {
    const batchId = batch.id.toString();
    const ids =
      of === 'task' ? await tasksOf(provider, batchId, blocker) : await subjectsOf(batchId, blocker, 'engagement');
    if (ids.length > 0) navigate(recordsPath(of, ids));
    else setAt('none');
  };
  return (
    <Box sx={{ textAlign: 'right' }}>
      <Button
        size="small"
        color="primary"
        disabled={at === 'looking'}
        onClick={() => {
          setAt('looking');
          open().catch(() => {
            setAt('none');
          });
        }}
      >
        {label}
      </Button>
      {at === 'none' && (
        <Box role="status" sx={{ fontSize: 12, color: 'tokens.ink3' }}>
          {translate('batch.noRecords')}
        </Box>
      )}
    </Box>
  );
}
