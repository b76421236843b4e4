import { databaseOf } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import { vaultOf } from '@linggong/vault';
import { z } from 'zod';
import {
  accountActionAnswer,
  accountActionBody,
  newAccountAnswer,
  newAccountBody,
  passwordChangeBody,
  passwordResetAnswer,
} from '../../api/account';
import { idParams } from '../../api/fields';
import { route } from '../http/define-route';
import { holderOf } from '../persons/declare-holder';
import { changePassword } from './change-password';
import { createAccount } from './create-account';
import { isOutside, isPowerful, shownAccount } from '../powers/account-row';
import { blockByHand, resetPassword, resetSecondFactor, setBlocked } from './manage-account';
import { newInitialPassword } from './set-password';

/** Who stands behind a new account, as the second person may know him. */
function holderShown(strapi: Core.Strapi, told: Parameters<typeof holderOf>[1]) {
  const { identityMasked, phoneMasked } = holderOf(vaultOf(strapi), told);
  return { identityMasked, phoneMasked };
}

/** What a repeated request is answered with: everything but the password, which is kept nowhere. */
const openAccount = route({
  method: 'POST',
  path: '/accounts',
  resource: 'account',
  action: 'create',
  summary: { zh: '开立账号', en: 'Open an account' },
  description: {
    zh: '企业、灵工账号立即开立，返回一次性的初始密码，首次登录后必须修改；其他角色经审批后开立，再由安全管理员重置密码取得初始密码。管理员角色不能在此开立。',
    en: 'Accounts of enterprises and workers are opened at once, with a first password that is told once and must be changed; other roles are opened once approved, and get their first password by a reset. Administrators are not opened here.',
  },
  body: newAccountBody,
  answers: { 201: newAccountAnswer },
  remembers: true,
  isSmall: ({ body }) => !isPowerful(body.role),
  shows: async ({ strapi, body: { identifier, role, holder } }) => ({
    subject: { id: identifier.toLowerCase(), label: identifier },
    before: null,
    after: { identifier, role, ...(holder === undefined ? {} : holderShown(strapi, holder)) },
    grants: role,
  }),
  handle: async ({ strapi, body, command, remember }) => {
    const { identifier, role, enterpriseId, workerId } = body;
    const owner = { ...(enterpriseId ? { enterpriseId } : {}), ...(workerId ? { workerId } : {}) };
    const person = body.holder === undefined ? {} : { holder: holderOf(vaultOf(strapi), body.holder) };
    const password = newInitialPassword();
    const id = await databaseOf(strapi).transaction(async (tx) => {
      const opened = await createAccount(
        tx,
        { identifier, role, ...owner, ...person, password, mustChangePassword: true },
        command,
      );
      await remember(tx, { status: 201, body: { id: opened, identifier } });
      return opened;
    });
    return { status: 201, body: { id, identifier, initialPassword: password } };
  },
});

const blockAccount = route({
  method: 'POST',
  path: '/accounts/:id/block',
  resource: 'account',
  action: 'block',
  summary: { zh: '停用账号', en: 'Block an account' },
  params: idParams,
  body: accountActionBody,
  answers: { 200: accountActionAnswer },
  handle: async ({ strapi, params, command }) => {
    await databaseOf(strapi).transaction((tx) => blockByHand(tx, params.id, command));
    return { status: 200, body: { id: params.id, blocked: true } };
  },
});

const unblockAccount = route({
  method: 'POST',
  path: '/accounts/:id/unblock',
  resource: 'account',
  action: 'unblock',
  summary: { zh: '启用账号', en: 'Unblock an account' },
  params: idParams,
  body: accountActionBody,
  answers: { 200: accountActionAnswer },
  remembers: true,
  isSmall: ({ strapi, params }) => isOutside(strapi, params.id),
  shows: ({ strapi, params }) => shownAccount(strapi, params.id, { blocked: false }),
  handle: async ({ strapi, params: { id }, command, remember }) => {
    const answer = { status: 200 as const, body: { id, blocked: false } };
    await databaseOf(strapi).transaction(async (tx) => {
      await setBlocked(tx, id, false, command);
      await remember(tx, answer);
    });
    return answer;
  },
});

const resetAccount = route({
  method: 'POST',
  path: '/accounts/:id/reset-password',
  resource: 'account',
  action: 'reset-password',
  summary: { zh: '重置密码', en: 'Reset a password' },
  params: idParams,
  body: accountActionBody,
  answers: { 200: passwordResetAnswer },
  remembers: true,
  handle: async ({ strapi, params: { id }, command, remember }) => {
    const initialPassword = await databaseOf(strapi).transaction(async (tx) => {
      const password = await resetPassword(strapi, tx, id, command);
      await remember(tx, { status: 200, body: { id } });
      return password;
    });
    return { status: 200, body: { id, initialPassword } };
  },
});

const resetFactor = route({
  method: 'POST',
  path: '/accounts/:id/reset-second-factor',
  resource: 'account',
  action: 'reset-second-factor',
  summary: { zh: '重置双因素验证', en: 'Reset a second factor' },
  description: {
    zh: '手机与恢复码均遗失时使用。账号的全部登录随即退出，下次登录须重新绑定。',
    en: 'For when telephone and recovery codes are lost. All sessions end; it is set up anew at the next sign-in.',
  },
  params: idParams,
  body: accountActionBody,
  answers: { 200: z.strictObject({ id: z.int(), wasOn: z.boolean() }) },
  remembers: true,
  isSmall: ({ strapi, params }) => isOutside(strapi, params.id),
  shows: ({ strapi, params }) => shownAccount(strapi, params.id, { secondFactor: false }),
  handle: async ({ strapi, params: { id }, command, remember }) => {
    const wasOn = await databaseOf(strapi).transaction(async (tx) => {
      const reset = await resetSecondFactor(tx, id, command);
      await remember(tx, { status: 200, body: { id, wasOn: reset } });
      return reset;
    });
    return { status: 200, body: { id, wasOn } };
  },
});

const changeOwnPassword = route({
  method: 'POST',
  path: '/me/password',
  resource: 'own-account',
  action: 'change-password',
  summary: { zh: '修改自己的密码', en: 'Change my password' },
  body: passwordChangeBody,
  bodyBytesMax: 4_096,
  unkept: true,
  limit: 'own-secret',
  answers: { 200: z.strictObject({ changed: z.boolean() }) },
  handle: async ({ strapi, account, body, command }) => {
    await changePassword(strapi, account, body, command);
    return { status: 200, body: { changed: true } };
  },
});

export const managedAccountRoutes = [
  openAccount,
  blockAccount,
  unblockAccount,
  resetAccount,
  resetFactor,
  changeOwnPassword,
];
