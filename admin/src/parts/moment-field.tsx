import { TextField } from '@mui/material';
import { type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { momentFault } from './moment-typed';

interface MomentFieldProps {
  label: string;
  /** What is typed, Beijing time: `2026-11-22 10:14`. */
  value: string;
  onChange: (text: string) => void;
  help: string;
}

/** A time in the past, typed in Beijing time whatever zone the computer is in. */
export function MomentField({ label, value, onChange, help }: MomentFieldProps): ReactNode {
  const translate = useTranslate();
  const fault = momentFault(value, new Date());
  return (
    <TextField
      required
      fullWidth
      label={label}
      value={value}
      placeholder="2026-11-22 10:14"
      error={fault !== undefined}
      helperText={fault === undefined ? help : translate(fault)}
      autoComplete="off"
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
