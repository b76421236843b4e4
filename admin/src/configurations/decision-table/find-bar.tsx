import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface FindBarProps {
  text: string;
  /** Cells that hold it. */
  found: number;
  onText: (text: string) => void;
  onNext: () => void;
  onClose: () => void;
}

/** Looks for a text in every cell, note and basis. Enter goes to the next, Escape back to the grid. */
export function FindBar({ text, found, onText, onNext, onClose }: FindBarProps): ReactNode {
  const translate = useTranslate();
  return (
    <Box role="search" sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1 }}>
      <TextField
        autoFocus
        value={text}
        placeholder={translate('decisionTable.tool.find')}
        slotProps={{ htmlInput: { 'aria-label': translate('decisionTable.tool.find'), maxLength: 100 } }}
        onChange={(event) => {
          onText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            onNext();
          } else if (event.key === 'Escape') onClose();
        }}
      />
      <Box component="span" role="status" sx={{ fontSize: 13, color: 'tokens.ink2' }}>
        {text !== '' && translate('decisionTable.found', { count: found })}
      </Box>
      <Button size="small" disabled={found === 0} onClick={onNext}>
        {translate('decisionTable.findNext')}
      </Button>
      <IconButton size="small" aria-label={translate('ra.action.close')} onClick={onClose}>
        <CloseIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}
