import { Box } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { instantText } from '../parts/time-text';
import { useMe } from '../session/use-me';

/** What a sheet of paper says above the page: whose it is, who printed it, and when; nothing of it stands on the screen. */
export function PrintHead(): ReactNode {
  const translate = useTranslate();
  const name = useMe()?.account.identifier;
  const [at, setAt] = useState(() => new Date());
  useEffect(() => {
    const printing = (): void => {
      setAt(new Date());
    };
    window.addEventListener('beforeprint', printing);
    return () => {
      window.removeEventListener('beforeprint', printing);
    };
  }, []);
  if (name === undefined) return null;
  return (
    <Box
      aria-hidden
      sx={{
        display: 'none',
        '@media print': {
          display: 'flex',
          justifyContent: 'space-between',
          fontSize: 11,
          pb: 1,
          mb: 1.5,
          borderBottom: 1,
        },
      }}
    >
      <span>灵工 Linggong</span>
      <span>{translate('print.by', { who: name, at: instantText(at.toISOString()) })}</span>
    </Box>
  );
}
