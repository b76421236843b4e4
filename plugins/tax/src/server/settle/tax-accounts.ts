import type { Queryable } from '@linggong/core';
import { accountOf, lockAccounts } from '@linggong/ledger';

const KINDS = ['tax-iit', 'tax-vat', 'tax-surcharge', 'receivable'] as const;

/**
 * Locks the ledger accounts that voiding these orders may book on, before anything else is locked: the house order is ledger,
 * acceptances, months, tax totals. They are those of every enterprise that paid the workers since: a void can change what
 * the payments of another were charged.
 */
export async function lockTaxAccounts(tx: Queryable, orderIds: readonly number[]): Promise<void> {
  const rows = await tx.query<{ enterpriseId: number }>(
    `SELECT DISTINCT r.enterprise_id AS "enterpriseId"
       FROM public.tax_records v
       JOIN public.tax_records r USING (worker_id, group_code, regime)
      WHERE v.order_id = ANY($1::integer[]) AND v.state <> 'voided' AND r.state <> 'voided' AND r.tax_month >= v.tax_month`,
    [orderIds],
  );
  await lockAccounts(
    tx,
    rows.flatMap(({ enterpriseId }) => KINDS.map((kind) => accountOf(kind, enterpriseId))),
  );
}
