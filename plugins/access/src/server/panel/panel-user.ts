import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { databaseOf, type Queryable } from '@linggong/core';

interface PanelUsers {
  create(user: object): Promise<{ id: number }>;
}

interface PanelRoles {
  getSuperAdmin(): Promise<{ id: number } | null>;
}

/** Ties the panel's user to the account; `.invalid` is a domain that no mail reaches. */
function emailOf(accountId: number): string {
  return `account-${accountId}@panel.invalid`;
}

/** Number of the panel's user of an account, or undefined where it has none yet. */
export async function panelUserOf(db: Queryable, accountId: number): Promise<number | undefined> {
  const row = await db.maybeOne<{ id: number }>(
    'SELECT id FROM public.admin_users WHERE email = $1 AND is_active ORDER BY id LIMIT 1',
    [emailOf(accountId)],
  );
  return row?.id;
}

/**
 * The panel's user of a system administrator, made where there is none yet. Its password is random and known to nobody; the
 * panel's own sign-in is closed besides.
 */
export async function ensurePanelUser(strapi: Core.Strapi, accountId: number): Promise<number> {
  return databaseOf(strapi).transaction(async (tx) => {
    // Two windows that open the panel at once must not make two users.
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('access.panel-user'), $1)", [accountId]);
    return (await panelUserOf(tx, accountId)) ?? (await createPanelUser(strapi, accountId));
  });
}

async function createPanelUser(strapi: Core.Strapi, accountId: number): Promise<number> {
  // Strapi does not type the services of its panel.
  const roles = strapi.service('admin::role') as unknown as PanelRoles;
  const users = strapi.service('admin::user') as unknown as PanelUsers;
  const superAdmin = await roles.getSuperAdmin();
  if (!superAdmin) throw new Error('the panel has no role of a super administrator');
  const user = await users.create({
    email: emailOf(accountId),
    firstname: `system-admin#${accountId}`,
    lastname: '',
    password: `${randomBytes(32).toString('base64url')}aA1`,
    registrationToken: null,
    isActive: true,
    blocked: false,
    roles: [superAdmin.id],
  });
  return user.id;
}
