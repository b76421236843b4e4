import { record } from '@linggong/audit';
import type { Command, Database, Queryable, Tx } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import { problem, type Fen } from '@linggong/core/domain';
import type { Instruction, PayoutChannel } from '../../domain';
import { demandWindow } from './file-window';
import { emitPayouts } from './payout-events';

interface FileRow {
  channel: string;
  state: 'prepared' | 'sending' | 'sent';
}

export interface SentFile {
  messageId: string;
  /** Instructions of the file that were sent (cancelled ones are not). */
  lines: number;
}

/** Runs in the transaction in which payouts become `sent`, with their orders; what must change with the hand-over. */
export type HandedOver = (tx: Tx, orderIds: readonly number[]) => Promise<void>;

/**
 * Sends one file, at least once. A file that has not left asks first whether the bank is there: as long as it is away, its
 * payouts stay `prepared`, and the caller may still take them back (a month that ends meanwhile). Then the payouts are marked as sent and committed – from then on they may have reached
 * the bank, and only the bank says what became of them –, then the file goes out, then the bank's receipt is noted. Killed
 * at any point, it is called again: the bank takes each EndToEndId once.
 * @throws ChannelFault from the channel: try again (`unavailable`), or a person must look (`conflict`)
 * @throws Problem 404 `payout-file-unknown`
 */
export async function sendFile(
  db: Database,
  jobs: Pick<Jobs, 'emitAll'>,
  channelOf: (name: string) => PayoutChannel,
  command: Command,
  messageId: string,
  handedOver: HandedOver = async () => undefined,
): Promise<SentFile> {
  await demandBank(db, channelOf, command, messageId);
  const file = await db.transaction((tx) => handOver(tx, jobs, command, messageId, handedOver));
  if (file.state === 'sent') return { messageId, lines: 0 };
  const instructions = await instructionsOf(db, messageId);
  if (instructions.length > 0) await channelOf(file.channel).submit({ messageId, instructions }, command.at);
  await db.transaction((tx) => noteReceipt(tx, command, messageId));
  return { messageId, lines: instructions.length };
}

/** The bank has the file: nothing of it is sent again. */
async function noteReceipt(tx: Tx, command: Command, messageId: string): Promise<void> {
  const noted = await tx.query(
    "UPDATE channels.files SET state = 'sent', confirmed_at = $2 WHERE message_id = $1 AND state = 'sending' RETURNING 1",
    [messageId, command.at],
  );
  if (noted.length === 0) return;
  const subject = { kind: 'payout-file', id: messageId };
  const before = { state: 'sending' };
  await record(tx, command, { action: 'payout-file.acknowledge', subject, before, after: { state: 'sent' } });
}

/**
 * Asks whether the bank of a file that has not left is there: any answer will do, even that it does not know the payment.
 * Outside of its window nothing leaves either.
 * @throws ChannelFault where it is away, or the window closed
 */
export async function demandBank(
  db: Database,
  channelOf: (name: string) => PayoutChannel,
  command: Command,
  messageId: string,
): Promise<void> {
  const first = await db.maybeOne<{ channel: string; number: string }>(
    `SELECT f.channel, p.number FROM channels.files f JOIN public.payouts p ON p.instruction_file = $1
      WHERE f.message_id = $1 AND f.state = 'prepared' AND p.state = 'prepared' LIMIT 1`,
    [messageId],
  );
  if (!first) return;
  await demandWindow(db, command, messageId);
  await channelOf(first.channel).enquire([first.number], command.at);
}

/** From here on the payouts may have reached the bank. The first instant stays: its Shanghai day is the tax date. */
async function handOver(
  tx: Tx,
  jobs: Pick<Jobs, 'emitAll'>,
  command: Command,
  messageId: string,
  handedOver: HandedOver,
): Promise<FileRow> {
  const file = await tx.maybeOne<FileRow>(
    'SELECT channel, state FROM channels.files WHERE message_id = $1 FOR UPDATE',
    [messageId],
  );
  if (!file) throw unknownFile(messageId);
  if (file.state !== 'prepared') return file;
  await tx.query("UPDATE channels.files SET state = 'sending', handed_over_at = $2 WHERE message_id = $1", [
    messageId,
    command.at,
  ]);
  const sent = await tx.query<{ orderId: number; amountFen: Fen }>(
    `UPDATE public.payouts SET state = 'sent', sent_at = $2, updated_at = $2
      WHERE instruction_file = $1 AND state = 'prepared' RETURNING order_id AS "orderId", amount_fen AS "amountFen"`,
    [messageId, command.at],
  );
  await handedOver(
    tx,
    sent.map(({ orderId }) => orderId),
  );
  await emitPayouts(tx, jobs, command, { verb: 'sent', channel: file.channel, key: messageId, orders: sent });
  await record(tx, command, {
    action: 'payout.send',
    subject: { kind: 'payout-file', id: messageId },
    count: sent.length,
    before: { state: 'prepared' },
    after: { state: 'sending', amountFen: sent.reduce((sum, { amountFen }) => sum + amountFen, 0n) },
  });
  return { ...file, state: 'sending' };
}

async function instructionsOf(db: Queryable, messageId: string): Promise<Instruction[]> {
  const rows = await db.query<
    Omit<Instruction, 'payee'> & {
      subject: string;
      cardSealed: Buffer;
      nameSealed: Buffer;
      identitySealed: Buffer | null;
      bankCode: string | null;
    }
  >(
    `SELECT p.number AS "endToEndId", p.amount_fen AS "amountFen", y.payer_account AS "payerAccount", r.name AS "payerName",
            r.bank_code AS "payerBankCode", y.remark, y.subject, y.card_sealed AS "cardSealed", y.name_sealed AS "nameSealed",
            y.identity_sealed AS "identitySealed", y.bank_code AS "bankCode"
       FROM public.payouts p JOIN channels.payees y ON y.payout_number = p.number
       LEFT JOIN channels.payers r ON r.account = y.payer_account
      WHERE p.instruction_file = $1 AND p.state <> 'cancelled' ORDER BY p.id`,
    [messageId],
  );
  return rows.map(({ subject, cardSealed, nameSealed, identitySealed, bankCode, ...instruction }) => ({
    ...instruction,
    payee: { subject, cardSealed, nameSealed, identitySealed, bankCode },
  }));
}

function unknownFile(messageId: string): Error {
  return problem(404, 'payout-file-unknown', {
    zh: `没有付款文件 ${messageId}`,
    en: `There is no payout file ${messageId}`,
  });
}

/** Files that were handed over before an instant and are not confirmed by their bank yet, oldest first. */
export async function unsentFiles(db: Queryable, before: Date): Promise<string[]> {
  const rows = await db.query<{ messageId: string }>(
    `SELECT message_id AS "messageId" FROM channels.files WHERE state = 'sending' AND handed_over_at < $1
      ORDER BY handed_over_at LIMIT 1000`,
    [before],
  );
  return rows.map(({ messageId }) => messageId);
}

/**
 * Files that were prepared before an instant and have not left, oldest first; files whose payouts are all cancelled never do, and
 * those whose window opens later are not asked for.
 */
export async function waitingFiles(db: Queryable, before: Date, now: Date): Promise<string[]> {
  const rows = await db.query<{ messageId: string }>(
    `SELECT f.message_id AS "messageId" FROM channels.files f WHERE f.state = 'prepared' AND f.prepared_at < $1
        AND coalesce(f.waits_until <= $2, true) AND EXISTS (SELECT 1 FROM public.payouts p WHERE p.instruction_file = f.message_id COLLATE "default" AND p.state = 'prepared')
      ORDER BY f.prepared_at LIMIT 1000`,
    [before, now],
  );
  return rows.map(({ messageId }) => messageId);
}
