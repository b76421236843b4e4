import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { Card } from '../parts/card';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { lastFaults, type Review } from './review';
import { useWords } from './words';

interface ReturnedNoteProps {
  review: Review;
  /** The step that sent it back. */
  act: 'reject' | 'return';
  reason: string | null | undefined;
}

/** What the reviewer asks for, above the form that answers it: the reason, and each criterion that did not hold with its note. */
export function ReturnedNote({ review, act, reason }: ReturnedNoteProps): ReactNode {
  const word = useWords();
  const text = useText2();
  const { at, faults } = lastFaults(review, act);
  if (faults.length === 0 && !reason) return null;
  return (
    <Card title={word('asked')} sx={{ bgcolor: 'tokens.waitBg' }} action={at !== undefined && <Instant at={at} />}>
      {reason && <Box sx={{ overflowWrap: 'anywhere' }}>{reason}</Box>}
      {faults.length > 0 && (
        <Box component="ul" sx={{ m: 0, mt: reason ? 0.75 : 0, pl: 2.25, display: 'grid', gap: '4px' }}>
          {faults.map(({ id, title, note }) => (
            <Box component="li" key={id} sx={{ overflowWrap: 'anywhere' }}>
              {id} {text(title)}
              {note !== undefined && <Box sx={{ color: 'tokens.ink2', fontSize: 13 }}>{note}</Box>}
            </Box>
          ))}
        </Box>
      )}
    </Card>
  );
}
