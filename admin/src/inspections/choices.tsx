import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';

interface ChoicesProps<C extends string> {
  /** What is asked, for a screen reader. */
  label: string;
  codes: readonly C[];
  word: (code: C) => string;
  value: C | undefined;
  onPick: (code: C) => void;
  disabled?: boolean;
  /** Of a call: as high as a thumb hits without looking. */
  big?: boolean;
}

/** A few answers as large buttons side by side; one is chosen. */
export function Choices<C extends string>(props: ChoicesProps<C>): ReactNode {
  const { label, codes, word, value, onPick, disabled = false, big = false } = props;
  return (
    <Box
      role="radiogroup"
      aria-label={label}
      sx={{
        display: 'grid',
        gridTemplateColumns:
          codes.length > 3
            ? { xs: '1fr 1fr', sm: `repeat(${codes.length.toString()}, minmax(0, 1fr))` }
            : `repeat(${codes.length.toString()}, minmax(0, 1fr))`,
        gap: 1,
      }}
    >
      {codes.map((code) => {
        const on = code === value;
        return (
          <ButtonBase
            key={code}
            role="radio"
            aria-checked={on}
            disabled={disabled}
            onClick={() => {
              onPick(code);
            }}
            sx={{
              minHeight: big ? 56 : 44,
              px: 1,
              fontSize: big ? 16 : 14,
              fontWeight: on ? 600 : 400,
              border: '1px solid',
              borderColor: on ? 'tokens.accent' : 'tokens.line',
              bgcolor: on ? 'tokens.accentBg' : 'tokens.card',
              color: on ? 'tokens.accent' : 'tokens.ink',
              borderRadius: '8px',
              opacity: disabled ? 0.6 : 1,
            }}
          >
            {on ? `✓ ${word(code)}` : word(code)}
          </ButtonBase>
        );
      })}
    </Box>
  );
}
