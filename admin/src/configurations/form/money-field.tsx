import { parseYuan, yuanText } from '@linggong/core/domain';
import { InputAdornment, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';

interface MoneyFieldProps {
  id?: string;
  label: string;
  fen: number | undefined;
  onChange: (fen: number | undefined) => void;
  disabled?: boolean;
  required?: boolean;
  error?: boolean;
  helperText?: ReactNode;
}

/** An amount typed in yuan and kept in fen; what is no amount yet is marked and not given on. */
export function MoneyField({ fen, onChange, error = false, ...rest }: MoneyFieldProps): ReactNode {
  const [text, setText] = useState(shown(fen));
  const [seen, setSeen] = useState(fen);
  if (seen !== fen) {
    setSeen(fen);
    if (fenOf(text) !== fen) setText(shown(fen));
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
        htmlInput: { inputMode: 'decimal' },
        input: { startAdornment: <InputAdornment position="start">¥</InputAdornment> },
      }}
      onChange={({ target }) => {
        setText(target.value);
        const typed = fenOf(target.value);
        if (typed !== undefined || target.value.trim() === '') onChange(typed);
      }}
    />
  );
}

function shown(fen: number | undefined): string {
  return fen === undefined || !Number.isSafeInteger(fen) ? '' : yuanText(BigInt(fen)).replace(/\.00$/, '');
}

function fenOf(text: string): number | undefined {
  const parsed = parseYuan(text);
  return parsed.ok ? Number(parsed.fen) : undefined;
}
