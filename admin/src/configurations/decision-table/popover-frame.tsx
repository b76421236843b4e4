import { Box, Button, Popover, Typography } from '@mui/material';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface PopoverFrameProps {
  anchor: HTMLElement | null;
  title: string;
  /** Why it cannot be kept yet. */
  fault?: string | undefined;
  onClose: () => void;
  /** `isEntered`: by the Enter key in a field, as in a spreadsheet. */
  onKeep: (isEntered: boolean) => void;
  onClear?: () => void;
  children: ReactNode;
}

/** The editor of one cell, beside it. Enter keeps and goes on to the cell below, Escape leaves all as it was. */
export function PopoverFrame({
  anchor,
  title,
  fault,
  onClose,
  onKeep,
  onClear,
  children,
}: PopoverFrameProps): ReactNode {
  const translate = useTranslate();
  const titleId = useId();
  const entered = useRef(false);
  return (
    <Popover
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { width: 340, p: 2 } } }}
    >
      <Box
        component="form"
        noValidate
        onKeyDown={(event: KeyboardEvent) => {
          entered.current = event.key === 'Enter' && event.target instanceof HTMLInputElement;
        }}
        onSubmit={(event) => {
          event.preventDefault();
          onKeep(entered.current);
        }}
        sx={{ display: 'grid', gap: 1.5 }}
      >
        <Typography id={titleId} variant="h3">
          {title}
        </Typography>
        {children}
        {fault !== undefined && (
          <Typography role="alert" variant="body2" sx={{ color: 'tokens.bad' }}>
            {fault}
          </Typography>
        )}
        <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
          {onClear && (
            <Button size="small" onClick={onClear} sx={{ mr: 'auto' }}>
              {translate('decisionTable.clear')}
            </Button>
          )}
          <Button size="small" onClick={onClose}>
            {translate('ra.action.cancel')}
          </Button>
          <Button size="small" type="submit" variant="contained" color="primary">
            {translate('ra.action.confirm')}
          </Button>
        </Box>
      </Box>
    </Popover>
  );
}
