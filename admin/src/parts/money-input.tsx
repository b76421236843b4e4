import { groupedYuanText } from '@linggong/core/domain';
import { InputAdornment, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { moneyFaults, moneyOf } from './form-checks';

interface MoneyInputProps {
  id?: string;
  label: string;
  /** As it is typed, in yuan; whoever sends it reads it with `moneyOf`. */
  value: string;
  onChange: (text: string) => void;
  required?: boolean;
  error?: boolean;
  helperText?: ReactNode;
  placeholder?: string;
  autoFocus?: boolean;
  /** Nothing is no amount here. */
  positive?: boolean;
}

/** Longer is no amount. */
const TEXT_MAX = 60;

/**
 * An amount in yuan, typed or pasted with separators, spaces or full-width digits. When it is left it is written as amounts are, and what
 * is no amount is marked until it is mended.
 */
export function MoneyInput({
  value,
  onChange,
  error,
  helperText,
  positive = false,
  ...rest
}: MoneyInputProps): ReactNode {
  const translate = useTranslate();
  const [left, setLeft] = useState(false);
  const typed = moneyOf(value);
  const faultKey = typed.ok
    ? positive && typed.fen <= 0n
      ? 'form.fault.positive'
      : undefined
    : moneyFaults[typed.reason];
  const fault = left && value.trim() !== '' && faultKey !== undefined ? translate(faultKey) : undefined;
  return (
    <TextField
      {...rest}
      fullWidth
      value={value}
      error={error === true || fault !== undefined}
      helperText={fault ?? helperText}
      autoComplete="off"
      onChange={(event) => {
        onChange(event.target.value);
      }}
      onBlur={() => {
        setLeft(value.trim() !== '');
        const written = typed.ok ? groupedYuanText(typed.fen) : value;
        if (written !== value) onChange(written);
      }}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { inputMode: 'decimal', maxLength: TEXT_MAX },
        input: { startAdornment: <InputAdornment position="start">¥</InputAdornment> },
      }}
    />
  );
}
