import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { Bar } from '../parts/progress';
import { Trouble } from '../parts/states-of-page';
import { call, isRecord } from '../provider';
import { useMay } from '../session/use-me';
import { isOver, type Run } from './chain';

/** Verifies the whole log in the background and shows how far it is; the page may be left meanwhile. */
export function VerifyNow({ onDone }: { onDone: () => void }): ReactNode {
  const translate = useTranslate();
  const may = useMay()('audit-log', 'verify');
  const [id, setId] = useState<string | undefined>(undefined);
  const [refused, setRefused] = useState<unknown>(undefined);
  const { data: run } = useQuery<Run>({
    queryKey: ['audit-verification', id],
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data !== undefined && isOver(state.data) ? false : 1_000),
    queryFn: async ({ signal }) => (await call(`/api/v1/audit/verifications/${id ?? ''}`, { signal })).json as Run,
  });
  const over = run !== undefined && isOver(run);
  useEffect(() => {
    if (over) onDone();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it ends; `onDone` is another function at each look of the page
  }, [over]);
  if (!may) return null;
  const running = id !== undefined && !over;
  const start = (): void => {
    setRefused(undefined);
    call('/api/v1/audit/verifications', { method: 'POST', body: {} }).then(
      ({ json }) => {
        setId(isRecord(json) && typeof json['id'] === 'string' ? json['id'] : undefined);
      },
      (error: unknown) => {
        setRefused(error);
      },
    );
  };
  return (
    <Card
      title={translate('audit.verify.title')}
      action={
        <Button size="small" variant="contained" color="primary" disabled={running} onClick={start}>
          {translate('audit.verify.now')}
        </Button>
      }
    >
      <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
        {translate('audit.verify.lead')}
      </Typography>
      {refused !== undefined && <Trouble error={refused} />}
      {running && <Progress run={run} />}
      {over && (
        <Box role="status" sx={{ mt: 1, fontSize: 13 }}>
          {translate(
            `audit.verify.${run.verification === null ? 'failed' : run.verification.ok ? 'whole' : 'broken'}`,
            {
              count: countText(run.verification?.rows ?? 0),
            },
          )}
        </Box>
      )}
    </Card>
  );
}

function Progress({ run }: { run: Run | undefined }): ReactNode {
  const translate = useTranslate();
  const [done, total] = [run?.done ?? 0, run?.total ?? 0];
  return (
    <Box sx={{ display: 'grid', gap: 0.5, mt: 1, fontSize: 13 }}>
      <span>{translate('audit.verify.running', { done: countText(done), total: countText(total) })}</span>
      <Bar done={done} total={total} width="100%" label={translate('job.progress')} />
    </Box>
  );
}
