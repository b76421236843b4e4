import type { Queryable } from '@linggong/core';
import type { Day, Fen } from '@linggong/core/domain';

/** Credits on statements of banks that are no deposit yet (未认领来款): few among all lines, found by an index of their own. */
export function unregisteredCredits(db: Queryable): Promise<{ count: number; amountFen: Fen; oldestOn: Day | null }> {
  return db.one(
    `SELECT count(*)::int AS count, coalesce(sum(amount_fen), 0)::bigint AS "amountFen", min(booked_on)::text AS "oldestOn"
       FROM channels.statement_lines WHERE direction = 'credit' AND NOT reversal AND deposit_number IS NULL`,
  );
}
