import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import { Box, IconButton } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { UnmaskAnswer } from '@linggong/vault/api';
import { mono } from '../theme';
import { lastingMs } from './lasting';

/**
 * A clear value for as long as it may be seen: gone at `until`, when the tab or the window is left, and with the component. It is held in
 * the state of one component, in no cache and no storage.
 */
export function useClearValue(): [UnmaskAnswer | undefined, (answer: UnmaskAnswer | undefined) => void] {
  const [shown, setShown] = useState<UnmaskAnswer | undefined>(undefined);
  useEffect(() => {
    if (shown === undefined) return undefined;
    const drop = (): void => {
      setShown(undefined);
    };
    const left = (): void => {
      if (document.hidden) drop();
    };
    const timer = setTimeout(drop, lastingMs(shown.until, Date.now()));
    document.addEventListener('visibilitychange', left);
    window.addEventListener('blur', drop);
    window.addEventListener('pagehide', drop);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', left);
      window.removeEventListener('blur', drop);
      window.removeEventListener('pagehide', drop);
    };
  }, [shown]);
  return [shown, setShown];
}

/** The value with its countdown, and a button that takes it away before the time. */
export function ClearValue({ shown, hide }: { shown: UnmaskAnswer; hide: () => void }): ReactNode {
  const translate = useTranslate();
  const seconds = useSecondsLeft(shown);
  return (
    <Box
      component="span"
      role="status"
      sx={{ display: 'inline-flex', alignItems: 'center', flexWrap: 'wrap', gap: 0.5 }}
    >
      <Box component="strong" data-clear="" sx={{ fontFamily: mono, fontSize: 13, overflowWrap: 'anywhere' }}>
        {shown.clear}
      </Box>
      <Box component="span" aria-hidden sx={{ fontSize: 12, color: 'tokens.ink3' }}>
        {translate('unmask.left', { seconds })}
      </Box>
      <IconButton size="small" aria-label={translate('unmask.hide')} onClick={hide}>
        <VisibilityOffOutlined sx={{ fontSize: 16 }} />
      </IconButton>
    </Box>
  );
}

function useSecondsLeft({ until }: UnmaskAnswer): number {
  const [end] = useState(() => performance.now() + lastingMs(until, Date.now()));
  const left = (): number => Math.max(0, Math.ceil((end - performance.now()) / 1_000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => {
      setSeconds(left());
    }, 500);
    return () => {
      clearInterval(timer);
    };
  });
  return seconds;
}
