import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Facts } from '../parts/facts';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { Bar } from '../parts/progress';
import { StateChip } from '../parts/state-chip';
import { Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { call } from '../provider';
import type { BulkDetail } from './bulk';

const REFRESH_MS = 2_000;
const counted = ['match', 'mismatch', 'no-record', 'error', 'cancelled', 'open'] as const;
const isOver = (bulk: BulkDetail | undefined): boolean => bulk?.state === 'done' || bulk?.state === 'cancelled';

/** Reads a bulk check, again and again until it is over. */
export function useBulk(id: number | string): { bulk: BulkDetail | undefined; error: unknown; again: () => void } {
  const { data, error, refetch } = useQuery({
    queryKey: ['bulk-check', String(id)],
    queryFn: async ({ signal }) =>
      // The route answers with the schema `bulkCheck`.
      (await call(`/api/v1/real-name-bulk-checks/${encodeURIComponent(id)}`, { signal })).json as BulkDetail,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : REFRESH_MS),
  });
  return {
    bulk: data,
    error,
    again: () => {
      void refetch();
    },
  };
}

/** How far a bulk check is, live, and what came of it so far. */
export function BulkProgress({ id }: { id: number | string }): ReactNode {
  const translate = useTranslate();
  const { bulk, error } = useBulk(id);
  if (error !== null && error !== undefined) return <Trouble error={error} />;
  if (bulk === undefined) return <Bar done={0} total={1} width="100%" label={translate('job.waiting')} />;
  const { counts, total, dueAt } = bulk;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <StateChip kind="bulkCheck" state={bulk.state} />
        <span>{translate('job.count', { done: countText(total - counts.open), total: countText(total) })}</span>
      </Box>
      <Bar done={total - counts.open} total={total} width="100%" label={translate('job.progress')} />
      <Facts
        facts={[
          ...counted.map((name) => ({
            label: translate(`bulkCheck.counts.${name}`),
            value: countText(counts[name]),
          })),
          { label: translate('bulkCheck.costAtMost'), value: <Money fen={bulk.estimateFen} /> },
          ...(dueAt === null ? [] : [{ label: translate('bulkCheck.dueAt'), value: <Instant at={dueAt} /> }]),
        ]}
      />
    </Box>
  );
}
