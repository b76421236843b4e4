import type { Queryable } from '@linggong/core';
import { nextMonth, notFound, problem, startOfDay, type Month } from '@linggong/core/domain';
import type { SlipWish } from '@linggong/e-sign';
import { accountOf, movementsOf } from '@linggong/ledger';
import { receiptsPerFile } from '../../api';
import { enterpriseFacts } from '../ports/enterprises';
import { batchKind } from '../problems';
import { statementRowsMax, statementSheet, statementTitle, type BatchStatement } from './batch-statement';
import { monthSheet, monthTitle } from './month-statement';
import { paidByBatch, paidByTask, receiptRow, receiptRows, sumsByState, unpaidRows } from './paper-rows';
import { receiptNumber, receiptSheet, receiptTitle } from './receipt-sheet';

/** @throws Problem 409 `payment-not-made` */
function notPaid() {
  return problem(
    409,
    'payment-not-made',
    { zh: '尚未付款，没有回单', en: 'Nothing is paid yet: there is no receipt' },
    { fix: { zh: '付款成功后再下载', en: 'Take it once the bank has paid' } },
  );
}

/** The receipt of one order. @throws Problem 409 `payment-not-made` */
export async function receiptOf(db: Queryable, orderId: number, madeAt: Date): Promise<SlipWish> {
  const row = await receiptRow(db, orderId);
  if (row.paidAt === null) throw notPaid();
  return { title: receiptTitle, number: receiptNumber(row.number), madeAt, perPage: 1, sheets: [receiptSheet(row)] };
}

/** Receipts of a part of a batch, two on a page. @throws Problem 409 `payment-not-made` */
export async function receiptsOf(db: Queryable, batchId: number, part: number, madeAt: Date): Promise<SlipWish> {
  const rows = await receiptRows(db, batchId, part, receiptsPerFile);
  const [first] = rows;
  if (first === undefined) throw notPaid();
  const number = `${first.batchNumber.replace(/^PB-/, 'HD-')}-${part}`;
  return { title: receiptTitle, number, madeAt, perPage: 2, sheets: rows.map(receiptSheet) };
}

/** The statement of a batch, once it is confirmed. @throws Problem 404, 409 `payment-not-made` */
export async function statementOf(db: Queryable, batchId: number, madeAt: Date): Promise<SlipWish> {
  const batch = await db.maybeOne<Omit<BatchStatement, 'byState' | 'byTask' | 'unpaid'>>(
    `SELECT b.number, e.name AS "enterpriseName", b.file_name AS "fileName", b.line_count AS "lineCount",
            b.quote_version AS "quoteVersion", b.confirmed_at AS "confirmedAt", b.released_at AS "releasedAt",
            b.completed_at AS "completedAt"
       FROM public.settlement_batches b JOIN parties.published_enterprise_facts e ON e.enterprise_id = b.enterprise_id
      WHERE b.id = $1`,
    [batchId],
  );
  if (batch === undefined) throw notFound(batchKind);
  if (batch.confirmedAt === null) throw notPaid();
  const sheet = statementSheet({
    ...batch,
    byState: await sumsByState(db, batchId),
    byTask: await paidByTask(db, batchId, statementRowsMax),
    unpaid: await unpaidRows(db, batchId, statementRowsMax),
  });
  return { title: statementTitle, number: sheet.number, madeAt, perPage: 1, sheets: [sheet] };
}

/** The statement of account of an enterprise for a month of Shanghai. @throws Problem 404 */
export async function monthStatementOf(
  db: Queryable,
  enterpriseId: number,
  month: Month,
  madeAt: Date,
): Promise<SlipWish> {
  const enterprise = await enterpriseFacts(db, enterpriseId);
  if (enterprise === undefined) throw notFound({ zh: '企业', en: 'enterprise' });
  const { number } = await db.one<{ number: string }>(
    'SELECT number FROM parties.published_enterprise_facts WHERE enterprise_id = $1',
    [enterpriseId],
  );
  const period = [startOfDay(`${month}-01`), startOfDay(`${nextMonth(month)}-01`)] as const;
  const { openingFen, closingFen, movements } = await movementsOf(db, accountOf('deposit', enterpriseId), ...period);
  const sheet = monthSheet({
    month,
    enterpriseNumber: number,
    enterpriseName: enterprise.name,
    subAccount: enterprise.subAccountNumber,
    // The books count debits; the deposit is owed to the enterprise.
    openingFen: -openingFen,
    closingFen: -closingFen,
    movements,
    batches: await paidByBatch(db, enterpriseId, period, statementRowsMax),
  });
  return { title: monthTitle, number: sheet.number, madeAt, perPage: 1, sheets: [sheet] };
}
