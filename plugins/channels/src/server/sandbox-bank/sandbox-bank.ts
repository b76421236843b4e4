import type { Database } from '@linggong/core';
import type { Vault } from '@linggong/vault';
import type { AnswerPage, ChannelAnswer, Enquiry, PayoutChannel, StatementEntry } from '../../domain';
import { receiveFile } from './receive-file';
import { workOff } from './work-day';

export const SANDBOX_BANK = 'sandbox-bank';

interface SandboxBankOptions {
  /** The bank's own connection: what it has taken stays taken, whatever becomes of the caller's transaction. */
  db: Database;
  vault: Pick<Vault, 'openAll' | 'mask' | 'blindAll'>;
}

/**
 * The sandbox bank (沙箱银行) as a payout channel: a real counterparty with its own books, that settles, rejects, delays and
 * returns by rule (`domain/sandbox-rules.ts`), and pays an EndToEndId once. It lives by the times it is told.
 */
export function createSandboxBank({ db, vault }: SandboxBankOptions): PayoutChannel {
  return {
    name: SANDBOX_BANK,
    asksIdentity: false,
    examinesPayees: false,
    // It says itself what it refuses, by its rules.
    examine: (instructions) => instructions.map(() => undefined),
    submit: (file, at) => db.transaction((tx) => receiveFile(tx, vault, SANDBOX_BANK, file, at)),
    async answers(cursor, limit, at) {
      await workUntil(db, at);
      return answersAfter(db, cursor, limit);
    },
    async enquire(endToEndIds, at) {
      await workUntil(db, at);
      return enquiries(db, endToEndIds);
    },
    statement: (account, from, to) => entriesBetween(db, account, from, to),
  };
}

/** Each step is a transaction of its own, so that a large day neither blocks nor is lost as a whole. */
export async function workUntil(db: Database, at: Date): Promise<void> {
  while ((await db.transaction((tx) => workOff(tx, at))) > 0);
}

async function answersAfter(db: Database, cursor: string | undefined, limit: number): Promise<AnswerPage> {
  const after = cursor === undefined || cursor === '' ? 0n : BigInt(cursor);
  const rows = await db.query<ChannelAnswer & { seq: bigint }>(
    `SELECT seq, end_to_end_id AS "endToEndId", status, reason_code AS "reasonCode", bank_reference AS "bankReference",
            answered_at AS at
       FROM sandbox_bank.answers WHERE seq > $1 ORDER BY seq LIMIT $2`,
    [after, limit + 1],
  );
  const page = rows.slice(0, limit);
  return {
    answers: page.map(({ seq: _seq, ...answer }) => answer),
    cursor: String(page.at(-1)?.seq ?? after),
    more: rows.length > limit,
  };
}

async function enquiries(db: Database, endToEndIds: readonly string[]): Promise<Enquiry[]> {
  return db.query<Enquiry>(
    `SELECT asked.id AS "endToEndId", coalesce(i.status, 'unknown') AS status
       FROM unnest($1::text[]) WITH ORDINALITY AS asked (id, place)
       LEFT JOIN sandbox_bank.instructions i ON i.end_to_end_id = asked.id ORDER BY place`,
    [endToEndIds],
  );
}

async function entriesBetween(db: Database, account: string, from: Date, to: Date): Promise<StatementEntry[]> {
  return db.query<StatementEntry>(
    `SELECT serial, account, direction, amount_fen AS "amountFen", balance_after_fen AS "balanceAfterFen", reversal,
            end_to_end_id AS "endToEndId", remark, entered_at AS at
       FROM sandbox_bank.entries WHERE account = $1 AND entered_at >= $2 AND entered_at < $3 ORDER BY id`,
    [account, from, to],
  );
}
