import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { RowName } from '../parts/row-name';
import { Chip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { Clock, isLate } from '../risk-cases/clock';
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
export function HandlingCard({ handling: { state, dueAt, answers, handledAs } }: { handling: Handling }): ReactNode {
  const word = useWords();
  const actor = useActorText();
  const isOpen = state !== 'answered';
  return (
    <Card title={word('handling')}>
      <Facts
        facts={[
          { label: word('handlingState'), value: <Chip tone={isOpen ? 'wait' : 'good'}>{word(words[state])}</Chip> },
          ...(isOpen ? [{ label: word('handlingDue'), value: <Due state={state} dueAt={dueAt} /> }] : []),
          ...(handledAs === null
            ? []
            : [
                {
                  label: word('handlingCase'),
                  value: <RowName kind="risk-case" id={handledAs.id} otherwise={handledAs.number} linked />,
                },
                {
                  label: word('handlingBy'),
                  value: handledAs.heldBy === null ? word('handlingNobody') : actor(handledAs.heldBy),
                },
              ]),
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

/** The day and the clock: how long is left, or that it is late. */
function Due({ state, dueAt }: Pick<Handling, 'state' | 'dueAt'>): ReactNode {
  return (
    <>
      <Instant at={dueAt} /> · <Clock dueAt={dueAt} late={isLate({ state, dueAt })} />
    </>
  );
}
