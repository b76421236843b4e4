import type { Queryable } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { FileFault, type BankDocument, type DocumentAnswer } from '../../domain';
import { plainArray } from '../sql-text';

interface KnownInstruction {
  readonly endToEndId: string;
  readonly amountFen: bigint;
}

/**
 * Puts what a file says of payments into the feed that the channel is read by. Each outcome of a payment is told once, whatever
 * file says it first: a statement before the report, a return before the settlement (which it implies), a file twice. What
 * names no payment of ours, or another amount, waits for a person. Gives how many outcomes were new.
 * @throws FileFault `original-differs`
 */
export async function keepAnswers(
  tx: Queryable,
  channel: string,
  fileId: number,
  document: BankDocument,
  at: Date,
): Promise<number> {
  const answers = await named(tx, channel, [...document.answers, ...(await groupAnswers(tx, channel, document))]);
  const known = await knownInstructions(tx, channel, answers);
  const fitting = answers.filter((answer) => fits(answer, known));
  await keepMisfits(
    tx,
    channel,
    answers.filter((answer) => !fits(answer, known)),
    known,
    at,
  );
  const returned = fitting.filter(({ status }) => status === 'returned');
  const implied = returned.map((answer): NamedAnswer => ({
    ...answer,
    status: 'settled',
    reasonCode: null,
    bankReference: answer.originalReference,
  }));
  let count = 0;
  for (const status of ['settled', 'rejected', 'returned'] as const) {
    const direct = fitting.filter((answer) => answer.status === status);
    count += await feed(tx, channel, fileId, direct, at);
    if (status === 'settled') await feed(tx, channel, fileId, implied, at);
  }
  return count;
}

type NamedAnswer = DocumentAnswer & { readonly endToEndId: string };

/** A status of a whole file is one of each of its payments. @throws FileFault where the bank means a file of another size */
async function groupAnswers(
  tx: Queryable,
  channel: string,
  { original, groups }: BankDocument,
): Promise<DocumentAnswer[]> {
  if (original === null) return [];
  const rows = await tx.query<KnownInstruction>(
    `SELECT end_to_end_id AS "endToEndId", amount_fen AS "amountFen" FROM channels.file_instructions
      WHERE channel = $1 AND message_id = $2 ORDER BY end_to_end_id`,
    [channel, original.messageId],
  );
  const totalFen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const isOurs = rows.length > 0;
  if (isOurs && ((original.lines ?? rows.length) !== rows.length || (original.totalFen ?? totalFen) !== totalFen)) {
    throw new FileFault('original-differs', 'OrgnlGrpInfAndSts');
  }
  return groups.flatMap(({ messageId, status, reasonCode, at }) => {
    const ids = isOurs ? rows.map(({ endToEndId }) => endToEndId) : [messageId];
    return ids.map((endToEndId): DocumentAnswer => ({
      endToEndId,
      originalReference: null,
      status,
      reasonCode,
      bankReference: null,
      amountFen: null,
      at,
    }));
  });
}

/**
 * Returns may name only the bank's own serial of the payment; it stands with its settlement, told before or in this very file. A
 * serial of several payments (banks count anew every day) names none, and a return without any reference waits under its own line.
 */
async function named(tx: Queryable, channel: string, answers: readonly DocumentAnswer[]): Promise<NamedAnswer[]> {
  const serials = answers.flatMap(({ endToEndId, originalReference }) =>
    endToEndId === null && originalReference !== null ? [originalReference] : [],
  );
  const ids = await settledBySerial(tx, channel, answers, serials);
  return answers.map((answer) => {
    const { endToEndId, originalReference, bankReference, at } = answer;
    const hits = [...(ids.get(originalReference ?? '') ?? [])];
    const only = hits.length === 1 ? hits[0] : undefined;
    const id = endToEndId ?? only ?? originalReference ?? `${shanghaiDay(at)}/${bankReference ?? ''}`;
    return { ...answer, endToEndId: id };
  });
}

async function settledBySerial(
  tx: Queryable,
  channel: string,
  answers: readonly DocumentAnswer[],
  serials: readonly string[],
): Promise<Map<string, Set<string>>> {
  const ids = new Map<string, Set<string>>();
  if (serials.length === 0) return ids;
  const add = (serial: string, id: string): unknown => ids.set(serial, (ids.get(serial) ?? new Set()).add(id));
  const rows = await tx.query<{ serial: string; id: string }>(
    `SELECT bank_reference AS serial, end_to_end_id AS id FROM channels.file_answers
      WHERE channel = $1 AND status = 'settled' AND bank_reference = ANY ($2::text[])`,
    [channel, serials],
  );
  for (const { serial, id } of rows) add(serial, id);
  for (const { status, bankReference, endToEndId } of answers) {
    if (status === 'settled' && bankReference !== null && endToEndId !== null) add(bankReference, endToEndId);
  }
  return ids;
}

async function knownInstructions(
  tx: Queryable,
  channel: string,
  answers: readonly NamedAnswer[],
): Promise<Map<string, bigint>> {
  const rows = await tx.query<KnownInstruction>(
    `SELECT end_to_end_id AS "endToEndId", amount_fen AS "amountFen" FROM channels.file_instructions
      WHERE channel = $1 AND end_to_end_id = ANY ($2::text[])`,
    [channel, answers.map(({ endToEndId }) => endToEndId)],
  );
  return new Map(rows.map(({ endToEndId, amountFen }) => [endToEndId, amountFen]));
}

function fits({ endToEndId, amountFen }: NamedAnswer, known: ReadonlyMap<string, bigint>): boolean {
  const ours = known.get(endToEndId);
  return ours !== undefined && (amountFen === null || amountFen === ours);
}

async function keepMisfits(
  tx: Queryable,
  channel: string,
  answers: readonly NamedAnswer[],
  known: ReadonlyMap<string, bigint>,
  at: Date,
): Promise<void> {
  if (answers.length === 0) return;
  await tx.query(
    `INSERT INTO channels.unmatched_answers
       (channel, end_to_end_id, status, reason_code, bank_reference, answered_at, received_at, payout_state, note, amount_fen)
     SELECT $1, a.id, a.status, a.reason, a.reference, a.at, $2, p.state, a.note, a.amount
       FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::text[], $9::bigint[])
              AS a (id, status, reason, reference, at, note, amount)
       LEFT JOIN public.payouts p ON p.number = a.id AND p.channel = $1
     ON CONFLICT (channel, end_to_end_id, status) DO NOTHING`,
    [
      channel,
      at,
      answers.map(({ endToEndId }) => endToEndId),
      answers.map(({ status }) => status),
      answers.map(({ reasonCode }) => reasonCode),
      answers.map(({ bankReference }) => bankReference),
      plainArray(answers.map((answer) => answer.at.toISOString())),
      plainArray(answers.map(({ endToEndId }) => (known.has(endToEndId) ? 'amount-differs' : 'reference-unknown'))),
      answers.map(({ amountFen }) => amountFen),
    ],
  );
}

/** A bank's clock may be ahead of ours; nothing happened later than now. */
async function feed(
  tx: Queryable,
  channel: string,
  fileId: number,
  answers: readonly NamedAnswer[],
  at: Date,
): Promise<number> {
  if (answers.length === 0) return 0;
  const rows = await tx.query(
    `INSERT INTO channels.file_answers (channel, end_to_end_id, status, reason_code, bank_reference, answered_at, file_id)
     SELECT DISTINCT ON (a.id, a.status) $1, a.id, a.status, a.reason, a.reference, least(a.at, $2::timestamptz), $3
       FROM unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[]) WITH ORDINALITY
              AS a (id, status, reason, reference, at, place) ORDER BY a.id, a.status, a.place
     ON CONFLICT (channel, end_to_end_id, status) DO NOTHING RETURNING 1`,
    [
      channel,
      at,
      fileId,
      answers.map(({ endToEndId }) => endToEndId),
      answers.map(({ status }) => status),
      answers.map(({ reasonCode }) => reasonCode),
      answers.map(({ bankReference }) => bankReference),
      plainArray(answers.map((answer) => answer.at.toISOString())),
    ],
  );
  return rows.length;
}
