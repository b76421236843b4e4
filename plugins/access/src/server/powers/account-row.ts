import type { Core } from '@strapi/strapi';
import { isRole, staffRoles, type Role } from '@linggong/config/access';
import { databaseOf, type Queryable, type Tx } from '@linggong/core';
import { notFound } from '@linggong/core/domain';

/** An account as who decides about it is shown it. */
export interface AccountRow {
  readonly id: number;
  readonly identifier: string;
  readonly role: Role | undefined;
  readonly blocked: boolean;
  readonly secondFactor: boolean;
}

/** @throws Problem 404 */
export async function accountRow(db: Queryable, id: number): Promise<AccountRow> {
  const row = await db.maybeOne<Omit<AccountRow, 'role'> & { role: string | null }>(
    `SELECT u.id, u.username AS identifier, u.account_role AS role, coalesce(u.blocked, false) AS blocked,
            f.confirmed_at IS NOT NULL AS "secondFactor"
       FROM public.up_users u LEFT JOIN access.second_factors f ON f.account_id = u.id WHERE u.id = $1`,
    [id],
  );
  if (!row) throw notFound({ zh: '账号', en: 'account' });
  return { ...row, role: isRole(row.role) ? row.role : undefined };
}

/** Held until the transaction ends. @throws Problem 404 */
export async function heldAccount(tx: Tx, id: number): Promise<AccountRow> {
  await tx.query('SELECT 1 FROM public.up_users WHERE id = $1 FOR UPDATE', [id]);
  return accountRow(tx, id);
}

export function isStaff(role: string | undefined): boolean {
  return staffRoles.some((one) => one === role);
}

/** Both states of an account as its second person is shown them. */
export async function shownAccount(
  strapi: Core.Strapi,
  id: number,
  changed: Partial<AccountRow> & { readonly password?: 'reset' },
) {
  const { identifier, role, blocked, secondFactor } = await accountRow(databaseOf(strapi), id);
  const before = { identifier, role, blocked, secondFactor };
  const aspect = role === 'enterprise' ? { aspect: role } : {};
  return { subject: { id, label: identifier }, before, after: { ...before, ...changed }, ...aspect };
}
