import type { Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { balancesAt } from './balances';

/** What moved on an account against the accounts of one kind. */
export interface Movement {
  /** Kind of the counter account, such as `workers` of `workers:12`. */
  readonly counterKind: string;
  readonly debitFen: Fen;
  readonly creditFen: Fen;
  readonly entries: number;
}

export interface Movements {
  /** Debits − credits before the first instant, and after the last. */
  readonly openingFen: Fen;
  readonly closingFen: Fen;
  readonly movements: readonly Movement[];
}

/**
 * What moved on an account for `from` <= event time < `before`, summed by the kind of account on the other side, however many entries
 * there are: opening + Σ debits − Σ credits = closing. An account that is not there moved nothing.
 */
export async function movementsOf(db: Queryable, account: string, from: Date, before: Date): Promise<Movements> {
  const at = async (instant: Date): Promise<Fen> => {
    const [row] = await balancesAt(db, new Date(instant.getTime() - 1), { accounts: [account] });
    return row?.balanceFen ?? 0n;
  };
  const movements = await db.query<Movement>(
    `WITH me AS (SELECT id FROM ledger.accounts WHERE code = $1),
     side AS (
       SELECT p.source_id AS counter_id, p.amount_fen AS debit, 0::bigint AS credit
         FROM ledger.postings p WHERE p.destination_id = (SELECT id FROM me) AND p.occurred_at >= $2 AND p.occurred_at < $3
       UNION ALL
       SELECT p.destination_id, 0, p.amount_fen
         FROM ledger.postings p WHERE p.source_id = (SELECT id FROM me) AND p.occurred_at >= $2 AND p.occurred_at < $3
     )
     SELECT split_part(c.code, ':', 1) AS "counterKind", sum(side.debit)::bigint AS "debitFen",
            sum(side.credit)::bigint AS "creditFen", count(*)::int AS entries
       FROM side JOIN ledger.accounts c ON c.id = side.counter_id GROUP BY 1 ORDER BY 1`,
    [account, from, before],
  );
  return { openingFen: await at(from), closingFen: await at(before), movements };
}
