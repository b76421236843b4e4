import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { DataKeysAnswer } from '@linggong/vault/api';
import { ActorWord } from '../parts/actor-word';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Bar } from '../parts/progress';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';

type Run = NonNullable<DataKeysAnswer['reencryption']>;

/** The last re-encryption (重新加密): which sweep, how far in each table, and the rows that do not open. */
export function ReencryptionCard({ run }: { run: Run }): ReactNode {
  const translate = useTranslate();
  return (
    <Card
      title={translate('keys.reencryption.title', { number: run.toNumber })}
      action={<StateChip kind="reencryption" state={run.state} />}
    >
      {run.state === 'waiting' && (
        <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
          {translate('keys.reencryption.waiting')}
        </Typography>
      )}
      <Facts
        facts={[
          { label: translate('keys.reencryption.sweep'), value: run.sweep },
          { label: translate('keys.reencryption.askedBy'), value: <ActorWord name={run.askedBy} /> },
          { label: translate('keys.reencryption.askedAt'), value: <Instant at={String(run.askedAt)} /> },
          {
            label: translate('keys.reencryption.finishedAt'),
            value: run.finishedAt === null ? null : <Instant at={String(run.finishedAt)} />,
          },
          { label: translate('keys.reencryption.reason'), value: run.reason },
        ]}
      />
      <Sources run={run} />
      <Faults run={run} />
    </Card>
  );
}

function Sources({ run: { sources } }: { run: Run }): ReactNode {
  const translate = useTranslate();
  return (
    <Box component="ul" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none', display: 'grid', gap: 0.75, fontSize: 13 }}>
      {sources.map(({ name, seen, total, moved }) => (
        <Box
          component="li"
          key={name}
          sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap', minWidth: 0 }}
        >
          <Box sx={{ flex: '0 0 116px' }}>{translate(`keys.source.${name}`, { _: name })}</Box>
          <Bar done={seen} total={total} width={120} label={translate(`keys.source.${name}`, { _: name })} />
          <Box sx={{ color: 'tokens.ink2' }}>{translate('keys.reencryption.count', { seen, total, moved })}</Box>
        </Box>
      ))}
    </Box>
  );
}

function Faults({ run: { faults } }: { run: Run }): ReactNode {
  const translate = useTranslate();
  if (faults.length === 0) return null;
  return (
    <Box role="status" sx={{ mt: 1.5, fontSize: 13 }}>
      <Typography variant="body2" sx={{ color: 'tokens.bad' }}>
        {translate('keys.reencryption.faults')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, overflowWrap: 'anywhere' }}>
        {faults.map(({ source, rowKey }) => (
          <li key={`${source} ${rowKey}`}>
            {translate(`keys.source.${source}`, { _: source })} · {rowKey}
          </li>
        ))}
      </Box>
    </Box>
  );
}
