import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** Half of a set-up code (启用码), told this once: to be handed to the holder, who has the other half from somebody else. */
export function SetUpHalf({ half }: { half: string | undefined }): ReactNode {
  const translate = useTranslate();
  if (half === undefined) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography>{translate('approvals.half.told')}</Typography>
      <Box
        component="output"
        aria-label={translate('approvals.half.name')}
        sx={{
          fontFamily: 'monospace',
          fontSize: 18,
          userSelect: 'all',
          p: '8px 12px',
          border: '1px solid',
          borderColor: 'tokens.line',
          borderRadius: '8px',
        }}
      >
        {half}
      </Box>
      <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
        {translate('approvals.half.how')}
      </Typography>
    </Box>
  );
}
