import { shanghaiDay, type IdentifierKind } from '@linggong/core/domain';
import { TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { codeFault, codeWritten, isDoubtfulCode } from './code-typed';
import { useText2 } from './text2';

interface CodeInputProps {
  id?: string;
  label: string;
  kind: IdentifierKind;
  value: string;
  onChange: (text: string) => void;
  required?: boolean;
  error?: boolean;
  helperText?: ReactNode;
  autoFocus?: boolean;
  placeholder?: string;
}

/** Longer is no identifier, however it is grouped. */
const TEXT_MAX = 60;
/** Kinds that are digits only; the others may end in a letter. */
const digitsOnly: ReadonlySet<IdentifierKind> = new Set(['bank-card', 'mobile', 'cnaps']);

/**
 * An identity number, credit code, card or phone, typed or pasted as people have it. When it is left it is brought into its written form,
 * and what is wrong with it stands below until it is mended.
 */
export function CodeInput({ kind, value, onChange, error, helperText, ...rest }: CodeInputProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const [left, setLeft] = useState(false);
  const today = shanghaiDay(new Date());
  const fault = left ? codeFault(kind, value, today) : undefined;
  const doubtful = left && isDoubtfulCode(kind, value, today) ? translate('form.doubtfulCard') : undefined;
  const below = fault === undefined ? undefined : text(fault);
  return (
    <TextField
      {...rest}
      fullWidth
      value={value}
      error={error === true || fault !== undefined}
      // What the server said of this very text goes before what can be said without it.
      helperText={error === true ? helperText : (below ?? doubtful ?? helperText)}
      autoComplete="off"
      onChange={(event) => {
        onChange(event.target.value);
      }}
      onBlur={() => {
        setLeft(value.trim() !== '');
        const written = codeWritten(kind, value, today);
        if (written !== value) onChange(written);
      }}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { maxLength: TEXT_MAX, spellCheck: false, inputMode: digitsOnly.has(kind) ? 'numeric' : 'text' },
      }}
    />
  );
}
