import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { VersionRecord } from './configuration';
import type { Working } from './use-working-copy';

/** What was typed before is there again; told too where the version was saved by somebody meanwhile. */
export function Restored({ version, working }: { version: VersionRecord; working: Working }): ReactNode {
  const translate = useTranslate();
  const older = working.copy.revision !== version.revision;
  return (
    <Box
      role="status"
      sx={{
        bgcolor: older ? 'tokens.waitBg' : 'tokens.accentBg',
        borderRadius: '8px',
        p: '8px 14px',
        fontSize: 13,
        display: 'flex',
        gap: 1,
        alignItems: 'center',
      }}
    >
      <Box sx={{ flex: 1 }}>{translate(older ? 'configuration.restoredOlder' : 'configuration.restored')}</Box>
      <Button
        size="small"
        onClick={() => {
          working.takeSaved(version);
        }}
      >
        {translate('configuration.takeSaved')}
      </Button>
    </Box>
  );
}
