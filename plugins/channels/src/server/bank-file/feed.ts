import type { Database } from '@linggong/core';
import type { AnswerPage, ChannelAnswer, Enquiry, StatementEntry } from '../../domain';

/** Answers after a cursor, as the files of a channel told them. */
export async function fileAnswers(
  db: Database,
  channel: string,
  cursor: string | undefined,
  limit: number,
): Promise<AnswerPage> {
  const after = cursor === undefined || cursor === '' ? 0n : BigInt(cursor);
  const rows = await db.query<ChannelAnswer & { seq: bigint }>(
    `SELECT seq, end_to_end_id AS "endToEndId", status, reason_code AS "reasonCode", bank_reference AS "bankReference",
            answered_at AS at
       FROM channels.file_answers WHERE channel = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [channel, after, limit + 1],
  );
  const page = rows.slice(0, limit);
  return {
    answers: page.map(({ seq: _seq, ...answer }) => answer),
    cursor: String(page.at(-1)?.seq ?? after),
    more: rows.length > limit,
  };
}

/** What files said last of instructions; `pending` where one stands in a file and nothing was said. */
export function fileEnquiries(db: Database, channel: string, endToEndIds: readonly string[]): Promise<Enquiry[]> {
  return db.query<Enquiry>(
    `SELECT asked.id AS "endToEndId", CASE WHEN i.end_to_end_id IS NULL THEN 'unknown' ELSE coalesce(a.status, 'pending') END AS status
       FROM unnest($2::text[]) WITH ORDINALITY AS asked (id, place)
       LEFT JOIN channels.file_instructions i ON i.end_to_end_id = asked.id AND i.channel = $1
       LEFT JOIN LATERAL (SELECT status FROM channels.file_answers f WHERE f.channel = $1 AND f.end_to_end_id = asked.id
                           ORDER BY seq DESC LIMIT 1) a ON true
      ORDER BY place`,
    [channel, endToEndIds],
  );
}

/** Lines of a sub-account; the balance runs from the opening of its first statement. */
export function fileStatement(
  db: Database,
  channel: string,
  account: string,
  from: Date,
  to: Date,
): Promise<StatementEntry[]> {
  return db.query<StatementEntry>(
    `SELECT serial, account, direction, "amountFen", "balanceAfterFen", reversal, "endToEndId", remark, at FROM (
       SELECT id, bank_serial AS serial, account, direction, amount_fen AS "amountFen", reversal, end_to_end_id AS "endToEndId",
              remark, booked_at AS at,
              (coalesce((SELECT opening_fen FROM channels.statements s WHERE s.channel = $1 AND s.account = $2 ORDER BY s.id LIMIT 1), 0)
                + sum(CASE direction WHEN 'credit' THEN amount_fen ELSE -amount_fen END) OVER (ORDER BY booked_at, id))::bigint
                AS "balanceAfterFen"
         FROM channels.statement_lines WHERE channel = $1 AND account = $2) lines
      WHERE at >= $3 AND at < $4 ORDER BY at, id`,
    [channel, account, from, to],
  );
}
