import { approvalsAbout, type Account } from '@linggong/access';
import type { Queryable } from '@linggong/core';
import { addDays, notFound, startOfDay, type Day, type Fen, type Month } from '@linggong/core/domain';
import { accountOf, statement } from '@linggong/ledger';
import type { FeeBillAnswer, FeeBillDetail } from '../../api';
import { surchargesOf } from './surcharges';

export interface BillRow {
  readonly id: number;
  readonly number: string;
  readonly enterpriseId: number;
  readonly month: Month;
  readonly accruedFen: Fen;
  readonly shortfallFen: Fen;
  readonly totalFen: Fen;
  readonly state: 'open' | 'settled';
  readonly issuedAt: Date;
  readonly issuedBy: number | null;
  readonly settledAt: Date | null;
}

export const billColumns = `id, number, enterprise_id AS "enterpriseId", month, accrued_fen AS "accruedFen",
  shortfall_fen AS "shortfallFen", total_fen AS "totalFen", state, issued_at AS "issuedAt", issued_by AS "issuedBy",
  settled_at AS "settledAt"`;

/** Last Shanghai day of a month. */
export function lastDayOf(month: Month): Day {
  return addDays(firstDayAfter(month), -1);
}

/** Last instant of a month in Shanghai. */
export function endOf(month: Month): Date {
  return new Date(startOfDay(firstDayAfter(month)).getTime() - 1);
}

function firstDayAfter(month: Month): Day {
  // The 28th and four days lie in the next month, whichever it is.
  return `${addDays(`${month}-28`, 4).slice(0, 7)}-01`;
}

export function billAnswerOf(row: BillRow): FeeBillAnswer {
  return {
    id: row.id,
    number: row.number,
    enterpriseId: row.enterpriseId,
    month: row.month,
    accruedFen: Number(row.accruedFen),
    shortfallFen: Number(row.shortfallFen),
    totalFen: Number(row.totalFen),
    state: row.state,
    issuedAt: row.issuedAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
  };
}

/** @throws Problem 404 */
export async function readBill(db: Queryable, billId: number, lock = ''): Promise<BillRow> {
  const row = await db.maybeOne<BillRow>(`SELECT ${billColumns} FROM billing.bills WHERE id = $1 ${lock}`, [billId]);
  if (row === undefined) throw notFound({ zh: '服务费账单', en: 'fee bill' });
  return row;
}

/** Entries of a statement on the page of a bill; the ledger has them all. */
const LINES_SHOWN = 200;

/** A bill with its statement, the entries of the receivable in its month, and with what was asked about its money, for one reader. */
export async function billDetail(
  db: Queryable,
  bill: BillRow,
  reader: Pick<Account, 'id' | 'role'>,
): Promise<FeeBillDetail> {
  const from = startOfDay(`${bill.month}-01`);
  const account = accountOf('fee-receivable', bill.enterpriseId);
  const { openingFen, closingFen, lines, more } = await statement(db, account, from, endOf(bill.month), LINES_SHOWN);
  return {
    ...billAnswerOf(bill),
    openingFen: Number(openingFen),
    closingFen: Number(closingFen),
    lines: lines.map(({ occurredAt, kind, reference, debitFen, creditFen }) => ({
      at: occurredAt.toISOString(),
      kind,
      reference,
      amountFen: Number(debitFen - creditFen),
    })),
    more,
    surcharges: await surchargesOf(db, bill.enterpriseId, bill.month),
    requests: await requestsAbout(db, bill.id, reader),
  };
}

async function requestsAbout(
  db: Queryable,
  billId: number,
  reader: Pick<Account, 'id' | 'role'>,
): Promise<FeeBillDetail['requests']> {
  const requests = await approvalsAbout(db, reader, { resource: 'fee-bill', subjectId: String(billId) });
  return requests.map(({ askedAt, decidedAt, endedAt, ...request }) => ({
    ...request,
    askedAt: askedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  }));
}
