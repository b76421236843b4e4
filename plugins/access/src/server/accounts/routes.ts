import { databaseOf } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import { vaultOf } from '@linggong/vault';
import { z } from 'zod';
import {
  accountActionAnswer,
  accountActionBody,
  holderConfirmedAnswer,
  newAccountAnswer,
  newAccountBody,
  passwordChangeBody,
  passwordResetAnswer,
} from '../../api/account';
import { idParams } from '../../api/fields';
import { route } from '../http/define-route';
import { tellingHolders } from '../notices/notices';
import { confirmHolder, shownHolder } from '../persons/confirm-holder';
import { holderOf } from '../persons/declare-holder';
import { personPortOf } from '../persons/person-port';
import { shownAccount } from '../powers/account-row';
import { changePassword } from './change-password';
import { blockByHand, resetPassword, resetSecondFactor, setBlocked } from './manage-account';
import { openAccount } from './open-account';

/** Who stands behind a new account, as the second person may know him. */
function holderShown(strapi: Core.Strapi, told: Parameters<typeof holderOf>[1]) {
  const { identityMasked, phoneMasked } = holderOf(vaultOf(strapi), told);
  return { identityMasked, phoneMasked };
}

const openRoute = route({
  method: 'POST',
  path: '/accounts',
  resource: 'account',
  action: 'create',
  summary: { zh: '开立账号', en: 'Open an account' },
  description: {
    zh: '任何角色的账号都经审批后开立：企业账号由商户审核员或机构负责人审批，其余由机构负责人审批。申请人与审批人各取启用码的一半交给本人，本人凭两半设置密码。同一企业的其他账号会收到通知。管理员角色不能在此开立。',
    en: 'An account of any role is opened once approved: of enterprises by a merchant reviewer or the institution’s manager, of others by the manager. Who asked and who approved each hand half of a set-up code to its holder, who sets the password by both. Other accounts of the same enterprise are told. Administrators are not opened here.',
  },
  body: newAccountBody,
  answers: { 201: newAccountAnswer },
  remembers: true,
  shows: async ({ strapi, body: { identifier, role, enterpriseId, workerId, holder } }) => ({
    subject: { id: identifier.toLowerCase(), label: identifier },
    before: null,
    after: {
      identifier,
      role,
      ...(enterpriseId === undefined ? {} : { enterpriseId }),
      ...(workerId === undefined ? {} : { workerId }),
      ...(holder === undefined ? {} : holderShown(strapi, holder)),
    },
    grants: role,
    ...(role === 'enterprise' ? { aspect: role } : {}),
  }),
  handle: ({ strapi, body, command, remember }) =>
    tellingHolders(strapi, command, async (tx, tell) => {
      const id = await openAccount({ tx, vault: vaultOf(strapi), persons: personPortOf(strapi), tell }, body, command);
      const answer = { status: 201 as const, body: { id, identifier: body.identifier } };
      await remember(tx, answer);
      return answer;
    }),
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
  shows: ({ strapi, params }) => shownAccount(strapi, params.id, { blocked: false }),
  handle: ({ strapi, params: { id }, command, remember }) =>
    tellingHolders(strapi, command, async (tx, tell) => {
      const answer = { status: 200 as const, body: { id, blocked: false } };
      await setBlocked(tx, id, false, command);
      await tell('unblocked', [id]);
      await remember(tx, answer);
      return answer;
    }),
});

const resetAccount = route({
  method: 'POST',
  path: '/accounts/:id/reset-password',
  resource: 'account',
  action: 'reset-password',
  summary: { zh: '重置密码', en: 'Reset a password' },
  description: {
    zh: '经审批后原密码失效、登录全部退出。申请人与审批人各取启用码的一半交给本人，两人中任何一人都不能单独登录；本人会收到通知。',
    en: 'Once approved the password is gone and all sessions end. Who asked and who approved each hand half of a set-up code to the holder; neither can sign in alone, and the holder is told.',
  },
  params: idParams,
  body: accountActionBody,
  answers: { 200: passwordResetAnswer },
  remembers: true,
  shows: ({ strapi, params }) => shownAccount(strapi, params.id, { password: 'reset' }),
  handle: ({ strapi, params: { id }, command, remember }) =>
    tellingHolders(strapi, command, async (tx, tell) => {
      await resetPassword(strapi, tx, id, command);
      await tell('password-reset', [id]);
      const answer = { status: 200 as const, body: { id } };
      await remember(tx, answer);
      return answer;
    }),
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
  shows: ({ strapi, params }) => shownAccount(strapi, params.id, { secondFactor: false }),
  handle: ({ strapi, params: { id }, command, remember }) =>
    tellingHolders(strapi, command, async (tx, tell) => {
      const answer = { status: 200 as const, body: { id, wasOn: await resetSecondFactor(tx, id, command) } };
      await tell('second-factor-reset', [id]);
      await remember(tx, answer);
      return answer;
    }),
});

const confirmRoute = route({
  method: 'POST',
  path: '/accounts/:id/confirm-holder',
  resource: 'account',
  action: 'confirm-holder',
  summary: { zh: '核实账号持有人', en: 'Confirm who stands behind an account' },
  description: {
    zh: '持有人由本人自行登记的，须经安全管理员申请、机构负责人核对证件后确认；确认前不能提交或决定审批。',
    en: 'A holder that somebody declared himself is confirmed by two persons who look at his papers; before that the account asks for no approval and decides none.',
  },
  params: idParams,
  body: accountActionBody,
  answers: { 200: holderConfirmedAnswer },
  remembers: true,
  shows: ({ strapi, params }) => shownHolder(strapi, params.id),
  handle: ({ strapi, params: { id }, command, remember }) =>
    tellingHolders(strapi, command, async (tx, tell) => {
      await confirmHolder(tx, id, command);
      await tell('holder-confirmed', [id]);
      const answer = { status: 200 as const, body: { id, confirmed: true } };
      await remember(tx, answer);
      return answer;
    }),
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
  openRoute,
  blockAccount,
  unblockAccount,
  resetAccount,
  resetFactor,
  confirmRoute,
  changeOwnPassword,
];
