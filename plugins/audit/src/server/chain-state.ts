import type { Queryable } from '@linggong/core';
import { lastVerifications, type KeptVerification } from './verifying/verification-rows';
import type { SealHead } from './verifying/verify-log';

export interface ChainState {
  readonly blocks: bigint;
  readonly rows: bigint;
  readonly sealedUntil: Date | null;
  readonly unsealed: bigint;
  readonly oldestUnsealedSeconds: number;
  readonly head: SealHead | null;
  readonly roots: bigint;
  readonly lastRootDay: string | null;
  readonly lastVerification: KeptVerification | null;
}

/** The log at this moment: how far it is sealed and signed, and what the last verification found. */
export async function chainState(db: Queryable): Promise<ChainState> {
  const state = await db.one<Omit<ChainState, 'lastVerification'>>(
    `SELECT (SELECT count(*) FROM audit.published_blocks) AS blocks,
            (SELECT coalesce(sum(rows), 0)::bigint FROM audit.published_blocks) AS rows,
            (SELECT last_at FROM audit.published_blocks ORDER BY no DESC LIMIT 1) AS "sealedUntil",
            (SELECT jsonb_build_object('block', no, 'hash', encode(hash, 'hex')) FROM audit.published_blocks
              ORDER BY no DESC LIMIT 1) AS head,
            u.unsealed, u.oldest AS "oldestUnsealedSeconds", r.roots, r.day AS "lastRootDay"
       FROM (SELECT count(*) AS unsealed,
               coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::float8 AS oldest
               FROM audit.published_unsealed) u,
            (SELECT count(*) AS roots, max(day)::text AS day FROM audit.published_roots) r`,
  );
  const [lastVerification = null] = await lastVerifications(db, 1);
  return { ...state, lastVerification };
}
