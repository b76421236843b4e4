import type { Role } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';

export interface RoleHolder {
  readonly accountId: number;
  /** What one signs in with; never personal data. */
  readonly name: string;
  readonly role: Role;
}

/** More people than an institution has. */
const holdersMax = 2_000;

/** Accounts that hold one of some roles and may sign in, by role and name; at most 2,000. */
export function accountsOfRoles(db: Queryable, roles: readonly Role[]): Promise<RoleHolder[]> {
  return db.query<RoleHolder>(
    `SELECT u.id AS "accountId", u.username AS name, u.account_role AS role FROM public.up_users u
      WHERE u.account_role = ANY ($1::text[]) AND NOT coalesce(u.blocked, false)
      ORDER BY u.account_role, u.username LIMIT ${holdersMax}`,
    [roles],
  );
}
