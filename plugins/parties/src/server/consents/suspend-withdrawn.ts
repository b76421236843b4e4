import { systemCommand, type Command, type Tx } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import { withdrawnNeeds } from '@linggong/vault';
import { z } from 'zod';
import type { PartiesTools } from '../tools';
import { actOnWorker } from '../workers/act-on-worker';

const consentHeard = z.object({ workerId: z.int().min(1), purpose: z.string() });
const workersHeard = z.object({ workerIds: z.array(z.int().min(1)) });

/**
 * Suspends those of the named workers who are active although a consent that the service needs stands withdrawn: from then on nothing
 * new is done with their data, and what was promised to them before is still paid (PIPL art. 15, 16).
 */
async function suspendWithdrawn(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  workerIds: readonly number[],
): Promise<void> {
  const withdrawn = await withdrawnNeeds(tx, workerIds);
  if (withdrawn.length === 0) return;
  const active = await tx.query<{ id: number }>(
    `SELECT id FROM public.workers WHERE id = ANY($1::int[]) AND state = 'active' ORDER BY id FOR UPDATE`,
    [withdrawn.map(({ workerId }) => workerId)],
  );
  const own = systemCommand('parties', command.at, command.traceId);
  for (const { id } of active) {
    const purposes = withdrawn.find(({ workerId }) => workerId === id)?.purposes.join(', ') ?? '';
    const reason = `本人已撤回同意 · consent withdrawn: ${purposes}`;
    await actOnWorker(tools, tx, { ...own, reason }, id, 'suspend');
  }
}

/** Hears withdrawals, and checks that were under way when one came: their answer would make him active again. */
export function hearConsents(jobs: Jobs, tools: () => PartiesTools): void {
  jobs.on('vault.consent.withdrawn', 'parties.suspend-withdrawn', async (event, command, tx) => {
    await suspendWithdrawn(tools(), tx, command, [consentHeard.parse(event.payload).workerId]);
  });
  jobs.on('parties.worker.verified', 'parties.suspend-withdrawn', async (event, command, tx) => {
    await suspendWithdrawn(tools(), tx, command, workersHeard.parse(event.payload).workerIds);
  });
}
