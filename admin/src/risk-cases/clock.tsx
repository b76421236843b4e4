import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Chip } from '../parts/state-chip';
import { useDistance } from '../parts/time';
import { instantText } from '../parts/time-text';

/** By when a case is to be closed, as a distance; one that is late says so with a sign. */
export function Clock({ dueAt, late }: { dueAt: string; late: boolean }): ReactNode {
  const translate = useTranslate();
  const distance = useDistance();
  const text = translate('riskCases.due', { when: distance(dueAt) });
  return (
    <Box
      component="time"
      dateTime={dueAt}
      title={instantText(dueAt)}
      sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', whiteSpace: 'nowrap' }}
    >
      {late && <Chip tone="bad">{translate('riskCases.isLate')}</Chip>}
      <span>{text}</span>
    </Box>
  );
}

/** The page's clock only words a distance: whether a case is late is told again by the server with the board. */
export function isLate({ state, dueAt }: { state: string; dueAt: string }): boolean {
  return state !== 'closed' && Date.parse(dueAt) < Date.now();
}
