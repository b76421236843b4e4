import { yuanText } from '@linggong/core/domain';
import { InputAdornment, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { moneyOf } from '../../parts/form-checks';
import { unreadMark } from '../../parts/unread';

interface MoneyFieldProps {
  id?: string;
  label: string;
  fen: number | undefined;
  /** What was typed and is no amount; it is told as it stands where `onUnreadable` is there. */
  typed?: string | undefined;
  onUnreadable?: (text: string) => void;
  onChange: (fen: number | undefined) => void;
  disabled?: boolean;
  required?: boolean;
  error?: boolean;
  helperText?: ReactNode;
}

/** Longer is no amount. */
const TEXT_MAX = 60;

/** An amount typed in yuan and kept in fen; what is no amount yet is marked, and given on as text where somebody takes it. */
export function MoneyField({ fen, typed, onUnreadable, onChange, error = false, ...rest }: MoneyFieldProps): ReactNode {
  const given = typed ?? fen;
  const [text, setText] = useState(typed ?? shown(fen));
  const [seen, setSeen] = useState(given);
  if (seen !== given) {
    setSeen(given);
    if (meant(text) !== given) setText(typed ?? shown(fen));
  }
  const wrong = text.trim() !== '' && fenOf(text) === undefined;
  return (
    <TextField
      {...rest}
      fullWidth
      value={text}
      error={error || wrong}
      autoComplete="off"
      slotProps={{
        // Where nobody takes it as text, the amount of before stands behind it.
        htmlInput: { inputMode: 'decimal', maxLength: TEXT_MAX, ...unreadMark(wrong && onUnreadable === undefined) },
        input: { startAdornment: <InputAdornment position="start">¥</InputAdornment> },
      }}
      onChange={({ target }) => {
        setText(target.value);
        const now = meant(target.value);
        if (typeof now === 'string') onUnreadable?.(now);
        else onChange(now);
      }}
    />
  );
}

function shown(fen: number | undefined): string {
  return fen === undefined || !Number.isSafeInteger(fen) ? '' : yuanText(BigInt(fen)).replace(/\.00$/, '');
}

/** Fen, the text itself where it is no amount, or nothing. */
function meant(text: string): number | string | undefined {
  return fenOf(text) ?? (text.trim() === '' ? undefined : text);
}

function fenOf(text: string): number | undefined {
  const parsed = moneyOf(text);
  return parsed.ok ? Number(parsed.fen) : undefined;
}
