import type { Queryable } from '@linggong/core';
import type { AuditBreak } from '../../domain';

/**
 * An entry that is in no block: slipped in beside the function, or kept from being sealed.
 * @param archivedRows rows that left the database with their months
 */
export async function strayEntry(
  db: Queryable,
  unsealedSecondsMax: number,
  archivedRows: bigint,
): Promise<AuditBreak | undefined> {
  const late = await db.maybeOne<{ seq: bigint }>(
    `SELECT seq FROM audit.published_unsealed WHERE recorded_at < clock_timestamp() - make_interval(secs => $1)
     ORDER BY seq LIMIT 1`,
    [unsealedSecondsMax],
  );
  if (late) return { kind: 'unsealed', block: null, seq: late.seq };
  // Every sealed row has just been seen, so any surplus is an entry that nobody has sealed or will seal: looked for by name
  // only then, since the search reads all sequence numbers.
  const { surplus } = await db.one<{ surplus: bigint }>(
    `SELECT (SELECT count(*) FROM audit.published_entries) - (SELECT count(*) FROM audit.published_unsealed)
       - (SELECT COALESCE(sum(rows), 0) FROM audit.published_blocks)::bigint + $1::bigint AS surplus`,
    [archivedRows],
  );
  return surplus > 0n ? { kind: 'added', block: null, seq: await addedEntry(db) } : undefined;
}

async function addedEntry(db: Queryable): Promise<bigint | null> {
  const row = await db.maybeOne<{ seq: bigint }>(
    `SELECT min(seq) AS seq FROM (
       (SELECT seq FROM audit.published_entries
        EXCEPT SELECT unnest(seqs) FROM audit.published_blocks EXCEPT SELECT seq FROM audit.published_unsealed)
       UNION ALL SELECT seq FROM audit.published_entries GROUP BY seq HAVING count(*) > 1) AS added`,
  );
  return row?.seq ?? null;
}
