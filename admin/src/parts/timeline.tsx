import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from './actor';
import type { ActorNames } from './actor-name';
import { Card } from './card';
import { clockText, dayOf, instantText } from './time-text';

export interface TimelineItem {
  at: string;
  text: string;
  /** Business name of who did it. */
  actor?: string | undefined;
  reason?: string | null | undefined;
  /** One more line, such as the criteria that a step cited. */
  detail?: string | null | undefined;
}

/** Who did what, when and why, newest first. Today shows the clock, other days their whole date: records outlive a year. */
export function Timeline({ items, names }: { items: readonly TimelineItem[]; names?: ActorNames }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const today = dayOf(new Date());
  return (
    <Card title={translate('timeline.title')}>
      {items.length === 0 && <Box sx={{ color: 'tokens.ink3' }}>{translate('timeline.empty')}</Box>}
      <Box
        component="ul"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          // The column of times is as wide as the widest of them: narrow while all is of today.
          gridTemplateColumns: 'max-content minmax(0, 1fr)',
          gap: '8px',
        }}
      >
        {items.map((item, index) => (
          <Box component="li" key={index} sx={{ display: 'contents' }}>
            <Box
              component="time"
              dateTime={item.at}
              title={instantText(item.at, true)}
              sx={{ color: 'tokens.ink3', fontSize: 12, lineHeight: '20px' }}
            >
              {dayOf(item.at) === today ? clockText(item.at) : dayOf(item.at)}
            </Box>
            <Box sx={{ overflowWrap: 'anywhere' }}>
              {item.text}
              {item.actor !== undefined && (
                <Box component="span" sx={{ color: 'tokens.ink3', fontSize: 12 }}>
                  {' '}
                  {actor(item.actor, names)}
                </Box>
              )}
              {typeof item.detail === 'string' && item.detail !== '' && (
                <Box sx={{ color: 'tokens.ink3', fontSize: 12 }}>{item.detail}</Box>
              )}
              {typeof item.reason === 'string' && item.reason !== '' && (
                <Box sx={{ color: 'tokens.ink2', fontSize: 12 }}>
                  {translate('timeline.reason', { reason: item.reason })}
                </Box>
              )}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
