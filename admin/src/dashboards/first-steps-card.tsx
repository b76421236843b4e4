import CheckCircle from '@mui/icons-material/CheckCircle';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { ContractRow } from '../contracts/contract';
import type { EngagementRow } from '../engagements/engagement';
import { Card } from '../parts/card';
import type { ConsoleDataProvider } from '../provider';
import { call } from '../provider/http';
import type { WorkerRecord } from '../workers/worker';
import { firstSteps, type FirstStep } from './first-steps';

/** More contracts than anybody has of these two kinds that stand or wait. */
const contractsMax = 50;

/** What is missing before a worker can be paid (开始前的准备), as long as something is; then it is gone. */
export function FirstStepsCard({ workerId }: { workerId: number }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const { data: steps } = useQuery({
    queryKey: ['first-steps', workerId],
    queryFn: async ({ signal }) => {
      const [contracts, worker, { data: tasks }] = await Promise.all([
        provider.getList<ContractRow>('contracts', {
          pagination: { page: 1, perPage: contractsMax },
          sort: { field: 'id', order: 'DESC' },
          filter: { state: ['sent', 'signed'], kind: ['worker-service', 'tax-agency'] },
          signal,
        }),
        call(`/api/v1/workers/${workerId.toString()}`, { signal }),
        provider.getList<EngagementRow>('engagements', {
          pagination: { page: 1, perPage: 1 },
          sort: { field: 'id', order: 'DESC' },
          filter: {},
          signal,
        }),
      ]);
      // The server's detail of a worker.
      const { cards = [] } = worker.json as WorkerRecord;
      return firstSteps(workerId, contracts.data, cards, tasks.length > 0);
    },
    // Contracts of somebody who has just registered come a moment later.
    refetchInterval: 30_000,
  });
  if (steps === undefined || steps.every(({ done }) => done)) return null;
  const done = steps.filter((one) => one.done).length;
  return (
    <Card title={translate('dashboard.first.title', { done, of: steps.length })} sx={{ mb: 1.5 }}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {steps.map((one) => (
          <StepLine key={one.step} {...one} />
        ))}
      </Box>
    </Card>
  );
}

function StepLine({ step, done, to }: FirstStep): ReactNode {
  const translate = useTranslate();
  const Sign = done ? CheckCircle : RadioButtonUnchecked;
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, py: 1, minHeight: 44 }}>
      <Sign fontSize="small" sx={{ color: done ? 'tokens.good' : 'tokens.ink3' }} aria-hidden />
      <Box sx={{ flex: 1, minWidth: 200 }}>
        <Box sx={{ fontWeight: 600 }}>{translate(`dashboard.first.${step}.name`)}</Box>
        <Box sx={{ fontSize: 13, color: 'tokens.ink2' }}>
          {translate(done ? 'dashboard.first.done' : `dashboard.first.${step}.${to === undefined ? 'waits' : 'why'}`)}
        </Box>
      </Box>
      {!done && to !== undefined && (
        <Button component={Link} to={to} variant="contained" color="primary" sx={{ minHeight: 44 }}>
          {translate(`dashboard.first.${step}.act`)}
        </Button>
      )}
    </Box>
  );
}
