import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** Another than the enterprise paid: what it is, why it matters, what to do. The sheet around it asks for the reason. */
export function PayerWarning({ enterprise, payer }: { enterprise: string; payer: string }): ReactNode {
  const translate = useTranslate();
  return (
    <Box
      role="alert"
      sx={{
        bgcolor: 'tokens.waitBg',
        color: 'tokens.ink',
        borderLeft: '3px solid',
        borderColor: 'tokens.waitBar',
        borderRadius: '4px',
        p: '10px 14px',
        fontSize: 13,
        display: 'grid',
        gap: 0.75,
      }}
    >
      <Box sx={{ fontWeight: 600, color: 'tokens.wait' }}>{translate('deposit.payer.title')}</Box>
      <Box>{translate('deposit.payer.names', { payer, enterprise })}</Box>
      <Box>{translate('deposit.payer.why')}</Box>
      <Box>{translate('deposit.payer.todo')}</Box>
    </Box>
  );
}
