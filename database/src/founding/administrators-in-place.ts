import type { Queryable } from '@linggong/core';

/** Whether the three administrators (三员) have accounts: from then on the platform is founded and may be used. */
export async function administratorsInPlace(db: Queryable): Promise<boolean> {
  const { roles } = await db.one<{ roles: bigint }>(
    `SELECT count(DISTINCT account_role) AS roles FROM public.up_users
      WHERE account_role IN ('system-admin', 'security-admin', 'audit-admin')`,
  );
  return roles === 3n;
}
