import { Box, Button, LinearProgress, TextField, Typography } from '@mui/material';
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

export function StepForm({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }): ReactNode {
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      sx={{ display: 'grid', gap: 2 }}
    >
      {children}
    </Box>
  );
}

interface StepFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly complete: string;
  readonly help?: string | undefined;
  readonly wrong?: boolean;
  readonly secret?: boolean;
  readonly digits?: boolean;
}

/** A field with its words above and its help beneath, tall enough for a thumb. */
export function StepField(props: StepFieldProps): ReactNode {
  const { name, label, value, onChange, complete, help, wrong = false, secret = false, digits = false } = props;
  return (
    <TextField
      label={label}
      name={name}
      type={secret ? 'password' : 'text'}
      autoComplete={complete}
      helperText={help}
      error={wrong}
      value={value}
      onChange={(event) => {
        onChange(digits ? event.target.value.replace(/\s/g, '') : event.target.value);
      }}
      slotProps={{ htmlInput: { inputMode: digits ? 'numeric' : 'text' } }}
    />
  );
}

export function NextButton({ busy, disabled, label }: { busy: boolean; disabled: boolean; label: string }): ReactNode {
  const translate = useTranslate();
  return (
    <Button
      type="submit"
      variant="contained"
      color="primary"
      disabled={busy || disabled}
      sx={{ minHeight: 44, fontSize: 15 }}
    >
      {translate(busy ? 'sheet.running' : label)}
    </Button>
  );
}
