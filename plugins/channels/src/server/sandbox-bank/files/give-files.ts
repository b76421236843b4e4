import type { Tx } from '@linggong/core';
import type { BankProfile, SandboxMisbehaviour } from '../../../domain';
import { workUntil } from '../sandbox-bank';
import {
  answerSheet,
  notification,
  statement,
  statusReport,
  type BankAnswer,
  type BankEntry,
  type BankMessage,
} from './report-texts';
import { receipt, type Receipt } from './receipt';
import type { FileBankTools } from './take-file';

/** A file as it leaves the bank. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface GivenDay {
  readonly files: readonly GivenFile[];
  /** Receipts (电子回单) of what settled. */
  readonly receipts: readonly Receipt[];
}

/** Answers and lines of one round of files. */
const ROUND_MAX = 20_000;

/**
 * Works the bank's day off until an instant, and writes out what it has not told yet: a report for each message (pain.002 or the
 * profile's sheet), a notification (camt.054) of what came back, a statement (camt.053) of each account. May be told to misbehave.
 */
export async function giveFiles(
  { db, profile }: FileBankTools,
  at: Date,
  misbehave: readonly SandboxMisbehaviour[] = [],
): Promise<GivenDay> {
  await workUntil(db, at);
  return db.transaction(async (tx) => {
    const progress = await lockProgress(tx, profile.code);
    const told = await untold(tx, profile.code, progress.answersSeq);
    const isHalf = misbehave.includes('partial') && told.length > 1;
    const answers = isHalf ? told.slice(0, Math.ceil(told.length / 2)) : told;
    const entries = await unwritten(tx, profile.code, progress.entriesId);
    let serial = progress.files;
    const nextId = (): string => `SB${profile.code.toUpperCase()}${String((serial += 1n)).padStart(10, '0')}`;
    const reports = await reportsOf(tx, profile, answers, { at, nextId, misbehave, isHalf });
    const statements = statementsOf(entries, { at, nextId, misbehave });
    await tx.query('UPDATE sandbox_bank.exports SET answers_seq = $2, entries_id = $3, files = $4 WHERE channel = $1', [
      profile.code,
      answers.at(-1)?.seq ?? progress.answersSeq,
      entries.at(-1)?.id ?? progress.entriesId,
      serial,
    ]);
    const files = misbehave.includes('out-of-order') ? [...statements, ...reports] : [...reports, ...statements];
    return {
      files: spoil(files, misbehave),
      receipts: answers.filter(({ status }) => status === 'settled').map(receipt),
    };
  });
}

interface Progress {
  readonly answersSeq: bigint;
  readonly entriesId: bigint;
  readonly files: bigint;
}

async function lockProgress(tx: Tx, channel: string): Promise<Progress> {
  await tx.query('INSERT INTO sandbox_bank.exports (channel) VALUES ($1) ON CONFLICT (channel) DO NOTHING', [channel]);
  return tx.one<Progress>(
    `SELECT answers_seq AS "answersSeq", entries_id AS "entriesId", files FROM sandbox_bank.exports WHERE channel = $1 FOR UPDATE`,
    [channel],
  );
}

function untold(tx: Tx, channel: string, after: bigint): Promise<BankAnswer[]> {
  return tx.query<BankAnswer>(
    `SELECT a.seq, a.end_to_end_id AS "endToEndId", i.message_id AS "messageId", i.amount_fen AS "amountFen", a.status,
            a.reason_code AS "reasonCode", a.bank_reference AS "bankReference", a.answered_at AS at
       FROM sandbox_bank.answers a JOIN sandbox_bank.instructions i ON i.end_to_end_id = a.end_to_end_id AND i.format = $1
      WHERE a.seq > $2 ORDER BY a.seq LIMIT ${ROUND_MAX}`,
    [channel, after],
  );
}

function unwritten(tx: Tx, channel: string, after: bigint): Promise<BankEntry[]> {
  return tx.query<BankEntry>(
    `SELECT e.id, e.serial, e.account, e.direction, e.amount_fen AS "amountFen", e.balance_after_fen AS "balanceAfterFen",
            e.reversal, e.end_to_end_id AS "endToEndId", i.outcome_reason AS "reasonCode", s.holder, e.remark, e.entered_at AS at
       FROM sandbox_bank.entries e JOIN sandbox_bank.sub_accounts s ON s.number = e.account
       LEFT JOIN sandbox_bank.instructions i ON i.end_to_end_id = e.end_to_end_id
      WHERE e.id > $2 AND e.account IN (SELECT account FROM sandbox_bank.instructions WHERE format = $1) ORDER BY e.id LIMIT ${ROUND_MAX}`,
    [channel, after],
  );
}

interface Round {
  readonly at: Date;
  readonly misbehave: readonly SandboxMisbehaviour[];
  readonly isHalf?: boolean;
  nextId(): string;
}

async function reportsOf(
  tx: Tx,
  profile: BankProfile,
  answers: readonly BankAnswer[],
  round: Round,
): Promise<GivenFile[]> {
  const messages = await messagesOf(tx, answers);
  return messages.flatMap((message): GivenFile[] => {
    // A bank reports returns by notification and statement, its sheets tell them as well.
    const own = answers.filter(
      ({ messageId, status }) => messageId === message.messageId && (profile.csv !== null || status !== 'returned'),
    );
    if (own.length === 0) return [];
    const lines = round.misbehave.includes('unknown-reference') ? [...own, stranger(own[0] as BankAnswer)] : own;
    const id = round.nextId();
    if (profile.csv !== null) return [{ name: `${id}.csv`, bytes: answerSheet(profile, lines) }];
    const sized = round.misbehave.includes('wrong-control-sum')
      ? { ...message, totalFen: message.totalFen + 1n }
      : message;
    const isPartial = round.isHalf === true || own.length < message.lines;
    return [{ name: `${id}.xml`, bytes: statusReport({ id, at: round.at, message: sized, isPartial }, lines) }];
  });
}

/** A line of somebody else's file. */
function stranger(like: BankAnswer): BankAnswer {
  return { ...like, endToEndId: `X-${like.endToEndId}`.slice(0, 35), status: 'settled', reasonCode: null };
}

function messagesOf(tx: Tx, answers: readonly BankAnswer[]): Promise<BankMessage[]> {
  return tx.query<BankMessage>(
    `SELECT message_id AS "messageId", lines, total_fen AS "totalFen" FROM sandbox_bank.messages
      WHERE message_id = ANY ($1::text[]) ORDER BY received_at, message_id`,
    [[...new Set(answers.map(({ messageId }) => messageId))]],
  );
}

function statementsOf(entries: readonly BankEntry[], { at, nextId, misbehave }: Round): GivenFile[] {
  const byAccount = new Map<string, BankEntry[]>();
  for (const entry of entries) byAccount.set(entry.account, [...(byAccount.get(entry.account) ?? []), entry]);
  return [...byAccount].flatMap(([account, own]) => {
    const [first, last] = [own[0] as BankEntry, own.at(-1) as BankEntry];
    const openingFen = first.balanceAfterFen - (first.direction === 'credit' ? first.amountFen : -first.amountFen);
    const closingFen = last.balanceAfterFen + (misbehave.includes('wrong-balance') ? 1n : 0n);
    const back = own.filter(({ reversal }) => reversal);
    const [noticeId, id] = [nextId(), nextId()];
    const notices =
      back.length === 0 ? [] : [{ name: `${noticeId}.xml`, bytes: notification({ id: noticeId, at, account }, back) }];
    return [...notices, { name: `${id}.xml`, bytes: statement({ id, at, account, openingFen, closingFen }, own) }];
  });
}

function spoil(files: readonly GivenFile[], misbehave: readonly SandboxMisbehaviour[]): GivenFile[] {
  let spoilt = [...files];
  if (misbehave.includes('truncated'))
    spoilt = spoilt.map((one) => ({ ...one, bytes: one.bytes.subarray(0, Math.floor(one.bytes.length * 0.7)) }));
  if (misbehave.includes('broken-bytes')) spoilt = spoilt.map((one) => ({ ...one, bytes: broken(one.bytes) }));
  return misbehave.includes('duplicate-file')
    ? spoilt.flatMap((one) => [one, { ...one, name: `again-${one.name}` }])
    : spoilt;
}

/** 0xFF begins no character, neither of UTF-8 nor of GB18030. */
function broken(bytes: Buffer): Buffer {
  const middle = Math.floor(bytes.length / 2);
  return Buffer.concat([bytes.subarray(0, middle), Buffer.from([0xff, 0xff]), bytes.subarray(middle)]);
}
