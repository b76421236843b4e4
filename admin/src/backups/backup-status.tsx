import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { nothing } from '../parts/money-text';
import { Chip } from '../parts/state-chip';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { call } from '../provider';
import type { BackupStatusAnswer } from './backup';

/** Beside the data is said, not shouted: it may be meant so. */
const quiet = ['same-disk', 'files-waiting'];

/** How the backups stand: what is wrong, how far one can go back, how far the log reaches, whether the last drill passed. */
export function BackupStatus({ action }: { action?: ReactNode }): ReactNode {
  const translate = useTranslate();
  const { data, error } = useQuery({
    queryKey: ['backup-status'],
    refetchInterval: 30_000,
    queryFn: async ({ signal }) =>
      // The route answers with the schema `backupStatus`.
      (await call('/api/v1/backups/status', { signal })).json as BackupStatusAnswer,
  });
  if (data === undefined) return error === null ? <PageSkeleton /> : <Trouble error={error} />;
  const label = (name: string): string => translate(`keeping.status.${name}`);
  return (
    <Card title={translate('keeping.status.title')} action={action}>
      <Warnings warnings={data.warnings} />
      <Facts
        facts={[
          { label: label('method'), value: translate(`keeping.method.${data.method}`) },
          { label: label('place'), value: data.place },
          {
            label: label('lastGoodAt'),
            value: data.lastGoodAt === null ? translate('keeping.last.never') : <Instant at={data.lastGoodAt} />,
          },
          { label: label('walReachedAt'), value: <Instant at={data.walReachedAt} seconds /> },
          { label: label('range'), value: <Range from={data.restoreFrom} to={data.restoreTo} /> },
          {
            label: label('lastDrillAt'),
            value: data.lastDrillAt === null ? translate('keeping.last.never') : <Instant at={data.lastDrillAt} />,
          },
        ]}
      />
    </Card>
  );
}

function Warnings({ warnings }: { warnings: readonly string[] }): ReactNode {
  const translate = useTranslate();
  if (warnings.length === 0) return <Chip tone="good">{translate('keeping.status.well')}</Chip>;
  return (
    <Box role="status">
      <Box
        component="ul"
        sx={{ m: 0, mb: 1, p: 0, listStyle: 'none', display: 'grid', gap: 0.5, fontSize: 13, justifyItems: 'start' }}
      >
        {warnings.map((warning) => (
          <li key={warning}>
            <Chip tone={quiet.includes(warning) ? 'wait' : 'bad'}>{translate(`keeping.warning.${warning}`)}</Chip>
          </li>
        ))}
      </Box>
    </Box>
  );
}

function Range({ from, to }: { from: string | null; to: string | null }): ReactNode {
  if (from === null || to === null) return nothing;
  return (
    <>
      <Instant at={from} /> – <Instant at={to} seconds />
    </>
  );
}
