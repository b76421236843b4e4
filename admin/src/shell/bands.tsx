import { Alert, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useLogout, useTranslate } from 'react-admin';
import { clockText } from '../parts/time-text';
import { useMe } from '../session/use-me';
import { isEnding, minutesLeft } from './session-end';
import { StaleBand } from './stale-band';

/** What concerns every page stands below the bar, in place of messages that pop up. */
export function Bands(): ReactNode {
  return (
    <>
      <OfflineBand />
      <StaleBand />
      <SessionBand />
    </>
  );
}

function hearLine(tell: () => void): () => void {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}

/** The line is cut: what is open stays readable, nothing that is typed is lost, and all is asked anew when it is back. */
function OfflineBand(): ReactNode {
  const translate = useTranslate();
  const queries = useQueryClient();
  const online = useSyncExternalStore(hearLine, () => navigator.onLine);
  useEffect(() => {
    const refresh = (): void => void queries.invalidateQueries();
    window.addEventListener('online', refresh);
    return () => {
      window.removeEventListener('online', refresh);
    };
  }, [queries]);
  if (online) return null;
  return (
    <Alert severity="warning" square>
      {translate('bands.offline')}
    </Alert>
  );
}

/** A session ends by itself after its hours, however busy one is: it is said before, so that nothing is begun that cannot be ended. */
function SessionBand(): ReactNode {
  const translate = useTranslate();
  const logout = useLogout();
  const endsAtMs = useMe()?.sessionEndsAtMs;
  const [nowMs, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 15_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  if (endsAtMs === undefined || !isEnding(endsAtMs, nowMs)) return null;
  return (
    <Alert
      severity="warning"
      square
      action={
        <Button
          color="inherit"
          size="small"
          onClick={() => {
            void logout();
          }}
        >
          {translate('problem.signInAgain')}
        </Button>
      }
    >
      {translate('bands.sessionEnds', {
        at: clockText(new Date(endsAtMs).toISOString()),
        smart_count: minutesLeft(endsAtMs, nowMs),
      })}
    </Alert>
  );
}
