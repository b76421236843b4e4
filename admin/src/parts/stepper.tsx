import { Box } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import type { ReactNode } from 'react';

export interface Step {
  key: string;
  label: string;
}

interface StepperProps {
  steps: readonly Step[];
  /** Index of the present step; steps before it are done. `steps.length` when all is done. */
  now: number;
  label: string;
}

/** Where in the process we are. Done steps carry a tick, the present one its number in the accent; on a phone only it is named. */
export function Stepper({ steps, now, label }: StepperProps): ReactNode {
  return (
    <Box
      component="ol"
      aria-label={label}
      sx={{
        display: 'flex',
        m: 0,
        p: 0,
        mb: 1.75,
        fontSize: 13,
        listStyle: 'none',
      }}
    >
      {steps.map((step, index) => (
        <StepItem
          key={step.key}
          step={step}
          place={index + 1}
          state={index < now ? 'done' : index === now ? 'now' : 'next'}
        />
      ))}
    </Box>
  );
}

function StepItem({ step, place, state }: { step: Step; place: number; state: 'done' | 'now' | 'next' }): ReactNode {
  const color = { done: 'tokens.good', now: 'tokens.accent', next: 'tokens.ink3' }[state];
  return (
    <Box
      component="li"
      aria-current={state === 'now' ? 'step' : undefined}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: '6px',
        color,
        fontWeight: state === 'now' ? 600 : 400,
        whiteSpace: 'nowrap',
        '&:not(:last-child)::after': {
          content: '""',
          width: { xs: 10, sm: 44 },
          height: '1px',
          bgcolor: 'tokens.line',
          mx: { xs: '4px', sm: '10px' },
        },
      }}
    >
      <Box
        aria-hidden
        sx={{
          width: 16,
          height: 16,
          borderRadius: '50%',
          border: '1.5px solid currentColor',
          display: 'grid',
          placeItems: 'center',
          fontSize: 10,
          lineHeight: 1,
        }}
      >
        {state === 'done' ? '✓' : place}
      </Box>
      <Box
        component="span"
        sx={state === 'now' ? undefined : (theme) => ({ [theme.breakpoints.down('sm')]: visuallyHidden })}
      >
        {step.label}
      </Box>
    </Box>
  );
}
