import { Box, Button, Popover, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface PopoverFrameProps {
  anchor: HTMLElement | null;
  title: string;
  /** Why it cannot be kept yet. */
  fault?: string | undefined;
  onClose: () => void;
  onKeep: () => void;
  onClear?: () => void;
  children: ReactNode;
}

/** The editor of one cell, beside it. Enter keeps, Escape leaves all as it was. */
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
        onSubmit={(event) => {
          event.preventDefault();
          onKeep();
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
