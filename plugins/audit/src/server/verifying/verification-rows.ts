import type { Queryable } from '@linggong/core';
import type { SealHead, Verification } from './verify-log';
import type { NamedBreak } from './name-break';

/** What one verification found, as it is kept. */
export interface KeptVerification {
  readonly id: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly actorName: string;
  readonly ok: boolean;
  readonly firstBroken: NamedBreak | null;
  readonly sealedUntil: Date | null;
  readonly blocks: bigint;
  readonly rows: bigint;
  readonly roots: number;
  readonly head: SealHead | null;
}

const select = `SELECT id, started_at AS "startedAt", finished_at AS "finishedAt", actor_name AS "actorName", ok,
  first_broken AS "firstBroken", sealed_until AS "sealedUntil", blocks, rows, roots,
  CASE WHEN head_block IS NOT NULL THEN jsonb_build_object('block', head_block, 'hash', encode(head_hash, 'hex')) END AS head
  FROM audit.published_verifications`;

export async function keepVerification(
  db: Queryable,
  { id, startedAt, actorName }: { id: string; startedAt: Date; actorName: string },
  { head, firstBroken, ...found }: Verification,
): Promise<void> {
  const row = {
    id,
    startedAt,
    actorName,
    ...found,
    headBlock: head?.block,
    headHash: head?.hash,
    firstBroken: firstBroken && { ...firstBroken, block: numberOf(firstBroken.block), seq: numberOf(firstBroken.seq) },
  };
  const text = JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
  await db.query('SELECT audit.keep_verification($1::jsonb)', [text]);
}

const numberOf = (value: bigint | null): number | null => (value === null ? null : Number(value));

/** The newest verifications, the newest first. */
export function lastVerifications(db: Queryable, limit: number): Promise<KeptVerification[]> {
  return db.query<KeptVerification>(`${select} ORDER BY finished_at DESC LIMIT $1`, [limit]);
}

export function verificationById(db: Queryable, id: string): Promise<KeptVerification | undefined> {
  return db.maybeOne<KeptVerification>(`${select} WHERE id = $1`, [id]);
}
