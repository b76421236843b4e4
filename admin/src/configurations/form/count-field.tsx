import { TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';

interface CountFieldProps {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  /** What was typed and is no number; it is told as it stands where `onUnreadable` is there. */
  typed?: string | undefined;
  onUnreadable?: (text: string) => void;
  readOnly: boolean;
  required?: boolean;
  error?: string | undefined;
  /** Takes fractions and a sign as well. */
  decimal?: boolean;
}

/** Longer is no number. */
const TEXT_MAX = 60;

/** A number that is typed; what is no number yet stays as it is typed, and is given on as text where somebody takes it. */
export function CountField(props: CountFieldProps): ReactNode {
  const { label, value, onChange, typed, onUnreadable, readOnly, required = false, error, decimal = false } = props;
  const given = typed ?? value;
  const [text, setText] = useState(given?.toString() ?? '');
  const [seen, setSeen] = useState(given);
  if (seen !== given) {
    setSeen(given);
    if ((numberOf(text, decimal) ?? (text.trim() === '' ? undefined : text)) !== given)
      setText(given?.toString() ?? '');
  }
  const wrong = text.trim() !== '' && numberOf(text, decimal) === undefined;
  return (
    <TextField
      label={label}
      required={required}
      value={text}
      disabled={readOnly}
      error={wrong || error !== undefined}
      helperText={error}
      autoComplete="off"
      slotProps={{ htmlInput: { inputMode: decimal ? 'decimal' : 'numeric', maxLength: TEXT_MAX } }}
      onChange={({ target }) => {
        setText(target.value);
        const number = numberOf(target.value, decimal);
        if (target.value.trim() === '') onChange(undefined);
        else if (number !== undefined) onChange(number);
        else onUnreadable?.(target.value);
      }}
    />
  );
}

function numberOf(text: string, decimal: boolean): number | undefined {
  const form = decimal ? /^-?\d{1,10}(?:\.\d{1,6})?$/ : /^\d{1,10}$/;
  return form.test(text.trim()) ? Number(text) : undefined;
}
