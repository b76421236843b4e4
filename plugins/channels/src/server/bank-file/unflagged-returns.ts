import type { Queryable } from '@linggong/core';
import { reasonOf, type BankDocument, type DocumentAnswer, type DocumentLine } from '../../domain';

/**
 * Some banks book a payment that came back as a plain credit, without `RvslInd` or `RtrInf`: it carries our own reference.
 * Such a credit is a return, never money of a payer; a payer's own reference is none of ours and stays a deposit.
 */
export async function withUnflaggedReturns(
  tx: Queryable,
  channel: string,
  document: BankDocument,
): Promise<BankDocument> {
  const ids = document.lines.flatMap((line) =>
    isPlainCredit(line) && line.endToEndId !== null ? [line.endToEndId] : [],
  );
  if (ids.length === 0) return document;
  const rows = await tx.query<{ id: string }>(
    `SELECT end_to_end_id AS id FROM channels.file_instructions WHERE channel = $1 AND end_to_end_id = ANY ($2::text[])`,
    [channel, ids],
  );
  const ours = new Set(rows.map(({ id }) => id));
  const isReturn = (line: DocumentLine): boolean =>
    isPlainCredit(line) && line.endToEndId !== null && ours.has(line.endToEndId);
  return {
    ...document,
    lines: document.lines.map((line) => (isReturn(line) ? { ...line, reversal: true, payerName: null } : line)),
    answers: [...document.answers, ...document.lines.filter(isReturn).map(returnOf)],
  };
}

const isPlainCredit = ({ direction, reversal }: DocumentLine): boolean => direction === 'credit' && !reversal;

const returnOf = ({ endToEndId, serial, amountFen, bookedAt }: DocumentLine): DocumentAnswer => ({
  endToEndId,
  originalReference: null,
  status: 'returned',
  reasonCode: reasonOf(null),
  bankReference: serial,
  amountFen,
  at: bookedAt,
});
