import { Box, Button, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { halfWidth } from '../parts/half-width';

/** A short form before anybody is signed in: one column, sent by Enter as well. */
export function OuterForm({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }): ReactNode {
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

interface OuterFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  /** What the browser may fill in. */
  readonly complete: string;
  readonly help?: string | undefined;
  readonly wrong?: boolean;
  /** What the server said of it, in place of the help. */
  readonly fault?: string | undefined;
  readonly secret?: boolean;
  readonly digits?: boolean;
}

/** A field of it, with its help beneath. Digits are typed on a keypad; blanks between them go, and full-width ones are brought in. */
export function OuterField(props: OuterFieldProps): ReactNode {
  const {
    name,
    label,
    value,
    onChange,
    onLeave,
    complete,
    help,
    fault,
    wrong = false,
    secret = false,
    digits = false,
  } = props;
  return (
    <TextField
      id={`field-${name}`}
      label={label}
      name={name}
      type={secret ? 'password' : 'text'}
      autoComplete={complete}
      helperText={fault ?? help}
      error={wrong || fault !== undefined}
      fullWidth
      value={value}
      onChange={({ target }) => {
        onChange(digits ? halfWidth(target.value) : target.value);
      }}
      onBlur={onLeave}
      slotProps={{ htmlInput: { inputMode: digits ? 'numeric' : 'text' } }}
    />
  );
}

/** Sends it; tall enough for a thumb. */
export function OuterSend({ busy, disabled, label }: { busy: boolean; disabled: boolean; label: string }): ReactNode {
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
