import type { Role } from '@linggong/config/access';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { Core } from '@strapi/strapi';
import {
  accountActionBody,
  passwordResetAnswer,
  roleChangeAnswer,
  roleChangeBody,
  securityRestoreBody,
} from '../../api/account';
import { idParams } from '../../api/fields';
import { route } from '../http/define-route';
import { tellingHolders } from '../notices/notices';
import { shownAccount } from './account-row';
import { changeRole } from './change-role';
import { restoreAdministrator } from './restore-administrator';

const changeRoleRoute = route({
  method: 'POST',
  path: '/accounts/:id/role',
  resource: 'account',
  action: 'change-role',
  summary: { zh: '变更账号角色', en: 'Change the role of an account' },
  description: {
    zh: '由机构负责人审批后生效；此人的登录随即全部退出，提权随之结束。',
    en: 'In effect once the institution’s manager has approved it; all sessions end, and elevations with them.',
  },
  params: idParams,
  body: roleChangeBody,
  answers: { 200: roleChangeAnswer },
  remembers: true,
  shows: ({ strapi, params, body: { role } }) => shownAccount(strapi, params.id, { role }),
  handle: ({ strapi, params, body, command, remember }) =>
    tellingHolders(strapi, command, async (tx, tell) => {
      const { id, role = body.role } = await changeRole(tx, params.id, body.role, command);
      await tell('role-changed', [id]);
      const answer = { status: 200 as const, body: { id, role } };
      await remember(tx, answer);
      return answer;
    }),
});

const restoring = {
  zh: '由机构负责人审批后，原密码和双因素失效，因闲置停用的账号同时启用；申请人与审批人各取启用码的一半交给本人，本人凭两半设置密码并重新绑定双因素。',
  en: 'Once the institution’s manager has approved it, password and second factor are gone, and one that was blocked for want of use is let in again; who asked and who approved each hand half of a set-up code to the holder, who sets both anew.',
};

const restore = route({
  method: 'POST',
  path: '/accounts/:id/restore-administrator',
  resource: 'account',
  action: 'restore-administrator',
  summary: { zh: '恢复系统、审计管理员账号', en: 'Restore the account of the system or audit administrator' },
  description: restoring,
  params: idParams,
  body: accountActionBody,
  answers: { 200: passwordResetAnswer },
  remembers: true,
  shows: ({ strapi, params }) =>
    shownAccount(strapi, params.id, { blocked: false, secondFactor: false, password: 'reset' }),
  handle: ({ strapi, params: { id }, command, remember }) =>
    restored(strapi, { accountId: id, roles: ['system-admin', 'audit-admin'] }, command, remember),
});

/** No administrator holds the power of another: who asks for whom are two lines of the matrix. */
const restoreSecurity = route({
  method: 'POST',
  path: '/accounts/restore-security-admin',
  resource: 'account',
  action: 'restore-security-admin',
  summary: { zh: '恢复安全管理员账号', en: 'Restore the account of the security administrator' },
  description: restoring,
  body: securityRestoreBody,
  answers: { 200: passwordResetAnswer },
  remembers: true,
  shows: async ({ strapi, body }) =>
    shownAccount(strapi, await namedAccount(strapi, body), { blocked: false, secondFactor: false, password: 'reset' }),
  handle: async ({ strapi, body, command, remember }) => {
    const accountId = await namedAccount(strapi, body);
    return restored(strapi, { accountId, roles: ['security-admin'] }, command, remember);
  },
});

interface Restored {
  readonly status: 200;
  readonly body: { readonly id: number };
}

function restored(
  strapi: Core.Strapi,
  who: { readonly accountId: number; readonly roles: readonly Role[] },
  command: Command,
  remember: (tx: Tx, answer: Restored) => Promise<void>,
): Promise<Restored> {
  return tellingHolders(strapi, command, async (tx, tell) => {
    await restoreAdministrator(strapi, tx, who, command);
    await tell('restored', [who.accountId]);
    const answer: Restored = { status: 200, body: { id: who.accountId } };
    await remember(tx, answer);
    return answer;
  });
}

/** The security administrator by his identifier; any other account is as if it were not there. @throws Problem 404 */
async function namedAccount(strapi: Core.Strapi, { identifier }: { readonly identifier: string }): Promise<number> {
  const row = await databaseOf(strapi).maybeOne<{ id: number }>(
    `SELECT id FROM public.up_users WHERE lower(username) = lower($1) AND account_role = 'security-admin'`,
    [identifier],
  );
  if (!row) throw notFound({ zh: '账号', en: 'account' });
  return row.id;
}

export const powerRoutes = [changeRoleRoute, restore, restoreSecurity];
