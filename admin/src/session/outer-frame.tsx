import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '../shell/language-switch';

/** The frame of what stands before the console: sign-in and the way to a new password. */
export function OuterFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }): ReactNode {
  const translate = useTranslate();
  return (
    <Box
      sx={{
        minHeight: '100vh',
        display: 'grid',
        justifyItems: 'center',
        alignItems: { xs: 'start', sm: 'center' },
        p: 2,
        bgcolor: 'tokens.bg',
      }}
    >
      <Box component="main" sx={{ width: '100%', maxWidth: 380 }}>
        <Box sx={{ display: 'flex', alignItems: 'baseline', mb: 2 }}>
          <Typography variant="h1" sx={{ color: 'tokens.accent', letterSpacing: '.5px', flex: 1 }}>
            灵工
            <Box component="small" sx={{ fontWeight: 400, color: 'tokens.ink3', ml: 1, fontSize: 13 }}>
              Linggong
            </Box>
          </Typography>
          <LanguageSwitch onPhones />
        </Box>
        <Box
          sx={{
            bgcolor: 'tokens.card',
            border: '1px solid',
            borderColor: 'tokens.line',
            borderRadius: '8px',
            p: 3,
            display: 'grid',
            gap: 2,
          }}
        >
          <Box>
            <Typography variant="h2">{title}</Typography>
            <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
              {lead}
            </Typography>
          </Box>
          {children}
        </Box>
        <Typography variant="caption" sx={{ display: 'block', mt: 2, color: 'tokens.ink3' }}>
          {translate('signIn.foot')}
        </Typography>
      </Box>
    </Box>
  );
}
