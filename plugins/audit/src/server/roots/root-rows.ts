import type { Queryable } from '@linggong/core';
import type { DayRoot } from '../../domain';

/** A root as it is kept. `signed` is the text of `root`, byte for byte. */
export interface SignedRoot {
  readonly day: string;
  readonly signed: string;
  readonly signature: Buffer;
  readonly publicKey: Buffer;
}

const select = 'SELECT day::text AS day, signed, signature, public_key AS "publicKey" FROM audit.published_roots';

/** Years of roots; a platform that has more verifies by the newest of them. */
const rootsMax = 40_000;

/** Every root, the oldest first. */
export function allRoots(db: Queryable): Promise<SignedRoot[]> {
  return db.query<SignedRoot>(`${select} ORDER BY day LIMIT ${rootsMax}`);
}

export async function lastRoot(db: Queryable): Promise<SignedRoot | undefined> {
  return db.maybeOne<SignedRoot>(`${select} ORDER BY day DESC LIMIT 1`);
}

export async function rootOfDay(db: Queryable, day: string): Promise<SignedRoot | undefined> {
  return db.maybeOne<SignedRoot>(`${select} WHERE day = $1::date`, [day]);
}

/** @returns false where that day has its root already */
export async function keepRoot(
  db: Queryable,
  root: DayRoot,
  { signed, signature, publicKey }: Omit<SignedRoot, 'day'>,
): Promise<boolean> {
  const row = {
    ...root,
    firstBlock: String(root.firstBlock),
    lastBlock: String(root.lastBlock),
    rows: String(root.rows),
    signed,
    signature: signature.toString('base64'),
    publicKey: publicKey.toString('base64'),
  };
  return (await db.one<{ kept: boolean }>('SELECT audit.keep_root($1::jsonb) AS kept', [JSON.stringify(row)])).kept;
}
