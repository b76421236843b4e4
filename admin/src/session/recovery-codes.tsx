import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { isRecord } from '../provider/problem';

/** Recovery codes (恢复码), told this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }): ReactNode {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
      <Typography>{translate('security.codesLead')}</Typography>
      <Box
        component="ul"
        aria-label={translate('security.codes')}
        sx={{
          listStyle: 'none',
          m: 0,
          p: '10px 14px',
          border: '1px solid',
          borderColor: 'tokens.line',
          borderRadius: '8px',
          display: 'grid',
          gridTemplateColumns: 'repeat(2, max-content)',
          columnGap: 4,
          rowGap: 0.5,
          fontFamily: 'monospace',
          fontSize: 16,
          userSelect: 'text',
        }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </Box>
      <Button variant="contained" color="primary" onClick={onDone}>
        {translate('security.codesKept')}
      </Button>
    </Box>
  );
}

/** The codes of an answer, or undefined where it holds none. */
export function recoveryCodesOf(answer: unknown): readonly string[] | undefined {
  const codes = isRecord(answer) ? answer['recoveryCodes'] : undefined;
  return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : undefined;
}
