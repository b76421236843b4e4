import { consoleResource, consoleRoutes, scopeBy } from '@linggong/access';
import type { Database } from '@linggong/core';

const scope = scopeBy({ enterprise: 'a.enterprise_id' });

/**
 * The business number behind a reference such as `order:4379`: what people call it, and what they search by. What stands above the ledger
 * tells its numbers by `nameReference`.
 */
const referenceNumber = (reference: string): string =>
  `coalesce(
    (SELECT o.number FROM public.orders o WHERE o.id = substring(${reference} FROM '^order:(\\d{1,18})$')::bigint),
    (SELECT b.number FROM public.settlement_batches b
      WHERE b.id = substring(${reference} FROM '^settlement-batch:(\\d{1,18})$')::bigint),
    (SELECT r.number FROM public.deposits r WHERE r.id = substring(${reference} FROM '^deposit:(\\d{1,18})$')::bigint),
    (SELECT n.number FROM ledger.reference_numbers n WHERE n.reference = ${reference}))`;

/** Codes by kind, and the accounts of a kind by the number of their enterprise: `bank:2` before `bank:10`, the platform's own first. */
const codeOrder = [
  `split_part(a.code, ':', 1)`,
  `CASE WHEN split_part(a.code, ':', 2) ~ '^\\d{1,18}$' THEN split_part(a.code, ':', 2)::bigint ELSE 0 END`,
];

const ledgerAccounts = consoleResource({
  name: 'ledger-accounts',
  resource: 'ledger-account',
  from: `ledger.accounts a JOIN ledger.balances b ON b.account_id = a.id
    JOIN ledger.subjects s ON s.chart_version = a.chart_version AND s.code = a.subject_code
    JOIN ledger.account_patterns p ON p.chart_version = a.chart_version AND p.pattern = a.pattern
    LEFT JOIN public.enterprises e ON e.id = a.enterprise_id`,
  columns: {
    id: { sql: 'a.id', filter: 'relation', sort: true },
    code: { sql: 'a.code', filter: 'prefix', sort: true, searched: true, order: codeOrder },
    nameZh: { sql: 'p.name_zh' },
    nameEn: { sql: 'p.name_en' },
    subjectCode: { sql: 'a.subject_code', filter: 'prefix', sort: true },
    subjectNameZh: { sql: 's.name_zh' },
    subjectNameEn: { sql: 's.name_en' },
    kind: { sql: 's.kind', filter: 'enum', values: ['asset', 'liability', 'equity', 'cost', 'income', 'expense'] },
    enterpriseId: { sql: 'a.enterprise_id', filter: 'relation', sort: true },
    enterpriseName: { sql: 'e.name', filter: 'text' },
    prepaid: { sql: 'a.prepaid', filter: 'boolean' },
    debitFen: { sql: 'b.debits_fen', sum: true },
    creditFen: { sql: 'b.credits_fen', sum: true },
    balanceFen: { sql: '(b.debits_fen - b.credits_fen)', sort: true, sum: true },
    heldFen: { sql: 'b.held_fen', sort: true, sum: true },
    availableFen: { sql: 'CASE WHEN a.prepaid THEN b.credits_fen - b.debits_fen - b.held_fen END', sort: true },
    openedAt: { sql: 'a.opened_at', sort: true },
  },
  order: { column: 'code', direction: 'ASC' },
  scope,
  detail: accountDetail,
});

/** Open holds, the newest first. */
async function accountDetail(id: number, _account: unknown, db: Database): Promise<object> {
  const holds = await db.query(
    `SELECT id, key, reference, ${referenceNumber('reference')} AS "referenceNumber", amount_fen AS "amountFen", captured_fen AS "capturedFen", released_fen AS "releasedFen",
            state, opened_at AS "openedAt"
       FROM ledger.holds WHERE account_id = $1 AND state = 'open' ORDER BY id DESC LIMIT 100`,
    [id],
  );
  return { holds };
}

/** Of the postings of a transaction; asked of the rows that are shown and of no others. */
const ofPostings = (what: string): string =>
  `(SELECT ${what} FROM ledger.postings q WHERE q.transaction_id = t.id AND q.occurred_at = t.occurred_at)`;

/** Postings are of the owner of their transaction. */
const ofOwner = scopeBy({ enterprise: 't.enterprise_id' });

const ledgerTransactions = consoleResource({
  name: 'ledger-transactions',
  resource: 'ledger-transaction',
  from: 'ledger.transactions t',
  columns: {
    id: { sql: 't.id', filter: 'relation', sort: true },
    key: { sql: 't.key', filter: 'prefix', searched: true },
    kind: { sql: 't.kind', filter: 'exact' },
    reference: { sql: 't.reference', filter: 'exact' },
    referenceNumber: { sql: referenceNumber('t.reference') },
    memo: { sql: 't.memo' },
    reversesKey: { sql: 't.reverses_key', filter: 'exact' },
    enterpriseId: { sql: 't.enterprise_id', filter: 'relation' },
    lines: { sql: ofPostings('count(*)') },
    movedFen: { sql: ofPostings('sum(q.amount_fen)::bigint') },
    occurredAt: { sql: 't.occurred_at', filter: 'instant', sort: true },
    recordedAt: { sql: 't.recorded_at', filter: 'instant', sort: true },
    actor: { sql: 't.actor', filter: 'exact' },
  },
  scope: ofOwner,
  detail: transactionDetail,
});

/** The voucher (记账凭证): postings with subjects, and the transaction that reverses this one. */
async function transactionDetail(id: number, _account: unknown, db: Database): Promise<object> {
  const postings = await db.query(
    `SELECT p.line, s.id AS "sourceId", s.code AS source, sp.name_zh AS "sourceNameZh", sp.name_en AS "sourceNameEn",
            d.id AS "destinationId", d.code AS destination, dp.name_zh AS "destinationNameZh", dp.name_en AS "destinationNameEn",
            s.subject_code AS "creditSubject", d.subject_code AS "debitSubject", p.amount_fen AS "amountFen"
       FROM ledger.postings p JOIN ledger.accounts s ON s.id = p.source_id JOIN ledger.accounts d ON d.id = p.destination_id
       LEFT JOIN ledger.account_patterns sp ON sp.chart_version = s.chart_version AND sp.pattern = s.pattern
       LEFT JOIN ledger.account_patterns dp ON dp.chart_version = d.chart_version AND dp.pattern = d.pattern
      WHERE p.transaction_id = $1 ORDER BY p.line`,
    [id],
  );
  const reversal = await db.maybeOne<{ key: string; reason: string }>(
    `SELECT r.reversal_key AS key, r.reason FROM ledger.transaction_keys k
       JOIN ledger.reversals r ON r.original_key = k.key
       JOIN ledger.transactions t ON t.key = k.key AND t.occurred_at = k.occurred_at
      WHERE t.id = $1 AND k.transaction_id = $1`,
    [id],
  );
  return { postings, reversedBy: reversal ?? null };
}

const ledgerPostings = consoleResource({
  name: 'ledger-postings',
  resource: 'ledger-posting',
  from: `ledger.postings p
    JOIN ledger.transactions t ON t.id = p.transaction_id AND t.occurred_at = p.occurred_at
    JOIN ledger.accounts src ON src.id = p.source_id JOIN ledger.accounts dst ON dst.id = p.destination_id
    LEFT JOIN ledger.account_patterns sp ON sp.chart_version = src.chart_version AND sp.pattern = src.pattern
    LEFT JOIN ledger.account_patterns dp ON dp.chart_version = dst.chart_version AND dp.pattern = dst.pattern
    LEFT JOIN public.enterprises e ON e.id = t.enterprise_id`,
  columns: {
    // Lines of a transaction are far fewer than ten thousand: the number is unique and in booking order.
    id: { sql: '(p.transaction_id * 10000 + p.line)', sort: true, order: ['p.transaction_id', 'p.line'] },
    transactionId: { sql: 'p.transaction_id', filter: 'relation' },
    transactionKey: { sql: 't.key', filter: 'prefix', searched: true },
    kind: { sql: 't.kind', filter: 'exact' },
    reference: { sql: 't.reference', filter: 'exact' },
    referenceNumber: { sql: referenceNumber('t.reference') },
    line: { sql: 'p.line' },
    sourceId: { sql: 'p.source_id', filter: 'relation' },
    source: { sql: 'src.code', filter: 'exact' },
    sourceNameZh: { sql: 'sp.name_zh' },
    sourceNameEn: { sql: 'sp.name_en' },
    destinationId: { sql: 'p.destination_id', filter: 'relation' },
    destination: { sql: 'dst.code', filter: 'exact' },
    destinationNameZh: { sql: 'dp.name_zh' },
    destinationNameEn: { sql: 'dp.name_en' },
    enterpriseId: { sql: 't.enterprise_id', filter: 'relation' },
    enterpriseName: { sql: 'e.name' },
    // Without a sum: one payment is several postings, and a reversal counts once more.
    amountFen: { sql: 'p.amount_fen', filter: 'number', sort: true },
    occurredAt: { sql: 'p.occurred_at', filter: 'instant', sort: true },
  },
  scope: ofOwner,
});

export const ledgerConsole = consoleRoutes([ledgerAccounts, ledgerTransactions, ledgerPostings]);
