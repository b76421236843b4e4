import { Box, Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { halfWidth } from '../parts/half-width';

interface CodeEntryProps {
  /** A recovery code instead of the six digits of the app. */
  recovery?: boolean;
  busy: boolean;
  submit: string;
  onSubmit: (code: string) => void;
}

/** The field for a code of the second factor, with its button. */
export function CodeEntry({ recovery = false, busy, submit, onSubmit }: CodeEntryProps): ReactNode {
  const translate = useTranslate();
  const [code, setCode] = useState('');
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(code);
        setCode('');
      }}
      sx={{ display: 'grid', gap: 2, maxWidth: 420 }}
    >
      <TextField
        label={translate(recovery ? 'security.recoveryCode' : 'signIn.code')}
        autoFocus
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => {
          setCode(halfWidth(event.target.value));
        }}
        slotProps={{ htmlInput: { inputMode: recovery ? 'text' : 'numeric', maxLength: recovery ? 12 : 6 } }}
      />
      <Button
        type="submit"
        variant="contained"
        color="primary"
        disabled={busy || code.length < (recovery ? 10 : 6)}
        sx={{ justifySelf: { xs: 'stretch', sm: 'start' } }}
      >
        {submit}
      </Button>
    </Box>
  );
}
