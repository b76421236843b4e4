import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { Trouble } from '../parts/states-of-page';
import { callForFile } from '../provider';
import { saveBlob } from '../table/csv';

interface Taking {
  busy: boolean;
  error: unknown;
  take: (path: string) => void;
}

/** Has a paper made by the server and saves it. */
export function useTaking(): Taking {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const take = (path: string): void => {
    setError(undefined);
    setBusy(true);
    callForFile(path)
      .then(({ name, blob }) => {
        saveBlob(name ?? 'paper.pdf', blob);
      }, setError)
      .finally(() => {
        setBusy(false);
      });
  };
  return { busy, error, take };
}

/** One paper (PDF) behind one button; what goes wrong is said below it. */
export function TakePaper({ path, label }: { path: string; label: string }): ReactNode {
  const { busy, error, take } = useTaking();
  return (
    <>
      <Button
        size="small"
        startIcon={<DownloadIcon />}
        loading={busy}
        onClick={() => {
          take(path);
        }}
      >
        {label}
      </Button>
      {error !== undefined && (
        <Box sx={{ width: '100%' }}>
          <Trouble error={error} />
        </Box>
      )}
    </>
  );
}
