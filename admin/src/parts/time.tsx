import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { dayText, distance, instantText } from './time-text';

/** A calendar day of Asia/Shanghai. */
export function Day({ day }: { day: string | null | undefined }): ReactNode {
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {dayText(day)}
    </Box>
  );
}

/** An instant in Shanghai time; the exact second on hover. */
export function Instant({ at, seconds = false }: { at: string | null | undefined; seconds?: boolean }): ReactNode {
  return (
    <Box component="time" dateTime={at ?? ''} title={instantText(at, true)} sx={{ whiteSpace: 'nowrap' }}>
      {instantText(at, seconds)}
    </Box>
  );
}

/** "23 小时后" / "3 天前". The page's clock gives the present: it only words a distance, it decides nothing. */
export function useDistance(): (at: string) => string {
  const translate = useTranslate();
  return (at) => {
    const { key, count, past } = distance(at, new Date());
    return translate(`time.${past ? 'ago' : 'in'}.${key}`, { smart_count: count });
  };
}
