import type { Command } from '@linggong/core';
import type { IdentitySettings } from '@linggong/config';
import type { SubjectKind } from '../../domain';
import type { RealNameTools } from '../tools';
import { queueChecks } from './pending-checks';

const DAY_MS = 86_400_000;
/** Who was asked about so lately is not asked about again, whatever came of it: a register in trouble is not asked daily. */
const REST_DAYS = 7;

const WORKERS = `
SELECT a.worker_id AS id FROM parties.published_check_ages a
WHERE a.real_name_state = 'verified' AND a.state IN ('active', 'suspended') AND a.checked_at < $1::timestamptz
  AND NOT EXISTS (SELECT FROM parties.published_check_refusals r WHERE r.worker_id = a.worker_id)
  AND NOT EXISTS (SELECT FROM public.real_name_checks c
    WHERE c.worker_id = a.worker_id AND c.subject_kind = 'worker' AND c.checked_at AT TIME ZONE 'UTC' > $2::timestamptz)
ORDER BY a.checked_at, a.worker_id LIMIT $3`;

const ENTERPRISES = `
SELECT a.enterprise_id AS id FROM parties.published_enterprise_check_ages a
WHERE a.verification = 'match' AND a.state IN ('approved', 'active', 'suspended') AND a.checked_at < $1::timestamptz
  AND NOT EXISTS (SELECT FROM public.real_name_checks c
    WHERE c.enterprise_id = a.enterprise_id AND c.checked_at AT TIME ZONE 'UTC' > $2::timestamptz)
ORDER BY a.checked_at, a.enterprise_id LIMIT $3`;

/**
 * Queues the identities and companies whose last answer is too old (R3.2, R2.3), oldest first, at most so many a day. A worker
 * who is no longer who he was falls back from verified and is blocked; a register that cannot answer takes nothing away.
 * @returns how many of each
 */
export async function reverify(
  { database, jobs }: RealNameTools,
  command: Command,
  { workerDays, enterpriseDays, dailyMax }: IdentitySettings['reverification'],
): Promise<{ workers: number; enterprises: number }> {
  const before = (days: number): Date => new Date(command.at.getTime() - days * DAY_MS);
  const queue = (subjectKind: SubjectKind, sql: string, days: number): Promise<number> =>
    database.transaction(async (tx) => {
      const rows = await tx.query<{ id: number }>(sql, [before(days), before(REST_DAYS), dailyMax]);
      const ids = rows.map(({ id }) => id);
      await queueChecks(tx, jobs, command, subjectKind, ids);
      return ids.length;
    });
  return {
    workers: await queue('worker', WORKERS, workerDays),
    enterprises: await queue('enterprise', ENTERPRISES, enterpriseDays),
  };
}
