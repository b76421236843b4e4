import type { Queryable } from '@linggong/core';
import { maskPersonalText } from '@linggong/core/domain';
import { FileFault, type BankDocument, type DocumentLine } from '../../domain';
import { plainArray } from '../sql-text';
import { keptPayer, type PayerVault } from './sealed-payers';

interface LineKeeper {
  readonly tx: Queryable;
  readonly vault: PayerVault;
}

/**
 * Keeps the lines of statements and notifications, once for each account, serial of the bank and day: a camt.054 of the morning and the
 * camt.053 of the evening tell the same line. Persons who paid are sealed. Gives how many were new. @throws FileFault `serial-differs`
 */
export async function keepLines(
  { tx, vault }: LineKeeper,
  channel: string,
  fileId: number,
  { lines, statements }: BankDocument,
): Promise<number> {
  const added = lines.length === 0 ? 0 : await insertLines({ tx, vault }, channel, fileId, lines);
  if (added < lines.length) await refuseOtherFacts(tx, channel, lines);
  for (const { statementId, account, openingFen, closingFen } of statements) {
    await tx.query(
      `INSERT INTO channels.statements (channel, statement_id, account, opening_fen, closing_fen, file_id)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (channel, account, statement_id) DO NOTHING`,
      [channel, statementId, account, openingFen, closingFen, fileId],
    );
  }
  return added;
}

async function insertLines(
  { tx, vault }: LineKeeper,
  channel: string,
  fileId: number,
  lines: readonly DocumentLine[],
): Promise<number> {
  const payers = lines.map((line) => keptPayer(vault, line));
  const rows = await tx.query(
    `INSERT INTO channels.statement_lines (channel, account, bank_serial, booked_on, booked_at, direction, amount_fen, reversal,
       end_to_end_id, payer_name, payer_sealed, payer_blind, remark, file_id)
     SELECT $1, account, serial, day, at, direction, amount, reversal, id, payer, sealed, blind, remark, $2
       FROM unnest($3::text[], $4::text[], $5::date[], $6::timestamptz[], $7::text[], $8::bigint[], $9::boolean[], $10::text[],
                   $11::text[], $12::bytea[], $13::bytea[], $14::text[]) WITH ORDINALITY
              AS line (account, serial, day, at, direction, amount, reversal, id, payer, sealed, blind, remark, place) ORDER BY place
     ON CONFLICT (channel, account, bank_serial, booked_on) DO NOTHING RETURNING 1`,
    [
      channel,
      fileId,
      lines.map(({ account }) => account),
      lines.map(({ serial }) => serial),
      plainArray(lines.map(({ bookedOn }) => bookedOn)),
      plainArray(lines.map(({ bookedAt }) => bookedAt.toISOString())),
      plainArray(lines.map(({ direction }) => direction)),
      plainArray(lines.map(({ amountFen }) => amountFen)),
      lines.map(({ reversal }) => reversal),
      // A payer's own reference is his words; ours has letters and is none of a person.
      lines.map(({ endToEndId }) => endToEndId && maskPersonalText(endToEndId)),
      payers.map(({ shown }) => shown),
      payers.map(({ sealed }) => sealed),
      payers.map(({ blind }) => blind),
      payers.map(({ remark }) => remark),
    ],
  );
  return rows.length;
}

/** The same serial of an account on the same day is the same line, or the bank contradicts itself. */
async function refuseOtherFacts(tx: Queryable, channel: string, lines: readonly DocumentLine[]): Promise<void> {
  const other = await tx.maybeOne(
    `SELECT 1 FROM unnest($2::text[], $3::date[], $4::text[], $5::text[], $6::bigint[]) AS line (serial, day, account, direction, amount)
       JOIN channels.statement_lines s ON s.channel = $1 AND s.account = line.account AND s.bank_serial = line.serial AND s.booked_on = line.day
      WHERE (s.direction, s.amount_fen) IS DISTINCT FROM (line.direction, line.amount) LIMIT 1`,
    [
      channel,
      lines.map(({ serial }) => serial),
      plainArray(lines.map(({ bookedOn }) => bookedOn)),
      lines.map(({ account }) => account),
      plainArray(lines.map(({ direction }) => direction)),
      plainArray(lines.map(({ amountFen }) => amountFen)),
    ],
  );
  if (other !== undefined) throw new FileFault('serial-differs');
}
