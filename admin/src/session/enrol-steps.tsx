import { Box, Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Trouble } from '../parts/states-of-page';
import { isRecord, type ConsoleDataProvider } from '../provider';
import { CodeTask } from './code-task';

interface Shown {
  secret: string;
  qr: string;
}

/** The secret as a picture for the app and as text for typing, then the code that proves it. */
export function EnrolSteps({
  onDone,
  onCheck,
}: {
  onDone: (answer: unknown) => void;
  /** A factor that is on is changed by who gave its code just now. */
  onCheck: () => void;
}): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [shown, setShown] = useState<Shown | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const begin = (): void => {
    setError(undefined);
    provider.command('me', undefined, 'second-factor').then(
      (answer) => {
        setShown(shownOf(answer));
      },
      (refusal: unknown) => {
        if (isRecord(refusal) && isRecord(refusal['body']) && refusal['body']['code'] === 'second-factor-stale')
          onCheck();
        else setError(refusal);
      },
    );
  };
  if (shown === undefined)
    return (
      <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
        <Typography>{translate('security.app')}</Typography>
        {error !== undefined && <Trouble error={error} />}
        <Button variant="contained" color="primary" onClick={begin}>
          {translate('security.begin')}
        </Button>
      </Box>
    );
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography>{translate('security.scan')}</Typography>
      <Box
        component="img"
        alt={translate('security.qr')}
        src={`data:image/svg+xml,${encodeURIComponent(shown.qr)}`}
        sx={{ width: 208, height: 208, border: '1px solid', borderColor: 'tokens.line', borderRadius: '8px' }}
      />
      <Box>
        <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
          {translate('security.type')}
        </Typography>
        <Box
          component="output"
          sx={{ fontFamily: 'monospace', fontSize: 16, userSelect: 'all', wordBreak: 'break-all' }}
        >
          {shown.secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </Box>
      </Box>
      <CodeTask action="confirm" onDone={onDone} />
    </Box>
  );
}

function shownOf(answer: unknown): Shown | undefined {
  const { secret, qr } = isRecord(answer) ? answer : {};
  return typeof secret === 'string' && typeof qr === 'string' ? { secret, qr } : undefined;
}
