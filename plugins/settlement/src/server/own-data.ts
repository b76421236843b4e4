import type { DataSection } from '@linggong/vault';

/** A worker's orders, for his own copy (个人信息副本). Amounts are fen. */
export const ordersOfWorker: DataSection = (db, workerId) =>
  db.query(
    `SELECT o.number, e.name AS enterprise, o.state, o.gross_fen AS "grossFen", o.vat_fen AS "vatFen", o.surcharge_fen AS "surchargeFen",
       o.income_tax_fen AS "incomeTaxFen", o.net_fen AS "netFen", o.payee_account_masked AS "payeeAccount", o.remark,
       o.paid_at AT TIME ZONE 'UTC' AS "paidAt"
     FROM public.orders o JOIN parties.published_enterprise_facts e ON e.enterprise_id = o.enterprise_id
     WHERE o.worker_id = $1 ORDER BY o.id LIMIT 200001`,
    [workerId],
  );

/** What was declared of a worker, for his own copy (个人信息副本). Amounts are fen. */
export const recordsOfWorker: DataSection = (db, workerId) =>
  db.query(
    `SELECT order_id AS "orderId", state, tax_day AS "taxDay", gross_fen AS "grossFen", vat_fen AS "vatFen",
       surcharge_fen AS "surchargeFen", income_tax_fen AS "incomeTaxFen", net_fen AS "netFen"
     FROM tax.published_records WHERE worker_id = $1 ORDER BY tax_day, record_id LIMIT 200001`,
    [workerId],
  );
