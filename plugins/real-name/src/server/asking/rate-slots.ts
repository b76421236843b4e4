import { setTimeout as wait } from 'node:timers/promises';
import type { Queryable } from '@linggong/core';
import type { QuestionKind } from '../../domain';

// Each caller moves the instant of the next call on by one interval and learns when his own turn is: the calls of all processes
// together keep the vendor's limit, evenly spaced, and nobody asks again and again whether it is his turn.
const TAKE = `
INSERT INTO real_name.rate_slots AS s (provider, kind, next_at)
VALUES ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
ON CONFLICT (provider, kind) DO UPDATE
SET next_at = GREATEST(s.next_at, clock_timestamp()) + $3 * interval '1 millisecond'
RETURNING (extract(epoch FROM next_at - clock_timestamp()) * 1000 - $3)::float8 AS "waitMs"`;

/** Waits for the next free moment at a vendor. The clock is the database's: one for all processes. */
export async function awaitSlot(db: Queryable, provider: string, kind: QuestionKind, perSecond: number): Promise<void> {
  const { waitMs } = await db.one<{ waitMs: number }>(TAKE, [provider, kind, 1_000 / perSecond]);
  if (waitMs > 0) await wait(waitMs);
}
