import { isRole } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import type { Account } from '../http/account';

/** The account that asked, as it stands now; undefined where it was blocked or lost its role since. */
export async function standingAccount(db: Queryable, accountId: number): Promise<Account | undefined> {
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
