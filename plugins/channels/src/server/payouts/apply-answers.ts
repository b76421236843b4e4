import type { Command, Queryable } from '@linggong/core';
import { bankReasonOf, type AnswerStatus, type ChannelAnswer, type PayoutState } from '../../domain';
import { plainArray } from '../sql-text';

interface AppliedAnswers {
  moved: { orderId: number }[];
  /** Answers that moved nothing: unknown, repeated, or impossible in the payout's state. */
  left: ChannelAnswer[];
}

/** Moves the payouts of one kind of answers, in one statement. */
export async function applyAnswers(
  tx: Queryable,
  channel: string,
  status: AnswerStatus,
  from: readonly PayoutState[],
  answers: readonly ChannelAnswer[],
  command: Command,
): Promise<AppliedAnswers> {
  // States move faster than statistics: by `p.state = ANY` the planner takes a whole file for one row, and compares all with all.
  const moved = await tx.query<{ orderId: number; number: string }>(
    `UPDATE public.payouts p
        SET state = $6, updated_at = $8, bank_reference = coalesce(a.bank_reference, p.bank_reference),
            reason_code = a.reason_code, reason_text = a.reason_text, ${status}_at = a.answered_at AT TIME ZONE 'UTC'
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
              AS a (number, bank_reference, reason_code, reason_text, answered_at)
      WHERE p.number = a.number AND p.channel = $7 AND array_position($9::text[], p.state) IS NOT NULL
     RETURNING p.order_id AS "orderId", p.number`,
    [
      answers.map(({ endToEndId }) => endToEndId),
      answers.map(({ bankReference }) => bankReference),
      answers.map(({ reasonCode }) => reasonCode),
      answers.map(({ reasonCode }) => (reasonCode === null ? null : bankReasonOf(reasonCode).text.zh)),
      plainArray(answers.map(({ at }) => at.toISOString())),
      status,
      channel,
      command.at,
      from,
    ],
  );
  const done = new Set(moved.map(({ number }) => number));
  return { moved, left: answers.filter(({ endToEndId }) => !done.has(endToEndId)) };
}
