import { Box, Button, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useLogin, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Trouble } from '../parts/states-of-page';
import { isRecord } from '../provider/problem';
import { SecondFactorNeeded, type SignIn } from './auth-provider';
import { CodeEntry } from './code-entry';
import { OuterFrame } from './outer-frame';
import { hasEnded } from './token';

/** Name and password, then – where a second factor is on – its code. What is wrong stands above the fields. */
export function SignInPage(): ReactNode {
  const translate = useTranslate();
  const login = useLogin();
  const [challenge, setChallenge] = useState<string | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const [busy, setBusy] = useState(false);
  const submit = (values: SignIn): void => {
    setBusy(true);
    setError(undefined);
    login(values)
      .catch((refusal: unknown) => {
        if (refusal instanceof SecondFactorNeeded) {
          setChallenge(refusal.challenge);
          return;
        }
        setError(refusal);
        // A challenge that lapsed begins again with the password.
        if (isRecord(refusal) && isRecord(refusal['body']) && refusal['body']['code'] === 'challenge-ended')
          setChallenge(undefined);
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <OuterFrame title={translate('signIn.title')} lead={translate(hasEnded() ? 'signIn.ended' : 'signIn.lead')}>
      {error !== undefined && <Trouble error={error} />}
      {challenge === undefined ? (
        <PasswordForm busy={busy} onSubmit={submit} />
      ) : (
        <CodeForm
          busy={busy}
          onSubmit={(code) => {
            submit({ challenge, code });
          }}
        />
      )}
    </OuterFrame>
  );
}

function PasswordForm({ busy, onSubmit }: { busy: boolean; onSubmit: (values: SignIn) => void }): ReactNode {
  const translate = useTranslate();
  const [identifier, setIdentifier] = useState('');
  const [password, setPassword] = useState('');
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ identifier: identifier.trim(), password });
      }}
      sx={{ display: 'grid', gap: 2 }}
    >
      <TextField
        label={translate('ra.auth.username')}
        name="identifier"
        autoComplete="username"
        autoFocus
        value={identifier}
        onChange={(event) => {
          setIdentifier(event.target.value);
        }}
      />
      <TextField
        label={translate('ra.auth.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => {
          setPassword(event.target.value);
        }}
      />
      <Button
        type="submit"
        variant="contained"
        color="primary"
        disabled={busy || identifier.trim() === '' || password === ''}
      >
        {translate(busy ? 'signIn.busy' : 'ra.auth.sign_in')}
      </Button>
      <Button component={Link} to="/register" variant="outlined">
        {translate('signIn.register')}
      </Button>
      <Button component={Link} to="/reset-password" size="small" sx={{ justifySelf: 'start' }}>
        {translate('signIn.forgotten')}
      </Button>
      <Button component={Link} to="/set-up" size="small" sx={{ justifySelf: 'start' }}>
        {translate('signIn.setUp')}
      </Button>
    </Box>
  );
}

function CodeForm({ busy, onSubmit }: { busy: boolean; onSubmit: (code: string) => void }): ReactNode {
  const translate = useTranslate();
  const [lost, setLost] = useState(false);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="body2">{translate(lost ? 'security.typeRecovery' : 'signIn.secondFactor')}</Typography>
      <CodeEntry
        key={lost ? 'recovery' : 'timed'}
        recovery={lost}
        busy={busy}
        submit={translate(busy ? 'signIn.busy' : 'ra.action.confirm')}
        onSubmit={onSubmit}
      />
      <Button
        size="small"
        sx={{ justifySelf: 'start' }}
        onClick={() => {
          setLost(!lost);
        }}
      >
        {translate(lost ? 'security.useApp' : 'security.useRecovery')}
      </Button>
    </Box>
  );
}
