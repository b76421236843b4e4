import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import type { ConsentMethod, ConsentPurpose } from '../../domain/consents';

export interface NewConsents {
  readonly workerIds: readonly number[];
  readonly purposes: readonly ConsentPurpose[];
  readonly method: ConsentMethod;
}

// To the version of the text that is in force at that instant, whatever version is prepared for later.
const GIVE = `
WITH in_force AS (
  SELECT DISTINCT ON (purpose) purpose, version FROM vault.consent_texts
  WHERE purpose = ANY($2::text[]) AND effective_from <= $5::timestamptz ORDER BY purpose, version DESC
)
INSERT INTO vault.consents (worker_id, purpose, version, act, method, at, address, actor_name, account_id, trace_id)
SELECT w.id, f.purpose, f.version, $3, $4, $5::timestamptz, $6, $7, $8, $9
FROM unnest($1::int[]) AS w(id) CROSS JOIN in_force f`;

async function insertActs(
  tx: Queryable,
  command: Command,
  act: 'given' | 'withdrawn',
  { workerIds, purposes, method }: NewConsents,
): Promise<void> {
  const { actor, at, address, traceId } = command;
  const who = [address ?? null, actor.name, actor.accountId ?? null, traceId];
  await tx.query(GIVE, [workerIds, purposes, act, method, at, ...who]);
}

/**
 * Notes the consents that came with a registration, in one statement for one person as for 50,000. What a registration says of
 * itself – the sheet, the paper, the click – is the registration's own audit entry.
 */
export async function giveConsents(tx: Tx, command: Command, consents: NewConsents): Promise<void> {
  if (consents.workerIds.length > 0) await insertActs(tx, command, 'given', consents);
}

interface OneConsent {
  readonly workerId: number;
  readonly purpose: ConsentPurpose;
  readonly method: ConsentMethod;
}

/** Two acts of one person about one purpose come one after the other, and the later one sees the earlier. */
async function lastAct(tx: Tx, { workerId, purpose }: OneConsent): Promise<string | undefined> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('vault.consent:' || $1::int || ':' || $2::text, 0))`, [
    workerId,
    purpose,
  ]);
  const row = await tx.maybeOne<{ act: string }>(
    'SELECT act FROM vault.consents WHERE worker_id = $1 AND purpose = $2 ORDER BY id DESC LIMIT 1',
    [workerId, purpose],
  );
  return row?.act;
}

async function act(tx: Tx, jobs: Jobs, command: Command, said: 'given' | 'withdrawn', one: OneConsent): Promise<void> {
  const { workerId, purpose, method } = one;
  await insertActs(tx, command, said, { workerIds: [workerId], purposes: [purpose], method });
  await record(tx, command, {
    action: said === 'given' ? 'consent.give' : 'consent.withdraw',
    subject: { kind: 'worker', id: workerId },
    after: { purpose, method },
  });
  const event = { type: `vault.consent.${said}`, key: `worker-${workerId}`, payload: { workerId, purpose } };
  await jobs.emit(tx, event, command);
}

/** Notes that one person agreed to one purpose; tells `vault.consent.given`. @throws Problem 409 `consent-stands` */
export async function giveConsent(tx: Tx, jobs: Jobs, command: Command, one: OneConsent): Promise<void> {
  if ((await lastAct(tx, one)) === 'given') {
    throw problem(409, 'consent-stands', { zh: '已经同意，无需重复', en: 'This consent stands already' });
  }
  await act(tx, jobs, command, 'given', one);
}

/**
 * Notes that one person took a consent back (撤回同意, PIPL art. 15): no reason is asked, and who never gave it on record may say so as
 * well. Tells `vault.consent.withdrawn`; what has to end then, its hearers end.
 * @throws Problem 409 `consent-withdrawn`
 */
export async function withdrawConsent(tx: Tx, jobs: Jobs, command: Command, one: OneConsent): Promise<void> {
  if ((await lastAct(tx, one)) === 'withdrawn') {
    throw problem(409, 'consent-withdrawn', { zh: '该项同意已经撤回', en: 'This consent is withdrawn already' });
  }
  await act(tx, jobs, command, 'withdrawn', one);
}
