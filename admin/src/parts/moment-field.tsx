import { TextField } from '@mui/material';
import { type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { momentTyped } from './moment-typed';

interface MomentFieldProps {
  label: string;
  /** What is typed, Beijing time: `2026-11-22 10:14`. */
  value: string;
  onChange: (text: string) => void;
  help: string;
}

/** What is wrong with a typed time that lies in the past; a clock of a bank may be five minutes ahead. */
export function momentFault(text: string, now: Date): 'moment.unread' | 'moment.ahead' | undefined {
  const instant = momentTyped(text);
  if (instant === undefined) return 'moment.unread';
  return Date.parse(instant) > now.getTime() + 5 * 60_000 ? 'moment.ahead' : undefined;
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
