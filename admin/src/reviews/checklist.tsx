import { Box, Typography } from '@mui/material';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useText2 } from '../parts/text2';
import { CriterionRow } from './criterion-row';
import { obstacle, sent, type Judged, type Review, type Typed, type Verdict } from './review';
import { useWords } from './words';

interface ChecklistProps {
  review: Review;
  verdict: Verdict;
  /** What is to be sent, and whether the step may be taken with it. */
  onChange: (judgements: ReturnType<typeof sent>, ready: boolean) => void;
}

/** The criteria of a review, each judged by one click or one key (逐条审查, R2.6). */
export default function Checklist({ review, verdict, onChange }: ChecklistProps): ReactNode {
  const word = useWords();
  const text = useText2();
  const rows = useRef<(HTMLElement | null)[]>([]);
  const [judged, setJudged] = useState<Judged>({});
  const { criteria } = review;
  // A sheet that is opened again begins with nothing judged.
  useEffect(() => {
    onChange([], false);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it opens
  }, []);
  const judge = (id: string, typed: Typed): void => {
    const next = { ...judged, [id]: typed };
    setJudged(next);
    onChange(sent(criteria, next), obstacle(criteria, next, verdict) === undefined);
  };
  const byKey = (event: KeyboardEvent, index: number): void => {
    // Figures typed into a note are part of it.
    if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
    const step = { ArrowDown: 1, ArrowUp: -1, '1': 1, '2': 0 }[event.key];
    const id = criteria[index]?.id;
    if (step === undefined || id === undefined) return;
    event.preventDefault();
    if (event.key === '1' || event.key === '2') judge(id, { holds: event.key === '1', note: judged[id]?.note ?? '' });
    rows.current[index + step]?.focus();
  };
  const mandatory = criteria.filter(({ required }) => required);
  const done = mandatory.filter(({ id }) => judged[id] !== undefined).length;
  const left = obstacle(criteria, judged, verdict);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
        {word('goesBy', text(review.name))}
        {' · '}
        {review.versionNo === null ? word('firstVersion') : word('version', review.versionNo)}
        {' · '}
        {word('keys')}
      </Typography>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {criteria.map((criterion, index) => (
          <CriterionRow
            key={criterion.id}
            criterion={criterion}
            typed={judged[criterion.id]}
            onJudge={(typed) => {
              judge(criterion.id, typed);
            }}
            onKeyDown={(event) => {
              byKey(event, index);
            }}
            rowRef={(element) => {
              rows.current[index] = element;
            }}
          />
        ))}
      </Box>
      <Typography role="status" variant="body2" sx={{ color: left === undefined ? 'tokens.ink2' : 'tokens.ink' }}>
        {left === undefined || left === 'unjudged'
          ? word('progress', `${done.toString()} / ${mandatory.length.toString()}`)
          : word(left)}
      </Typography>
    </Box>
  );
}
