import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useText2 } from '../parts/text2';
import { instantText } from '../parts/time-text';
import type { OnboardingStep, StepState } from './steps';
import { pageWords, stateWords, stepWords } from './words';

const looks: Readonly<Record<StepState, { color: string; sign: string | undefined }>> = {
  done: { color: 'tokens.good', sign: '✓' },
  now: { color: 'tokens.accent', sign: undefined },
  returned: { color: 'tokens.wait', sign: '!' },
  later: { color: 'tokens.ink3', sign: undefined },
};

/** One step: its place, what it is about, since when, and what to press. */
export function StepCard({
  step,
  place,
  children,
}: {
  step: OnboardingStep;
  place: number;
  children?: ReactNode;
}): ReactNode {
  const text = useText2();
  const { title, lead } = stepWords[step.name];
  const isActive = step.state === 'now' || step.state === 'returned';
  const look = looks[step.state];
  return (
    <Box
      component="li"
      aria-current={step.state === 'now' ? 'step' : undefined}
      sx={{
        display: 'grid',
        gridTemplateColumns: '28px minmax(0, 1fr)',
        columnGap: 1.5,
        p: '12px 16px',
        bgcolor: isActive ? 'tokens.open' : undefined,
        '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' },
      }}
    >
      <Box
        aria-hidden
        sx={{
          width: 26,
          height: 26,
          borderRadius: '50%',
          border: '1px solid',
          borderColor: look.color,
          color: step.state === 'now' ? 'tokens.accentInk' : look.color,
          bgcolor: step.state === 'now' ? 'tokens.accent' : 'transparent',
          display: 'grid',
          placeItems: 'center',
          fontSize: 13,
          fontWeight: 600,
        }}
      >
        {look.sign ?? place}
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', columnGap: 1.25, flexWrap: 'wrap', alignItems: 'baseline' }}>
          <Box component="h2" sx={{ m: 0, fontSize: 15, fontWeight: 600, color: isActive ? undefined : 'tokens.ink2' }}>
            {text(title)}
          </Box>
          <Box sx={{ fontSize: 13, color: look.color }}>{text(stateWords[step.state])}</Box>
          <When step={step} />
        </Box>
        <Box sx={{ fontSize: 13, color: 'tokens.ink2', mt: '2px' }}>{text(lead)}</Box>
        {children !== undefined && <Box sx={{ mt: 1, display: 'grid', gap: 1, justifyItems: 'start' }}>{children}</Box>}
      </Box>
    </Box>
  );
}

/** When it was done; or since when it is waited for, and until when. */
function When({ step: { state, at, dueAt } }: { step: OnboardingStep }): ReactNode {
  const text = useText2();
  const parts = [
    ...(at === undefined
      ? []
      : [text(state === 'done' ? pageWords.doneAt : pageWords.since).replace('%s', instantText(at))]),
    ...(dueAt === undefined ? [] : [text(pageWords.dueAt).replace('%s', instantText(dueAt))]),
  ];
  return parts.map((part) => (
    <Box key={part} sx={{ fontSize: 13, color: 'tokens.ink3' }}>
      {part}
    </Box>
  ));
}
