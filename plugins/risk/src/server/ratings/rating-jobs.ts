import type { Command, Database, Tx } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import type { Parties } from '@linggong/parties';
import { z } from 'zod';
import { recheckDaysOf } from '../../domain/ratings';
import { finishOffboarding } from './act-on-offboarding';
import { classPolicies } from './class-policies';
import { rateEnterprises, type RatingCause, type RatingTools } from './rate-enterprises';
import { checkDue, type CreditCheckTools } from './run-checks';
import { suspendByRule } from './suspend-by-rule';

export const RATE_JOB = 'risk.rate-enterprises';
export const CHECK_JOB = 'risk.check-credit';

/** Enterprises of one transaction. */
const CHUNK = 500;
const enterprise = z.object({ enterpriseId: z.int() });

export interface RatingJobTools {
  readonly jobs: Jobs;
  /** Asked for when a job runs: the vault is open by then. */
  readonly checks: () => CreditCheckTools;
  readonly ratings: () => RatingTools;
  readonly parties: () => Pick<Parties, 'moveEnterprise'>;
  readonly database: () => Database;
}

const NEXT = `SELECT enterprise_id AS id FROM parties.published_enterprise_facts
 WHERE enterprise_id > $1 AND state IN ('approved', 'active', 'suspended') ORDER BY enterprise_id LIMIT ${CHUNK.toString()}`;

/** Rates every enterprise that does business here (夜间评级), chunk by chunk, each in its own transaction. */
export async function rateAll(
  { ratings, parties, database }: Pick<RatingJobTools, 'ratings' | 'parties' | 'database'>,
  command: Command,
  progress: (done: number) => Promise<void> = async () => undefined,
): Promise<{ rated: number; changed: number; suspended: number }> {
  const total = { rated: 0, changed: 0, suspended: 0 };
  for (let after = 0; ;) {
    const rows = await database().query<{ id: number }>(NEXT, [after]);
    const last = rows.at(-1);
    if (!last) return total;
    after = last.id;
    const ids = rows.map(({ id }) => id);
    const run = await database().transaction((tx) => rateAndSuspend(ratings(), parties(), tx, command, ids, 'nightly'));
    total.rated += run.rated;
    total.changed += run.changed;
    total.suspended += run.suspends.length;
    await progress(total.rated);
  }
}

/** Rates, and suspends whom the table suspends, on the check that it stands on where that is the last one. */
async function rateAndSuspend(
  tools: RatingTools,
  parties: Pick<Parties, 'moveEnterprise'>,
  tx: Tx,
  command: Command,
  ids: readonly number[],
  cause: RatingCause,
) {
  const run = await rateEnterprises(tools, tx, command, ids, cause);
  for (const rated of run.suspends) {
    const check = await tx.maybeOne<{ id: number }>(
      `SELECT id FROM risk.credit_checks WHERE enterprise_id = $1 AND outcome = 'found' ORDER BY id DESC LIMIT 1`,
      [rated.enterpriseId],
    );
    await suspendByRule(parties, tx, command, rated, check?.id ?? null);
  }
  return run;
}

/** Jobs and hearings of ratings: nightly, after a check, and when something that a rating stands on has happened. */
export function hearForRatings(tools: RatingJobTools): void {
  const { jobs } = tools;
  jobs.handle(CHECK_JOB, async (job, command) => {
    const days = recheckDaysOf(await classPolicies(tools.database()));
    return checkDue(tools.checks(), command, days, (done, total) => job.progress({ stage: 'check', done, total }));
  });
  jobs.handle(RATE_JOB, async (job, command) =>
    rateAll(tools, command, (done) => job.progress({ stage: 'rate', done, total: done })),
  );
  for (const type of [
    'parties.enterprise.approved',
    'parties.enterprise.signed',
    'parties.enterprise.verification-lost',
  ]) {
    jobs.on(type, 'risk.rate', async ({ payload }, command, tx) => {
      const { enterpriseId } = enterprise.parse(payload);
      await rateAndSuspend(tools.ratings(), tools.parties(), tx, command, [enterpriseId], 'event');
    });
  }
  jobs.on('parties.enterprise.offboarded', 'risk.finish-offboarding', async ({ payload }, command, tx) => {
    await finishOffboarding(tx, command, enterprise.parse(payload).enterpriseId);
  });
}
