import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** The first password of an account, told this once; it is kept nowhere. */
export function InitialPassword({ password }: { password: string | undefined }): ReactNode {
  const translate = useTranslate();
  if (password === undefined) return <Typography>{translate('signInAccount.toldBefore')}</Typography>;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography>{translate('signInAccount.told')}</Typography>
      <Box
        component="output"
        aria-label={translate('signInAccount.initialPassword')}
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
        {password}
      </Box>
      <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
        {translate('signInAccount.toldHow')}
      </Typography>
    </Box>
  );
}
