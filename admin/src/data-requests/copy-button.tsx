import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { takeFile } from '../provider';
import { saveBlob } from '../table/csv';

/** Takes one's own copy: a link for this session, for one use. */
export function CopyButton({ id }: { id: number }): ReactNode {
  const translate = useTranslate();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      const { blob, name } = await takeFile(`/api/v1/data-requests/${id.toString()}/copy-link`, { body: {} });
      saveBlob(name ?? 'copy.json', blob);
    } catch {
      notify('requests.copyFailed', { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="contained" color="primary" disabled={busy} onClick={() => void take()}>
      {translate('requests.takeCopy')}
    </Button>
  );
}
