import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Chip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import type { FormRecord } from './record';
import { useWords, type Word } from './words';

type Handling = NonNullable<FormRecord['handling']>;

const words: Readonly<Record<Handling['state'], Word>> = {
  received: 'handlingReceived',
  'in-hand': 'handlingInHand',
  waiting: 'handlingWaiting',
  answered: 'handlingAnswered',
};

/** How far a complaint is, by when it is answered, and what was answered (办理情况). */
export function HandlingCard({ handling: { state, dueAt, answers } }: { handling: Handling }): ReactNode {
  const word = useWords();
  const isOpen = state !== 'answered';
  return (
    <Card title={word('handling')}>
      <Facts
        facts={[
          { label: word('handlingState'), value: <Chip tone={isOpen ? 'wait' : 'good'}>{word(words[state])}</Chip> },
          ...(isOpen ? [{ label: word('handlingDue'), value: <Instant at={dueAt} /> }] : []),
        ]}
      />
      {answers.map(({ text, at }) => (
        <Box key={at} sx={{ mt: 1.5, fontSize: 14 }}>
          <Box sx={{ fontSize: 12, color: 'tokens.ink3' }}>
            {word('handlingAnswer')} · <Instant at={at} />
          </Box>
          <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Box>
        </Box>
      ))}
    </Card>
  );
}
