import type { Queryable } from '@linggong/core';
import { problem, type Fen } from '@linggong/core/domain';
import { balancesAt } from './balances';

export interface StatementLine {
  transactionKey: string;
  kind: string;
  reference: string | null;
  memo: string | null;
  occurredAt: Date;
  recordedAt: Date;
  counterAccount: string;
  debitFen: Fen;
  creditFen: Fen;
  /** Running balance after this line, debits − credits. */
  balanceFen: Fen;
}

/** Account statement (明细账): opening + Σ debits − Σ credits = closing. */
export interface Statement {
  account: string;
  from: Date;
  to: Date;
  openingFen: Fen;
  closingFen: Fen;
  lines: StatementLine[];
  /** True where the period has more lines than were given; the closing balance is still that of `to`. */
  more: boolean;
}

const LINES_MAX = 10_000;

/**
 * The statement of an account for `from` <= event time <= `to`, at most `limit` lines.
 * @throws Problem 404 `ledger.unknown-account`
 */
export async function statement(
  db: Queryable,
  account: string,
  from: Date,
  to: Date,
  limit = LINES_MAX,
): Promise<Statement> {
  const opening = await balanceBefore(db, account, from);
  const [closing] = await balancesAt(db, to, { accounts: [account] });
  const bounded = Math.min(limit, LINES_MAX);
  const rows = await linesBetween(db, account, from, to, bounded + 1);
  let balanceFen = opening;
  const lines = rows.slice(0, bounded).map((row) => {
    balanceFen += row.debitFen - row.creditFen;
    return { ...row, balanceFen };
  });
  return {
    account,
    from,
    to,
    openingFen: opening,
    closingFen: closing?.balanceFen ?? opening,
    lines,
    more: rows.length > bounded,
  };
}

async function balanceBefore(db: Queryable, account: string, from: Date): Promise<Fen> {
  const known = await db.maybeOne<{ id: bigint }>('SELECT id FROM ledger.accounts WHERE code = $1', [account]);
  if (!known) {
    throw problem(404, 'ledger.unknown-account', { zh: '没有该账户', en: 'No such account' }, { extra: { account } });
  }
  const justBefore = new Date(from.getTime() - 1);
  const [row] = await balancesAt(db, justBefore, { accounts: [account] });
  return row?.balanceFen ?? 0n;
}

async function linesBetween(
  db: Queryable,
  account: string,
  from: Date,
  to: Date,
  limit: number,
): Promise<Omit<StatementLine, 'balanceFen'>[]> {
  return db.query(
    `WITH me AS (SELECT id FROM ledger.accounts WHERE code = $1),
     side AS (
       SELECT p.transaction_id, p.line, p.occurred_at, p.source_id AS counter_id, p.amount_fen AS debit, 0::bigint AS credit
         FROM ledger.postings p WHERE p.destination_id = (SELECT id FROM me) AND p.occurred_at BETWEEN $2 AND $3
       UNION ALL
       SELECT p.transaction_id, p.line, p.occurred_at, p.destination_id, 0, p.amount_fen
         FROM ledger.postings p WHERE p.source_id = (SELECT id FROM me) AND p.occurred_at BETWEEN $2 AND $3
     )
     SELECT t.key AS "transactionKey", t.kind, t.reference, t.memo, t.occurred_at AS "occurredAt",
            t.recorded_at AS "recordedAt", c.code AS "counterAccount", side.debit AS "debitFen", side.credit AS "creditFen"
       FROM side
       JOIN ledger.transactions t ON t.id = side.transaction_id AND t.occurred_at = side.occurred_at
       JOIN ledger.accounts c ON c.id = side.counter_id
      ORDER BY side.occurred_at, side.transaction_id, side.line LIMIT $4`,
    [account, from, to, limit],
  );
}
