import type { Queryable } from '@linggong/core';
import { monthOf, shanghaiDay, startOfDay, type Fen } from '@linggong/core/domain';
import type { SubjectKind } from '../domain';

/** An account with its totals at an instant. balanceFen = debits − credits. */
export interface AccountBalance {
  code: string;
  subjectCode: string;
  subjectNameZh: string;
  subjectNameEn: string;
  kind: SubjectKind;
  nameZh: string;
  nameEn: string;
  enterpriseId: number | null;
  prepaid: boolean;
  debitFen: Fen;
  creditFen: Fen;
  balanceFen: Fen;
  heldFen: Fen;
  /** credits − debits − held on prepaid accounts; null elsewhere. */
  availableFen: Fen | null;
}

export interface BalanceFilter {
  /** Only the accounts of this enterprise. */
  enterpriseId?: number;
  /** Only these codes. */
  accounts?: readonly string[];
}

const COLUMNS = `a.code, a.subject_code AS "subjectCode", s.name_zh AS "subjectNameZh", s.name_en AS "subjectNameEn", s.kind,
  p.name_zh AS "nameZh", p.name_en AS "nameEn", a.enterprise_id AS "enterpriseId", a.prepaid,
  t.debits_fen AS "debitFen", t.credits_fen AS "creditFen", t.debits_fen - t.credits_fen AS "balanceFen", t.held_fen AS "heldFen",
  CASE WHEN a.prepaid THEN t.credits_fen - t.debits_fen - t.held_fen END AS "availableFen"`;

const ACCOUNTS = `ledger.accounts a
  JOIN ledger.subjects s ON s.chart_version = a.chart_version AND s.code = a.subject_code
  JOIN ledger.account_patterns p ON p.chart_version = a.chart_version AND p.pattern = a.pattern`;

const FILTER = '($1::int IS NULL OR a.enterprise_id = $1) AND ($2::text[] IS NULL OR a.code = ANY ($2))';

/** Balances as they stand now, from the stored rows. */
export async function balances(db: Queryable, filter: BalanceFilter = {}): Promise<AccountBalance[]> {
  return db.query<AccountBalance>(
    `SELECT ${COLUMNS} FROM ${ACCOUNTS} JOIN ledger.balances t ON t.account_id = a.id
      WHERE ${FILTER} ORDER BY a.subject_code, a.id`,
    [filter.enterpriseId ?? null, filter.accounts ?? null],
  );
}

/** Holds opened less what was moved of them, at instant $3 by event time. */
const HELD_AT = heldWhere('h.opened_at <= $3', 'm.occurred_at <= $3');
/** The same, of what had been recorded by $6. */
const HELD_AS_KNOWN = heldWhere(
  'h.opened_at <= $3 AND h.opened_at <= $6',
  'm.occurred_at <= $3 AND m.moved_at <= $6 AND h.opened_at <= $6',
);

function heldWhere(opened: string, moved: string): string {
  return `
  SELECT account_id, sum(amount_fen)::bigint AS held_fen FROM (
    SELECT h.account_id, h.amount_fen FROM ledger.holds h WHERE ${opened}
    UNION ALL
    SELECT h.account_id, -m.amount_fen FROM ledger.hold_movements m JOIN ledger.holds h ON h.id = m.hold_id WHERE ${moved}
  ) movement GROUP BY 1`;
}

/** Month totals before $4, and the postings from $5 (the start of that month) to $3. */
const TOLD_BY_EVENT_TIME = `
  SELECT account_id, sum(debits_fen) AS debits, sum(credits_fen) AS credits FROM ledger.month_totals
   WHERE month < $4::date GROUP BY 1
  UNION ALL
  SELECT destination_id, sum(amount_fen), 0 FROM ledger.postings WHERE occurred_at >= $5 AND occurred_at <= $3 GROUP BY 1
  UNION ALL
  SELECT source_id, 0, sum(amount_fen) FROM ledger.postings WHERE occurred_at >= $5 AND occurred_at <= $3 GROUP BY 1`;

/** The same, of what had been recorded by $6. $4 and $5 are not needed, but must be named for their types. */
const TOLD_AS_KNOWN = `
  SELECT side.account_id, sum(side.debit) AS debits, sum(side.credit) AS credits
    FROM ledger.postings p
    JOIN ledger.transactions x ON x.id = p.transaction_id AND x.occurred_at = p.occurred_at
   CROSS JOIN LATERAL (VALUES (p.destination_id, p.amount_fen, 0::bigint), (p.source_id, 0::bigint, p.amount_fen))
           AS side (account_id, debit, credit)
   WHERE p.occurred_at <= $3 AND x.recorded_at <= $6 AND $4::date IS NOT NULL AND $5::timestamptz IS NOT NULL
   GROUP BY 1`;

/**
 * Balances at a past instant by event time, that instant included. Months before it come from the month totals, so that
 * only the postings of its own month are read.
 * @param knownAt where given, only what had been recorded by then (record time): the books as they were seen that day
 */
export async function balancesAt(
  db: Queryable,
  at: Date,
  filter: BalanceFilter = {},
  knownAt?: Date,
): Promise<AccountBalance[]> {
  const monthDay = `${monthOf(shanghaiDay(at))}-01`;
  return db.query<AccountBalance>(
    `WITH told AS (${knownAt ? TOLD_AS_KNOWN : TOLD_BY_EVENT_TIME}),
          total AS (SELECT account_id, sum(debits)::bigint AS debits, sum(credits)::bigint AS credits FROM told GROUP BY 1),
          held AS (${knownAt ? HELD_AS_KNOWN : HELD_AT})
     SELECT ${COLUMNS} FROM ${ACCOUNTS}
       LEFT JOIN total ON total.account_id = a.id
       LEFT JOIN held ON held.account_id = a.id
      CROSS JOIN LATERAL (SELECT coalesce(total.debits, 0) AS debits_fen, coalesce(total.credits, 0) AS credits_fen,
                                 coalesce(held.held_fen, 0) AS held_fen) t
      WHERE ${FILTER} AND (a.opened_at <= $3 OR total.account_id IS NOT NULL) ORDER BY a.subject_code, a.id`,
    [
      filter.enterpriseId ?? null,
      filter.accounts ?? null,
      at,
      monthDay,
      startOfDay(monthDay),
      ...(knownAt ? [knownAt] : []),
    ],
  );
}
