import { Box, Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Trouble } from '../parts/states-of-page';
import type { ConsoleDataProvider } from '../provider';
import { CodeEntry } from './code-entry';

interface CodeTaskProps {
  /** What `POST /api/v1/me/second-factor/{action}` does with the code. */
  action: 'check' | 'confirm' | 'recovery-codes' | 'remove';
  onDone: (answer: unknown) => void;
  onCancel?: () => void;
}

/** Something that a code of the second factor does. */
export function CodeTask({ action, onDone, onCancel }: CodeTaskProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [lost, setLost] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const send = (code: string): void => {
    setBusy(true);
    setError(undefined);
    provider
      .command('me', 'second-factor', action, { code })
      .then(onDone, setError)
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography>{translate(`security.lead.${action}`)}</Typography>
      {error !== undefined && <Trouble error={error} />}
      <CodeEntry
        key={lost ? 'recovery' : 'timed'}
        recovery={lost}
        busy={busy}
        submit={translate(busy ? 'sheet.running' : `security.do.${action}`)}
        onSubmit={send}
      />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {action !== 'confirm' && (
          <Button
            size="small"
            onClick={() => {
              setLost(!lost);
            }}
          >
            {translate(lost ? 'security.useApp' : 'security.useRecovery')}
          </Button>
        )}
        {onCancel !== undefined && (
          <Button size="small" onClick={onCancel}>
            {translate('ra.action.cancel')}
          </Button>
        )}
      </Box>
    </Box>
  );
}
