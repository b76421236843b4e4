import type { Queryable, Tx } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import { hasListed } from '@linggong/risk';
import type { CheckRun } from './check-run';

/**
 * Lines of batch $1 in a state $4 whose payee is on a list on day $2, by his number, his card, his phone, or a device on which he signed
 * in within a year: one row a line and kind of list. Whoever is let off the watch list (静默 `list-watch`) for enterprise $3 is not held by it.
 */
const LISTED = (further: string): string => `WITH line AS MATERIALIZED (
    SELECT l.id, l.batch_id, l.check_no, l.worker_id, encode(l.identity_blind, 'hex') AS identity_key,
           encode(l.card_blind, 'hex') AS card_key, w.phone_blind AS phone_key
      FROM settlement.lines l LEFT JOIN parties.published_worker_facts w ON w.worker_id = l.worker_id
     WHERE l.batch_id = $1 AND l.state = $4 AND ${further}
  ), holding AS (
    SELECT kind, number, subject_kind, subject_key FROM risk.published_listed
     WHERE kind IN ('deny', 'watch') AND (ends_on IS NULL OR ends_on >= $2::date)
  ), met AS (
    SELECT l.*, h.kind, h.number FROM line l JOIN holding h ON h.subject_kind = 'identity' AND h.subject_key = l.identity_key
    UNION ALL
    SELECT l.*, h.kind, h.number FROM line l JOIN holding h ON h.subject_kind = 'card' AND h.subject_key = l.card_key
    UNION ALL
    SELECT l.*, h.kind, h.number FROM line l JOIN holding h ON h.subject_kind = 'phone' AND h.subject_key = l.phone_key
    UNION ALL
    SELECT l.*, h.kind, h.number FROM holding h
      JOIN access.published_signals g ON g.kind = 'device' AND g.signal_key = h.subject_key AND g.party_kind = 'worker'
       AND g.last_day > $2::date - 365
      JOIN line l ON l.worker_id = g.party_id
     WHERE h.subject_kind = 'device'
  )
  SELECT m.id, m.batch_id, m.check_no, CASE m.kind WHEN 'deny' THEN 'payee-denied' ELSE 'payee-watched' END AS code,
         jsonb_build_object('entry', min(m.number)) AS params
    FROM met m
   WHERE m.kind = 'deny' OR NOT EXISTS (
           SELECT FROM risk.published_skips s WHERE s.rule = 'list-watch' AND (s.ends_on IS NULL OR s.ends_on >= $2::date)
              AND (s.subject_kind, s.subject_key) IN (('worker', m.worker_id::text), ('enterprise', $3::int::text),
                   ('identity', m.identity_key), ('phone', m.phone_key), ('card', m.card_key)))
   GROUP BY m.id, m.batch_id, m.check_no, m.kind`;

/** Stores who of a check's lines is denied, and who is watched (黑白名单, R6.3). Costs one look where nobody is listed. */
export async function storeListBlockers(tx: Tx, run: CheckRun): Promise<void> {
  if (!(await hasListed(tx, run.day))) return;
  await tx.query(
    `INSERT INTO settlement.blockers (line_id, batch_id, check_no, lasting, code, params)
     SELECT id, batch_id, check_no, true, code, params FROM (${LISTED('l.check_no = $5')}) listed`,
    [run.batchId, run.day, run.enterpriseId, 'read', run.checkNo],
  );
}

/** Lines that were found payable and whose payee is listed since: a confirmation looks once more. */
export async function listedLines(
  db: Queryable,
  batch: { readonly id: number; readonly enterpriseId: number },
  day: Day,
): Promise<number[]> {
  if (!(await hasListed(db, day))) return [];
  const rows = await db.query<{ id: bigint }>(`SELECT DISTINCT id FROM (${LISTED('true')}) listed`, [
    batch.id,
    day,
    batch.enterpriseId,
    'ready',
  ]);
  return rows.map(({ id }) => Number(id));
}

/** The entry by which an enterprise is denied on a day; undefined where it is not. */
export async function deniedEnterprise(db: Queryable, enterpriseId: number, day: Day): Promise<string | undefined> {
  const row = await db.maybeOne<{ number: string }>(
    `SELECT x.number FROM risk.published_listed x JOIN parties.published_enterprise_facts e ON e.uscc = x.subject_key
      WHERE e.enterprise_id = $1 AND x.subject_kind = 'uscc' AND x.kind = 'deny'
        AND (x.ends_on IS NULL OR x.ends_on >= $2::date)`,
    [enterpriseId, day],
  );
  return row?.number;
}
