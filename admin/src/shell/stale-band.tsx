import { Alert, Button } from '@mui/material';
import { notifyManager, useQueryClient, type Query } from '@tanstack/react-query';
import { useCallback, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** What is shown was read before; reading it anew failed. */
const isStale = ({ state }: Query): boolean => state.status === 'error' && state.data !== undefined;

/** A page that could not be read anew goes on showing what it has, and says so: nobody takes old figures for those of now. */
export function StaleBand(): ReactNode {
  const translate = useTranslate();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const cache = queries.getQueryCache();
  const hear = useCallback((tell: () => void) => cache.subscribe(notifyManager.batchCalls(tell)), [cache]);
  const stale = useSyncExternalStore(hear, () => cache.findAll({ type: 'active', predicate: isStale }).length > 0);
  if (!stale) return null;
  const again = (): void => {
    setBusy(true);
    void queries.refetchQueries({ type: 'active', predicate: isStale }).finally(() => {
      setBusy(false);
    });
  };
  return (
    <Alert
      severity="warning"
      square
      action={
        <Button color="inherit" size="small" disabled={busy} onClick={again}>
          {translate('bands.readAgain')}
        </Button>
      }
    >
      {translate('bands.stale')}
    </Alert>
  );
}
