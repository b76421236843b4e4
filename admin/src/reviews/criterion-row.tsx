import { Box, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText2 } from '../parts/text2';
import type { Criterion, Typed } from './review';
import { useWords } from './words';

interface CriterionRowProps {
  criterion: Criterion;
  typed: Typed | undefined;
  onJudge: (typed: Typed) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  rowRef: (element: HTMLElement | null) => void;
}

/** One criterion with what it asks, and two big buttons; a note where it does not hold. */
export function CriterionRow({ criterion, typed, onJudge, onKeyDown, rowRef }: CriterionRowProps): ReactNode {
  const word = useWords();
  const text = useText2();
  const title = `${criterion.id} ${text(criterion.title)}`;
  const sources = [criterion.evidence, criterion.basis].map(text);
  return (
    <Box
      component="li"
      ref={rowRef}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      data-criterion={criterion.id}
      sx={{
        border: '1px solid',
        borderColor: 'tokens.line',
        borderRadius: '8px',
        p: '10px 12px',
        display: 'grid',
        gap: 1,
        '&:focus': { outline: '2px solid', outlineColor: 'primary.main' },
      }}
    >
      <Box sx={{ fontWeight: 600 }}>
        {title}
        {criterion.required && (
          <Box component="span" sx={{ ml: 1, fontSize: 12, fontWeight: 400, color: 'tokens.ink2' }}>
            {word('mandatory')}
          </Box>
        )}
      </Box>
      <Box sx={{ fontSize: 13 }}>{text(criterion.text)}</Box>
      <Box sx={{ fontSize: 12, color: 'tokens.ink2' }}>{sources.filter((one) => one !== '').join(' · ')}</Box>
      <ToggleButtonGroup
        exclusive
        fullWidth
        color={typed?.holds === false ? 'error' : 'primary'}
        aria-label={title}
        value={typed?.holds ?? null}
        onChange={(_event, holds: boolean | null) => {
          if (holds !== null) onJudge({ holds, note: typed?.note ?? '' });
        }}
      >
        <ToggleButton value={true} sx={{ py: '8px' }}>
          {word('holds')}
        </ToggleButton>
        <ToggleButton value={false} sx={{ py: '8px' }}>
          {word('fails')}
        </ToggleButton>
      </ToggleButtonGroup>
      {typed?.holds === false && (
        <TextField
          label={`${word('note')} · ${criterion.id}`}
          helperText={word('noteHelp')}
          value={typed.note}
          multiline
          onChange={(event) => {
            onJudge({ holds: false, note: event.target.value });
          }}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      )}
    </Box>
  );
}
