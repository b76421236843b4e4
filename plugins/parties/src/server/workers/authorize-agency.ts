import type { Command, Tx } from '@linggong/core';
import { record, singleEntriesMax, type AuditEntry } from '@linggong/audit';
import { isDay, problem, type Day } from '@linggong/core/domain';
import { tellWorkers } from '../tell-parties';
import type { PartiesTools } from '../tools';
import { noSuchWorker } from './worker-rows';

/** 涉税代理授权 (R3.4): from this Shanghai day to that one, both included; no end where `to` is null. */
export interface AgencyGrant {
  readonly workerId: number;
  readonly from: Day;
  readonly to: Day | null;
}

function checkGrant({ from, to }: AgencyGrant): void {
  if (isDay(from) && (to === null || (isDay(to) && to >= from))) return;
  throw problem(
    422,
    'agency-dates',
    { zh: '授权起止日期不对', en: 'The days of the authorization are not in order' },
    { field: 'to' },
  );
}

interface Authorized {
  readonly id: number;
  readonly from: Day;
  readonly to: Day | null;
}

/** A row for each worker, or one row for a whole signing campaign. */
function auditOf(updated: readonly Authorized[]): AuditEntry[] {
  const action = 'worker.authorize-agency';
  if (updated.length > singleEntriesMax) {
    return [{ action, subject: { kind: 'worker', id: 'many' }, ids: updated.map(({ id }) => id) }];
  }
  return updated.map(({ id, from, to }) => ({ action, subject: { kind: 'worker', id }, after: { from, to } }));
}

/**
 * Notes that workers authorized the platform to file and pay their tax. e-sign calls it when the authorization is signed
 * (`from` = day of signing); ending one is a grant with the last day in `to`.
 * @throws Problem `not-found`, `agency-dates`
 */
export async function authorizeAgency(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  grants: readonly AgencyGrant[],
): Promise<void> {
  if (grants.length === 0) return;
  grants.forEach(checkGrant);
  const ids = grants.map(({ workerId }) => workerId);
  await tx.query('SELECT id FROM public.workers WHERE id = ANY($1::int[]) ORDER BY id FOR UPDATE', [ids]);
  const updated = await tx.query<Authorized>(
    `UPDATE public.workers w SET agency_from = g.from_day, agency_to = g.to_day, version = w.version + 1,
       updated_at = $4::timestamptz
     FROM unnest($1::int[], $2::date[], $3::date[]) AS g(worker_id, from_day, to_day)
     WHERE w.id = g.worker_id
     RETURNING w.id, w.agency_from AS "from", w.agency_to AS "to"`,
    [ids, grants.map(({ from }) => from), grants.map(({ to }) => to), command.at],
  );
  if (updated.length < new Set(ids).size) throw noSuchWorker();
  await record(tx, command, auditOf(updated));
  await tellWorkers(
    tx,
    tools.jobs,
    command,
    'parties.worker.agency-authorized',
    updated.map(({ id }) => id),
  );
}
