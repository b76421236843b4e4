import type { Queryable } from '@linggong/core';

/** What settlement needs to know of an enterprise; the view belongs to parties. */
export interface EnterpriseFacts {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly urbanMaintenanceRate: string | null;
  readonly subAccountNumber: string | null;
  readonly subAccountBankCode: string | null;
  readonly subAccountBankName: string | null;
}

const columns = `enterprise_id AS id, name, state, urban_maintenance_rate AS "urbanMaintenanceRate",
  sub_account_number AS "subAccountNumber", sub_account_bank_code AS "subAccountBankCode",
  sub_account_bank_name AS "subAccountBankName"`;

export function enterpriseFacts(db: Queryable, enterpriseId: number): Promise<EnterpriseFacts | undefined> {
  return db.maybeOne<EnterpriseFacts>(
    `SELECT ${columns} FROM parties.published_enterprise_facts WHERE enterprise_id = $1`,
    [enterpriseId],
  );
}

/** The enterprise whose open sub-account has a number. */
export function enterpriseByAccount(db: Queryable, subAccountNumber: string): Promise<EnterpriseFacts | undefined> {
  return db.maybeOne<EnterpriseFacts>(
    `SELECT ${columns} FROM parties.published_enterprise_facts WHERE sub_account_number = $1`,
    [subAccountNumber],
  );
}
