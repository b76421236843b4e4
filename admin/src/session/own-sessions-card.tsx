import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { isRecord, type ConsoleDataProvider } from '../provider';
import { call } from '../provider/http';
import { deviceText } from '../sessions/device-text';

interface OwnSession {
  id: string;
  startedAt: string;
  lastSeenAt: string;
  address?: string;
  device?: string;
  isThis: boolean;
}

/** The answer of `GET /api/v1/me/sessions`. */
async function readOwn(): Promise<readonly OwnSession[]> {
  const { json } = await call('/api/v1/me/sessions');
  // The route checks its answer against its schema; these are its items.
  return isRecord(json) && Array.isArray(json['items']) ? (json['items'] as OwnSession[]) : [];
}

/** Where I am signed in (登录会话), and how to sign out there. */
export function OwnSessionsCard(): ReactNode {
  const translate = useTranslate();
  const notify = useNotify();
  const provider = useDataProvider<ConsoleDataProvider>();
  const { data, error, refetch } = useQuery({ queryKey: ['me', 'sessions'], queryFn: readOwn });
  const [refusal, setRefusal] = useState<unknown>(undefined);
  const end = (id: string | undefined): void => {
    setRefusal(undefined);
    const ended =
      id === undefined
        ? provider.command('me', 'sessions', 'end-others')
        : provider.command('me', `sessions/${id}`, 'end');
    ended
      .then(() => {
        notify('sessions.ended', { type: 'success' });
        return refetch();
      })
      .catch(setRefusal);
  };
  const others = (data ?? []).some(({ isThis }) => !isThis);
  const trouble: unknown = refusal ?? error ?? undefined;
  return (
    <Card
      title={translate('sessions.mine')}
      sx={{ maxWidth: 720 }}
      action={
        others && (
          <Button
            size="small"
            onClick={() => {
              end(undefined);
            }}
          >
            {translate('sessions.endOthers')}
          </Button>
        )
      }
    >
      {trouble !== undefined && <Trouble error={trouble} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {(data ?? []).map((session) => (
          <OneSession
            key={session.id}
            session={session}
            onEnd={() => {
              end(session.id);
            }}
          />
        ))}
      </Box>
    </Card>
  );
}

function OneSession({ session, onEnd }: { session: OwnSession; onEnd: () => void }): ReactNode {
  const translate = useTranslate();
  const { device, address, startedAt, lastSeenAt, isThis } = session;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        py: 1,
        borderTop: '1px solid',
        borderColor: 'tokens.line',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{deviceText(device)}</Typography>
        <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
          {address} · {translate('sessions.since')} <Instant at={startedAt} /> · {translate('sessions.seen')}{' '}
          <Instant at={lastSeenAt} />
        </Typography>
      </Box>
      {isThis ? (
        <Typography variant="body2" sx={{ color: 'tokens.ink3', flex: 'none' }}>
          {translate('sessions.this')}
        </Typography>
      ) : (
        <Button size="small" onClick={onEnd} sx={{ flex: 'none' }}>
          {translate('sessions.end')}
        </Button>
      )}
    </Box>
  );
}
