import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { daysUntil } from '../dashboards/days';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { dayOf, instantText } from '../parts/time-text';
import type { Review } from './review';
import { useActWord, useWords } from './words';

/** What each step of the reviews said, criterion by criterion, and by which version (R2.6); the newest first. */
export function ReviewCard({ review, open }: { review: Review; open: boolean }): ReactNode {
  const word = useWords();
  const text = useText2();
  if (!open && review.citations.length === 0) return null;
  const versionOf = (no: number | null): string => (no === null ? word('firstVersion') : word('version', no));
  return (
    <Card title={word('card')}>
      <Box sx={{ display: 'grid', gap: '12px' }}>
        {open && (
          <Box sx={{ color: 'tokens.ink2', fontSize: 13 }}>
            {word('goesBy', text(review.name))} · {versionOf(review.versionNo)} · {word('keeps')}
          </Box>
        )}
        {open && review.dueAt !== null && <Due at={review.dueAt} />}
        {review.citations.length === 0 && <Box sx={{ color: 'tokens.ink3' }}>{word('none')}</Box>}
        {review.citations.map((citation, index) => (
          <Statement key={index} citation={citation} version={versionOf(citation.versionNo)} />
        ))}
      </Box>
    </Card>
  );
}

/** The clock of the review (审核时限); past it, it stands out. */
function Due({ at }: { at: string }): ReactNode {
  const word = useWords();
  const isLate = daysUntil(dayOf(at)) < 0;
  return (
    <Box sx={{ fontSize: 13, fontWeight: isLate ? 600 : 400, color: isLate ? 'tokens.bad' : 'tokens.ink2' }}>
      {word(isLate ? 'overdue' : 'due', instantText(at))}
    </Box>
  );
}

function Statement({ citation, version }: { citation: Review['citations'][number]; version: string }): ReactNode {
  const word = useWords();
  const actWord = useActWord();
  const text = useText2();
  const actor = useActorText();
  return (
    <Box>
      <Box sx={{ fontWeight: 600 }}>{actWord(citation.act)}</Box>
      <Box sx={{ color: 'tokens.ink3', fontSize: 12 }}>
        <Instant at={citation.at} /> · {actor(citation.actor)} · {version}
        {citation.together > 1 && ` · ${word('together', countText(citation.together))}`}
      </Box>
      <Box component="ul" sx={{ m: '4px 0 0', p: 0, listStyle: 'none', display: 'grid', gap: '2px' }}>
        {citation.judgements.map(({ id, title, holds, note }) => (
          <Box component="li" key={id} sx={{ overflowWrap: 'anywhere' }}>
            <Box component="span" sx={{ color: holds ? 'tokens.ink2' : 'error.main', mr: 1 }}>
              {holds ? '✓' : '✗'} {word(holds ? 'holds' : 'fails')}
            </Box>
            {id} {text(title)}
            {note !== undefined && <Box sx={{ color: 'tokens.ink2', fontSize: 12, pl: 3 }}>{note}</Box>}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
