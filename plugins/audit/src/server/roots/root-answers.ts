import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { rootOfDay } from './root-rows';

export interface RootAnswer {
  readonly day: string;
  readonly firstBlock: bigint;
  readonly lastBlock: bigint;
  readonly rows: bigint;
  readonly root: string;
  readonly keyId: string;
  readonly signedAt: Date;
}

/** Roots, the newest day first. */
export function listRoots(
  db: Queryable,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<RootAnswer[]> {
  return db.query<RootAnswer>(
    `SELECT day::text AS day, first_block AS "firstBlock", last_block AS "lastBlock", rows, encode(root, 'hex') AS root,
            key_id AS "keyId", signed_at AS "signedAt"
       FROM audit.published_roots WHERE $1::text IS NULL OR day::text < $1 ORDER BY day DESC LIMIT $2`,
    [before ?? null, limit],
  );
}

/** What the file of a day holds. @throws Problem 404 */
export async function rootForFile(
  db: Queryable,
  day: string,
): Promise<{ day: string; signed: string; signature: string; publicKey: string }> {
  const root = await rootOfDay(db, day).catch(() => undefined);
  if (!root) throw notFound({ zh: '日根', en: 'root' });
  return {
    day: root.day,
    signed: root.signed,
    signature: root.signature.toString('base64'),
    publicKey: root.publicKey.toString('base64'),
  };
}
