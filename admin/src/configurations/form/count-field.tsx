import { TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';

interface CountFieldProps {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  readOnly: boolean;
  error?: string | undefined;
  /** Takes fractions and a sign as well. */
  decimal?: boolean;
}

/** A number that is typed; what is no number yet stays as it is typed and is not given on. */
export function CountField({ label, value, onChange, readOnly, error, decimal = false }: CountFieldProps): ReactNode {
  const [text, setText] = useState(value?.toString() ?? '');
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (Number(text) !== value || text.trim() === '') setText(value?.toString() ?? '');
  }
  const wrong = text.trim() !== '' && numberOf(text, decimal) === undefined;
  return (
    <TextField
      label={label}
      value={text}
      disabled={readOnly}
      error={wrong || error !== undefined}
      helperText={error}
      autoComplete="off"
      slotProps={{ htmlInput: { inputMode: decimal ? 'decimal' : 'numeric' } }}
      onChange={({ target }) => {
        setText(target.value);
        const number = numberOf(target.value, decimal);
        if (target.value.trim() === '') onChange(undefined);
        else if (number !== undefined) onChange(number);
      }}
    />
  );
}

function numberOf(text: string, decimal: boolean): number | undefined {
  const form = decimal ? /^-?\d{1,10}(?:\.\d{1,6})?$/ : /^\d{1,10}$/;
  return form.test(text.trim()) ? Number(text) : undefined;
}
