import { Box, LinearProgress, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** The steps that somebody counts who registers. */
export const registrationSteps = ['phone', 'consents', 'identity', 'check', 'account'] as const;
export type RegistrationStep = (typeof registrationSteps)[number];

/** Where one stands: in words, and as a bar beneath. */
export function StepProgress({ step }: { step: RegistrationStep }): ReactNode {
  const translate = useTranslate();
  const at = registrationSteps.indexOf(step) + 1;
  const words = translate('register.progress', {
    at,
    of: registrationSteps.length,
    name: translate(`register.step.${step}`),
  });
  return (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }} aria-live="polite">
        {words}
      </Typography>
      <LinearProgress variant="determinate" value={(at / registrationSteps.length) * 100} aria-label={words} />
    </Box>
  );
}
