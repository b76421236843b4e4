import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';

/** Whose payments are decided, and on which day. */
export interface SkipQuestion {
  readonly enterpriseId: number;
  readonly workerIds: readonly number[];
  readonly day: Day;
}

/**
 * Rules that workers are let off when this enterprise pays them: by a snooze of theirs or of the enterprise, or by an allow list that
 * names the rule. One statement; workers who are let off nothing are not in the answer.
 */
export async function skippedRules(
  db: Queryable,
  { enterpriseId, workerIds, day }: SkipQuestion,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await db.query<{ workerId: number; rules: string[] }>(
    `WITH holding AS (
       SELECT subject_kind, subject_key, rule FROM risk.published_skips WHERE ends_on IS NULL OR ends_on >= $3::date
     ), paid AS (
       SELECT h.rule FROM holding h JOIN parties.published_enterprise_facts e ON e.enterprise_id = $1
          AND (h.subject_kind, h.subject_key) IN (('enterprise', e.enterprise_id::text), ('uscc', e.uscc))
     ), named AS (
       SELECT w.worker_id, h.rule FROM unnest($2::int[]) AS u (worker_id)
         JOIN parties.published_worker_facts w ON w.worker_id = u.worker_id
         JOIN holding h ON (h.subject_kind, h.subject_key) IN
              (('worker', w.worker_id::text), ('identity', w.identity_blind), ('phone', w.phone_blind))
       UNION SELECT u.worker_id, paid.rule FROM unnest($2::int[]) AS u (worker_id) CROSS JOIN paid
     )
     SELECT worker_id AS "workerId", array_agg(rule ORDER BY rule) AS rules FROM named GROUP BY worker_id`,
    [enterpriseId, workerIds, day],
  );
  return new Map(rows.map(({ workerId, rules }) => [workerId, rules]));
}
