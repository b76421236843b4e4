import type { IdentitySettings } from '@linggong/config';
import type { Queryable } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import { z } from 'zod';
import { subjectKinds } from '../../domain';
import { BULK_JOB, runBulk } from '../bulk/run-bulk';
import type { RealNameTools } from '../tools';
import { CHECK_JOB, queueChecks } from './pending-checks';
import { resumeWaiting } from './resume-waiting';
import { reverify } from './reverify';
import { runChecks } from './run-checks';

const ids = z.array(z.int().min(1));
const workersHeard = z.object({ workerIds: ids });
const cardsHeard = z.object({ cardIds: ids });
const checkRun = z.object({ subjectKind: z.enum(subjectKinds), ids });
const bulkRun = z.object({ bulkId: z.int().min(1) });
const enterpriseHeard = z.object({ enterpriseId: z.int().min(1) });

// Events are heard late and more than once: only what still waits for its first answer is asked about, so that nobody
// pays twice for an answer that somebody else fetched meanwhile. The named rows are fetched first (MATERIALIZED): right
// after an import the planner has no statistics and would walk all verified workers for each few hundred.
const WORKERS = `
WITH named AS MATERIALIZED (
  SELECT worker_id, real_name_state FROM parties.published_worker_facts WHERE worker_id = ANY($1::int[]))
SELECT worker_id AS id FROM named WHERE real_name_state = 'pending'
  AND NOT EXISTS (SELECT FROM parties.published_check_refusals r WHERE r.worker_id = named.worker_id) ORDER BY 1`;
const ENTERPRISES = `SELECT enterprise_id AS id FROM parties.published_enterprise_facts
WHERE enterprise_id = ANY($1::int[]) AND verification = 'pending'`;
const ADDED_CARDS = cardsBy('card_id');
const CARDS_OF_WORKERS = cardsBy('worker_id');

/** A card is asked about once its owner is known to be real: checking the card of a false name would only cost. */
function cardsBy(column: 'card_id' | 'worker_id'): string {
  return `
WITH named AS MATERIALIZED (
  SELECT card_id, worker_id, state FROM parties.published_card_facts WHERE ${column} = ANY($1::int[]))
SELECT card_id AS id FROM named WHERE state IN ('pending', 'error') AND 'verified' =
  (SELECT w.real_name_state FROM parties.published_worker_facts w WHERE w.worker_id = named.worker_id) ORDER BY 1`;
}

async function idsOf(db: Queryable, sql: string, given: readonly number[]): Promise<number[]> {
  const rows = await db.query<{ id: number }>(sql, [given]);
  return rows.map(({ id }) => id);
}

/**
 * Hears what happens to workers, cards and enterprises, and queues the checks that follow from it.
 * @param tools asked for when a job runs: the vault is open by then
 */
export function hearParties(
  jobs: Jobs,
  tools: () => RealNameTools,
  reverification: IdentitySettings['reverification'],
): void {
  jobs.on('parties.worker.registered', 'real-name.check-identity', async (event, command, tx) => {
    const { workerIds } = workersHeard.parse(event.payload);
    await queueChecks(tx, jobs, command, 'worker', await idsOf(tx, WORKERS, workerIds));
  });
  jobs.on('parties.card.added', 'real-name.check-card', async (event, command, tx) => {
    const { cardIds } = cardsHeard.parse(event.payload);
    await queueChecks(tx, jobs, command, 'bank-card', await idsOf(tx, ADDED_CARDS, cardIds));
  });
  jobs.on('parties.worker.verified', 'real-name.check-cards', async (event, command, tx) => {
    const { workerIds } = workersHeard.parse(event.payload);
    await queueChecks(tx, jobs, command, 'bank-card', await idsOf(tx, CARDS_OF_WORKERS, workerIds));
  });
  jobs.on('parties.enterprise.submitted', 'real-name.check-company', async (event, command, tx) => {
    const { enterpriseId } = enterpriseHeard.parse(event.payload);
    await queueChecks(tx, jobs, command, 'enterprise', await idsOf(tx, ENTERPRISES, [enterpriseId]));
  });
  jobs.handle(CHECK_JOB, async (job, command) => {
    const run = checkRun.parse(job.payload);
    const total = run.ids.length;
    await runChecks(tools(), command, run, (done) => job.progress({ stage: 'check', done, total }));
  });
  jobs.handle(BULK_JOB, async (job, command) => {
    await runBulk(tools(), command, BigInt(bulkRun.parse(job.payload).bulkId), job.progress);
  });
  jobs.handle('real-name.resume', async (_job, command) => ({ resumed: await resumeWaiting(tools(), command) }));
  jobs.handle('real-name.reverify', async (_job, command) => reverify(tools(), command, reverification));
}
