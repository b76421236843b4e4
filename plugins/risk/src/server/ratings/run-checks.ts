import type { Command, Database, Queryable } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import type { Vault } from '@linggong/vault';
import { askCredit, usualPatience, type CreditPatience } from '../registries/ask-credit';
import type { CreditChain } from '../registries/create-registries';
import { keepAnswer, type CheckCause, type LookedAt } from './keep-check';

/** What checks at registers work with. */
export interface CreditCheckTools {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly vault: Vault;
  readonly chain: CreditChain;
  readonly patience?: CreditPatience;
  /** Rates the enterprise anew in the transaction of its check: what a register found counts at once. */
  readonly afterCheck?: (
    tx: Parameters<Parameters<Database['transaction']>[0]>[0],
    command: Command,
    enterpriseId: number,
    checkId: number,
  ) => Promise<void>;
}

/** Looks of one run: a wave of old checks does not come back as a wave of costs. */
export const CHECKS_MAX = 200;
const DAY_MS = 86_400_000;
/** Whoever was asked about so lately is not asked about again, whatever came of it. */
const REST_DAYS = 3;

/**
 * Enterprises whose last answer is too old, oldest first: of a weak class sooner (`days` by class), of none as of class C.
 * $1 now, $2 days by class as JSON, $3 rest, $4 at most so many.
 */
const DUE = `
SELECT e.enterprise_id AS "enterpriseId", e.name, e.uscc
  FROM parties.published_enterprise_facts e
  LEFT JOIN risk.rating_heads h ON h.enterprise_id = e.enterprise_id
  LEFT JOIN LATERAL (SELECT max(c.checked_at) AS at, max(c.checked_at) FILTER (WHERE c.outcome = 'found') AS found_at
    FROM risk.credit_checks c WHERE c.enterprise_id = e.enterprise_id) last ON true
 WHERE e.state IN ('approved', 'active', 'suspended')
   AND (last.found_at IS NULL OR last.found_at < $1::timestamptz - make_interval(days => (($2::jsonb) ->> coalesce(h.class, 'C'))::int))
   AND (last.at IS NULL OR last.at < $3::timestamptz)
 ORDER BY last.found_at NULLS FIRST, e.enterprise_id LIMIT $4`;

/** @param daysByClass after how many days a check of each class is too old */
export function dueForCheck(
  db: Queryable,
  at: Date,
  daysByClass: Readonly<Record<string, number>>,
  max = CHECKS_MAX,
): Promise<LookedAt[]> {
  return db.query<LookedAt>(DUE, [at, JSON.stringify(daysByClass), new Date(at.getTime() - REST_DAYS * DAY_MS), max]);
}

/** One enterprise, as it is looked at. Undefined where there is none. */
export function lookedAt(db: Queryable, enterpriseId: number): Promise<LookedAt | undefined> {
  return db.maybeOne<LookedAt>(
    `SELECT enterprise_id AS "enterpriseId", name, uscc FROM parties.published_enterprise_facts WHERE enterprise_id = $1`,
    [enterpriseId],
  );
}

/** Asks outside of a transaction, then keeps the answer with what follows from it. @returns id of the check */
export async function checkCredit(
  tools: CreditCheckTools,
  command: Command,
  company: LookedAt,
  cause: CheckCause,
): Promise<number> {
  const { database, jobs, chain, patience = usualPatience } = tools;
  const { uscc, name } = company;
  const asked = await askCredit({ database, jobs }, command, chain, { uscc, name }, patience);
  return database.transaction(async (tx) => {
    const id = await keepAnswer(tools, tx, command, company, cause, asked);
    await tools.afterCheck?.(tx, command, company.enterpriseId, id);
    return id;
  });
}

/** The scheduled looks of a day (定期核查): one after another, each with its own transaction, so that a killed run goes on where it was. */
export async function checkDue(
  tools: CreditCheckTools,
  command: Command,
  daysByClass: Readonly<Record<string, number>>,
  progress: (done: number, total: number) => Promise<void> = async () => undefined,
): Promise<{ checked: number }> {
  // Without a register every look would only say so; people capture by hand then.
  if (tools.chain.registries.length === 0) return { checked: 0 };
  const due = await dueForCheck(tools.database, command.at, daysByClass);
  for (const [index, company] of due.entries()) {
    await checkCredit(tools, command, company, 'scheduled');
    await progress(index + 1, due.length);
  }
  return { checked: due.length };
}
