import CheckIcon from '@mui/icons-material/Check';
import CloseIcon from '@mui/icons-material/Close';
import { Box, IconButton } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** What came of the last decision, said in place above the next thing. */
export function Said({ children, onClose }: { children: ReactNode; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        gap: 1,
        alignItems: 'flex-start',
        mb: 1.5,
        p: '8px 6px 8px 12px',
        borderRadius: '8px',
        bgcolor: 'tokens.goodBg',
        color: 'tokens.ink',
        fontSize: 13,
      }}
    >
      <CheckIcon sx={{ fontSize: 18, color: 'tokens.good', mt: '3px' }} aria-hidden />
      <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 0.5, pt: '3px', '& p': { fontSize: 13 } }}>{children}</Box>
      <IconButton size="small" aria-label={translate('ra.action.close')} onClick={onClose}>
        <CloseIcon sx={{ fontSize: 16 }} />
      </IconButton>
    </Box>
  );
}
