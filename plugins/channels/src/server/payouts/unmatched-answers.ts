import type { Command, Queryable } from '@linggong/core';
import type { ChannelAnswer } from '../../domain';
import { plainArray } from '../sql-text';

/**
 * Keeps answers that fit no payout in its state, for a person to look at; gives how many are new. An answer that only
 * repeats what the payout already says (a bank that tells twice) is dropped.
 */
export async function keepUnmatched(
  tx: Queryable,
  channel: string,
  answers: readonly ChannelAnswer[],
  command: Command,
): Promise<number> {
  if (answers.length === 0) return 0;
  const kept = await tx.query(
    `INSERT INTO channels.unmatched_answers
       (channel, end_to_end_id, status, reason_code, bank_reference, answered_at, received_at, payout_state, note)
     SELECT $1, a.number, a.status, a.reason_code, a.bank_reference, a.answered_at, $7, p.state,
            CASE WHEN p.state IS NULL THEN 'reference-unknown' ELSE 'state-differs' END
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
              AS a (number, status, reason_code, bank_reference, answered_at)
       LEFT JOIN public.payouts p ON p.number = a.number AND p.channel = $1
      WHERE NOT coalesce(p.state = a.status OR (p.state = 'returned' AND a.status = 'settled'), false)
     ON CONFLICT (channel, end_to_end_id, status) DO NOTHING RETURNING 1`,
    [
      channel,
      answers.map(({ endToEndId }) => endToEndId),
      answers.map(({ status }) => status),
      answers.map(({ reasonCode }) => reasonCode),
      answers.map(({ bankReference }) => bankReference),
      plainArray(answers.map(({ at }) => at.toISOString())),
      command.at,
    ],
  );
  return kept.length;
}
