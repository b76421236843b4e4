import type { Command, Queryable } from '@linggong/core';
import { problem, type Fen } from '@linggong/core/domain';

/** Money that payments take from, or give back to, accepted engagements; several may name the same engagement. */
export interface EngagementAmounts {
  readonly engagementIds: readonly number[];
  readonly fen: readonly Fen[];
}

/**
 * Counts payments against what was accepted, at confirmation (R4.2). An engagement that is paid in full becomes
 * `settled`. The audit row is the caller's: it is his batch.
 * @throws Problem 409 `engagement-overpaid` where one would be paid beyond what was accepted, or is not accepted
 */
export async function settleEngagements(tx: Queryable, command: Command, amounts: EngagementAmounts): Promise<void> {
  const { settled, wanted } = await move(tx, command, amounts, 1n);
  if (settled === wanted) return;
  throw problem(
    409,
    'engagement-overpaid',
    {
      zh: `${wanted - settled} 项任务承揽的可付金额不足或未验收`,
      en: `${wanted - settled} engagements are not accepted, or have less left to pay`,
    },
    { fix: { zh: '请重新校验批次', en: 'Check the batch again' } },
  );
}

/** Gives back what failed, cancelled or returned payments had taken; a settled engagement becomes payable again. */
export async function reopenEngagements(tx: Queryable, command: Command, amounts: EngagementAmounts): Promise<void> {
  await move(tx, command, amounts, -1n);
}

async function move(
  tx: Queryable,
  command: Command,
  { engagementIds, fen }: EngagementAmounts,
  sign: 1n | -1n,
): Promise<{ settled: number; wanted: number }> {
  const { settled, wanted } = await tx.one<{ settled: bigint; wanted: bigint }>(
    `WITH sums AS (
       SELECT u.id, sum(u.fen)::bigint * $3::bigint AS fen FROM unnest($1::int[], $2::bigint[]) AS u (id, fen) GROUP BY u.id
     ), locked AS (
       SELECT g.id FROM public.engagements g WHERE g.id IN (SELECT id FROM sums) ORDER BY g.id FOR UPDATE
     ), moved AS (
       UPDATE public.engagements g
       SET settled_fen = g.settled_fen + s.fen, version = g.version + 1, updated_at = $4::timestamptz,
           state = CASE WHEN g.settled_fen + s.fen = g.accepted_fen THEN 'settled' ELSE 'accepted' END
       FROM sums s, locked l
       WHERE g.id = s.id AND l.id = g.id AND g.state IN ('accepted', 'settled')
         AND g.settled_fen + s.fen BETWEEN 0 AND g.accepted_fen
       RETURNING 1
     )
     SELECT (SELECT count(*) FROM moved) AS settled, (SELECT count(*) FROM sums) AS wanted`,
    [engagementIds, fen, sign, command.at],
  );
  return { settled: Number(settled), wanted: Number(wanted) };
}
