import type { Command, Tx } from '@linggong/core';
import { record, singleEntriesMax, type AuditEntry } from '@linggong/audit';
import { isDay, problem, shanghaiDay, type Day } from '@linggong/core/domain';
import { tellWorkers } from '../tell-parties';
import type { PartiesTools } from '../tools';
import { rebuildAgencyTime } from './agency-time';
import { noSuchWorker } from './worker-rows';

/** 涉税代理授权 (R3.4): from this Shanghai day to that one, both included; no end where `to` is null. */
export interface AgencyGrant {
  readonly workerId: number;
  readonly from: Day;
  readonly to: Day | null;
}

/** An authorization that a worker signed as a contract of e-sign, which keeps his consent. */
export interface SignedAgencyGrant extends AgencyGrant {
  readonly contractId: number;
  readonly method: 'click' | 'sms-code' | 'paper' | 'provider';
}

type AnyGrant = AgencyGrant & Partial<SignedAgencyGrant>;

function checkGrant({ from, to }: AgencyGrant): void {
  if (isDay(from) && (to === null || (isDay(to) && to >= from))) return;
  throw problem(
    422,
    'agency-dates',
    { zh: '授权起止日期不对', en: 'The days of the authorization are not in order' },
    { field: 'to' },
  );
}

/** A row for each worker, or one row for a whole signing campaign. */
function auditOf(action: string, grants: readonly AnyGrant[]): AuditEntry[] {
  if (grants.length > singleEntriesMax) {
    const ids = grants.map(({ workerId }) => workerId);
    return [{ action, subject: { kind: 'worker', id: 'many' }, ids, after: { authorizations: ids.length } }];
  }
  return grants.map(({ workerId, from, to, contractId, method }) => ({
    action,
    subject: { kind: 'worker', id: workerId },
    after: { from, to, method: method ?? 'paper', ...(contractId !== undefined && { contractId }) },
  }));
}

const INSERT = `
INSERT INTO parties.agency_authorizations (worker_id, contract_id, consent_method, from_day, to_day, recorded_at, actor_name,
  account_id, address, trace_id)
SELECT worker_id, contract_id, method, from_day, to_day, $6::timestamptz, $7, $8, $9, $10
FROM unnest($1::int[], $2::int[], $3::text[], $4::date[], $5::date[])
  AS g(worker_id, contract_id, method, from_day, to_day)`;

async function insertGrants(tx: Tx, command: Command, grants: readonly AnyGrant[]): Promise<void> {
  const { actor, at, address, traceId } = command;
  await tx.query(INSERT, [
    grants.map(({ workerId }) => workerId),
    grants.map(({ contractId }) => contractId ?? null),
    grants.map(({ method }) => method ?? 'paper'),
    grants.map(({ from }) => from),
    grants.map(({ to }) => to),
    at,
    actor.name,
    actor.accountId ?? null,
    address ?? null,
    traceId,
  ]);
}

/**
 * Authorizations of a worker change one after the other: each sees all those before it when his days are rebuilt.
 * @throws Problem `not-found`
 */
async function lockWorkers(tx: Tx, ids: readonly number[]): Promise<void> {
  const locked = await tx.query('SELECT id FROM public.workers WHERE id = ANY($1::int[]) ORDER BY id FOR UPDATE', [
    ids,
  ]);
  if (locked.length < ids.length) throw noSuchWorker();
}

async function grant(tools: PartiesTools, tx: Tx, command: Command, grants: readonly AnyGrant[]): Promise<void> {
  grants.forEach(checkGrant);
  const ids = [...new Set(grants.map(({ workerId }) => workerId))];
  await lockWorkers(tx, ids);
  await insertGrants(tx, command, grants);
  await rebuildAgencyTime(tx, command, ids);
  await tellWorkers(tx, tools.jobs, command, 'parties.worker.agency-authorized', ids);
}

/**
 * Notes authorizations that workers signed, set-based. e-sign calls it in the transaction that records their consent.
 * @throws Problem `not-found`, `agency-dates`
 */
export async function authorizeAgency(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  grants: readonly SignedAgencyGrant[],
): Promise<void> {
  if (grants.length === 0) return;
  await grant(tools, tx, command, grants);
  await record(tx, command, auditOf('worker.authorize-agency', grants));
}

/** Ends the authorizations of withdrawn contracts with this day; others of the same workers go on. */
export async function endAgency(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  contractIds: readonly number[],
): Promise<void> {
  const holders = await tx.query<{ id: number }>(
    'SELECT DISTINCT worker_id AS id FROM parties.agency_authorizations WHERE contract_id = ANY($1::int[])',
    [contractIds],
  );
  const ids = holders.map(({ id }) => id);
  await lockWorkers(tx, ids);
  const ended = await tx.query<{ workerId: number; from: Day; to: Day | null; contractId: number }>(
    `UPDATE parties.agency_authorizations SET ended_on = $2::date
     WHERE contract_id = ANY($1::int[]) AND (ended_on IS NULL OR ended_on > $2::date)
     RETURNING worker_id AS "workerId", from_day AS "from", ended_on AS "to", contract_id AS "contractId"`,
    [contractIds, shanghaiDay(command.at)],
  );
  await rebuildAgencyTime(tx, command, ids);
  await record(tx, command, auditOf('worker.end-agency', ended));
  await tellWorkers(tx, tools.jobs, command, 'parties.worker.agency-authorized', ids);
}

/**
 * Records an authorization that a worker gave on paper, by the member of staff who holds it. From its first day on it stands
 * in place of earlier papers of the same time, so that one is ended by recording the shorter time; it touches no contract.
 * @throws Problem `not-found`, `agency-dates`
 */
export async function recordPaperAgency(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  paper: AgencyGrant,
): Promise<void> {
  checkGrant(paper);
  await lockWorkers(tx, [paper.workerId]);
  await tx.query(
    `UPDATE parties.agency_authorizations a SET ended_on = $2::date - 1
     FROM parties.published_agency_days d
     WHERE d.authorization_id = a.id AND a.worker_id = $1 AND a.contract_id IS NULL
       AND ($3::date IS NULL OR d.first_day <= $3::date) AND (d.last_day IS NULL OR d.last_day >= $2::date)`,
    [paper.workerId, paper.from, paper.to],
  );
  await grant(tools, tx, command, [paper]);
  await record(tx, command, auditOf('worker.record-paper-agency', [paper]));
}

/** Papers that came with a registration; the workers are new, and their days stand in their rows already. */
export async function recordStagedAgency(tx: Tx, command: Command, batchId: string): Promise<void> {
  const grants = await tx.query<AgencyGrant>(
    `SELECT worker_id AS "workerId", agency_from AS "from", agency_to AS "to" FROM parties.worker_staging
     WHERE batch_id = $1 AND outcome = 'registered' AND agency_from IS NOT NULL ORDER BY worker_id`,
    [batchId],
  );
  if (grants.length === 0) return;
  await insertGrants(tx, command, grants);
  await record(tx, command, auditOf('worker.record-paper-agency', grants));
}
