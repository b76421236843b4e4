import { isRole } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import type { Account } from '../http/account';
import type { ApprovalRow } from './approval-rows';

/** The account that asked, as it stands now; undefined where it was blocked or lost its role since. */
async function standingAccount(db: Queryable, accountId: number): Promise<Account | undefined> {
  const row = await db.maybeOne<{ role: string | null; enterpriseId: number | null; workerId: number | null }>(
    `SELECT account_role AS role, enterprise_id AS "enterpriseId", worker_id AS "workerId"
       FROM public.up_users WHERE id = $1 AND blocked IS NOT TRUE`,
    [accountId],
  );
  if (!row || !isRole(row.role)) return undefined;
  return {
    id: accountId,
    role: row.role,
    name: `${row.role}#${accountId}`,
    sessionId: '',
    locale: 'zh',
    ...(row.enterpriseId === null ? {} : { enterpriseId: row.enterpriseId }),
    ...(row.workerId === null ? {} : { workerId: row.workerId }),
  };
}

/**
 * Who asked, as long as he has the role in which he asked: what somebody was approved to do as an officer, he does not do as an approver.
 * Undefined where he was blocked or has another role by now.
 */
export async function standingMaker(
  db: Queryable,
  { maker, makerRole }: Pick<ApprovalRow, 'maker' | 'makerRole'>,
): Promise<Account | undefined> {
  const account = maker === null ? undefined : await standingAccount(db, maker);
  return account?.role === makerRole ? account : undefined;
}
