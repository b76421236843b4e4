import type { Command, Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import type { NewEnterpriseAccount } from '../../api';
import { subAccountNumber } from '../../domain';
import { accountTaken } from './enterprise-problems';
import { lockEnterprise } from './enterprise-rows';

/** The platform's own numbering at the sandbox bank; a real bank's sub-accounts are entered with `openAccount`. */
const SANDBOX = { prefix: '9992900001', bankName: '沙箱银行', bankCode: '999290000012' } as const;

async function insertAccount(
  tx: Tx,
  command: Command,
  enterpriseId: number,
  account: NewEnterpriseAccount,
): Promise<number> {
  const row = await tx.maybeOne<{ id: number }>(
    `INSERT INTO public.enterprise_accounts (enterprise_id, sub_account_number, bank_name, bank_code, ledger_owner,
       state, opened_at)
     VALUES ($1, $2, $3, $4, $5, 'open', $6::timestamptz) ON CONFLICT DO NOTHING RETURNING id`,
    [enterpriseId, account.subAccountNumber, account.bankName, account.bankCode, String(enterpriseId), command.at],
  );
  if (row === undefined) throw accountTaken();
  await record(tx, command, {
    action: 'enterprise-account.open',
    subject: { kind: 'enterprise-account', id: row.id },
    after: { enterpriseId, bankName: account.bankName },
  });
  return row.id;
}

/**
 * Notes the sub-account that the bank opened for an enterprise (R2.5); one open account each.
 * @throws Problem `not-found`, `account-exists` (409)
 */
export async function openAccount(
  tx: Tx,
  command: Command,
  enterpriseId: number,
  account: NewEnterpriseAccount,
): Promise<number> {
  await lockEnterprise(tx, enterpriseId);
  return insertAccount(tx, command, enterpriseId, account);
}

/** Opens a sub-account under the platform's own number range, where signing finds none open. */
export async function openDefaultAccount(tx: Tx, command: Command, enterpriseId: number): Promise<void> {
  const open = await tx.query(`SELECT 1 FROM public.enterprise_accounts WHERE enterprise_id = $1 AND state = 'open'`, [
    enterpriseId,
  ]);
  if (open.length > 0) return;
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('parties.sub_account_serials') AS serial`);
  const number = subAccountNumber(SANDBOX.prefix, serial);
  const account = { subAccountNumber: number, bankName: SANDBOX.bankName, bankCode: SANDBOX.bankCode };
  await insertAccount(tx, command, enterpriseId, account);
}

export async function closeAccounts(tx: Tx, command: Command, enterpriseId: number): Promise<void> {
  await tx.query(
    `UPDATE public.enterprise_accounts SET state = 'closed', closed_at = $2::timestamptz, updated_at = $2::timestamptz
     WHERE enterprise_id = $1 AND state = 'open'`,
    [enterpriseId, command.at],
  );
}
