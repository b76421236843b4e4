import type { Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';

/** Money that arrives at the sandbox bank for a sub-account. */
export interface IncomingTransfer {
  account: string;
  /** Who holds the sub-account (the enterprise's registered name); the sandbox opens it where it stands not yet. */
  holder: string;
  amountFen: Fen;
  /** Serial of the bank; the same again on the same day is ignored. */
  serial: string;
  remark?: string;
  at: Date;
}

export interface SubAccount {
  number: string;
  holder: string;
  balanceFen: Fen;
}

/** Opens sub-accounts (子账户); those that stand stay as they are. */
export async function openSubAccounts(
  db: Queryable,
  accounts: readonly { number: string; holder: string }[],
  at: Date,
): Promise<void> {
  await db.query(
    `INSERT INTO sandbox_bank.sub_accounts (number, holder, opened_at)
     SELECT number, holder, $3 FROM unnest($1::text[], $2::text[]) AS account (number, holder) ON CONFLICT (number) DO NOTHING`,
    [accounts.map(({ number }) => number), accounts.map(({ holder }) => holder), at],
  );
}

/** Credits a sub-account, once for each serial and day; gives its balance after. */
export async function creditSubAccount(db: Queryable, transfer: IncomingTransfer): Promise<Fen> {
  const { account, holder, amountFen, serial, remark = '', at } = transfer;
  await openSubAccounts(db, [{ number: account, holder }], at);
  const { balance } = await db.one<{ balance: Fen }>(
    `WITH me AS (SELECT number, balance_fen FROM sandbox_bank.sub_accounts WHERE number = $1 FOR UPDATE),
     entry AS (
       INSERT INTO sandbox_bank.entries (serial, account, direction, amount_fen, balance_after_fen, remark, entered_at)
       SELECT $2, me.number, 'credit', $3::bigint, me.balance_fen + $3::bigint, $4, $5 FROM me
       ON CONFLICT (account, serial, ((entered_at AT TIME ZONE 'Asia/Shanghai')::date)) DO NOTHING RETURNING amount_fen
     ), credited AS (
       UPDATE sandbox_bank.sub_accounts a SET balance_fen = a.balance_fen + entry.amount_fen FROM entry WHERE a.number = $1
       RETURNING a.balance_fen
     )
     SELECT coalesce((SELECT balance_fen FROM credited), (SELECT balance_fen FROM me)) AS balance`,
    [account, serial, amountFen, remark, at],
  );
  return balance;
}

/** Sub-accounts as the bank holds them. */
export async function subAccounts(db: Queryable, numbers: readonly string[]): Promise<SubAccount[]> {
  return db.query<SubAccount>(
    'SELECT number, holder, balance_fen AS "balanceFen" FROM sandbox_bank.sub_accounts WHERE number = ANY ($1::text[]) ORDER BY number',
    [numbers],
  );
}
