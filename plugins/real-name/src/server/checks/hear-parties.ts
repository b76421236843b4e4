import type { Core } from '@strapi/strapi';
import type { Queryable } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { z } from 'zod';
import { subjectKinds } from '../../domain';
import { toolsOf } from '../services';
import { CHECK_JOB, queueChecks } from './pending-checks';
import { runChecks } from './run-checks';

const ids = z.array(z.int().min(1));
const workersHeard = z.object({ workerIds: ids });
const cardsHeard = z.object({ cardIds: ids });
const checkRun = z.object({ subjectKind: z.enum(subjectKinds), ids });
const enterpriseHeard = z.object({ enterpriseId: z.int().min(1) });

/** A card is asked about once its owner is known to be real: checking the card of a false name would only cost. */
const CARDS_TO_CHECK = `
SELECT c.card_id AS id FROM parties.published_card_facts c
JOIN parties.published_worker_facts w ON w.worker_id = c.worker_id
WHERE w.real_name_state = 'verified' AND c.state IN ('pending', 'error')`;

async function idsOf(db: Queryable, condition: string, given: readonly number[]): Promise<number[]> {
  const rows = await db.query<{ id: number }>(`${CARDS_TO_CHECK} AND ${condition} = ANY($1::int[]) ORDER BY 1`, [
    given,
  ]);
  return rows.map(({ id }) => id);
}

/** Hears what happens to workers, cards and enterprises, and queues the checks that follow from it. */
export function hearParties(strapi: Core.Strapi): void {
  const jobs = jobsOf(strapi);
  jobs.on('parties.worker.registered', 'real-name.check-identity', async (event, command, tx) => {
    const { workerIds } = workersHeard.parse(event.payload);
    await queueChecks(tx, jobs, command, 'worker', workerIds);
  });
  jobs.on('parties.card.added', 'real-name.check-card', async (event, command, tx) => {
    const { cardIds } = cardsHeard.parse(event.payload);
    await queueChecks(tx, jobs, command, 'bank-card', await idsOf(tx, 'c.card_id', cardIds));
  });
  jobs.on('parties.worker.verified', 'real-name.check-cards', async (event, command, tx) => {
    const { workerIds } = workersHeard.parse(event.payload);
    await queueChecks(tx, jobs, command, 'bank-card', await idsOf(tx, 'c.worker_id', workerIds));
  });
  jobs.on('parties.enterprise.submitted', 'real-name.check-company', async (event, command, tx) => {
    const { enterpriseId } = enterpriseHeard.parse(event.payload);
    await queueChecks(tx, jobs, command, 'enterprise', [enterpriseId]);
  });
  jobs.handle(CHECK_JOB, async (job, command) => {
    const run = checkRun.parse(job.payload);
    const total = run.ids.length;
    await runChecks(toolsOf(strapi), command, run, (done) => job.progress({ stage: 'check', done, total }));
  });
}
