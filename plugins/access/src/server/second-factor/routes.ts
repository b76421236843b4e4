import { toString as qrText } from 'qrcode';
import { z } from 'zod';
import { codeBody, recoveryCodesAnswer, shownSecretAnswer } from '../../api/account';
import { instantOutput } from '../../api/fields';
import { route } from '../http/define-route';
import { beginFactor, confirmFactor } from './enrol';
import { checkFactor, removeFactor, renewRecoveryCodes } from './keep-factor';

/** Secrets and codes are in nobody's store but the vault's, so that a repeated request is a new one. */
const ofFactor = { method: 'POST', resource: 'own-account', action: 'change-second-factor', unkept: true } as const;

const begin = route({
  ...ofFactor,
  path: '/me/second-factor',
  summary: { zh: '生成动态口令密钥', en: 'Make a secret for the second factor' },
  description: {
    zh: '密钥在用验证码确认之前不生效。已开启双因素验证的，须先在 30 分钟内验证过。',
    en: 'It counts from the code that confirms it. Who has one already must have passed it within 30 minutes.',
  },
  answers: { 200: shownSecretAnswer },
  handle: async ({ strapi, account, command }) => {
    const { secret, uri } = await beginFactor(strapi, account, command);
    const qr = await qrText(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
    return { status: 200, body: { secret, uri, qr } };
  },
});

const confirm = route({
  ...ofFactor,
  path: '/me/second-factor/confirm',
  summary: { zh: '确认开启双因素验证', en: 'Confirm the second factor with a code' },
  body: codeBody,
  bodyBytesMax: 4_096,
  answers: { 200: recoveryCodesAnswer },
  handle: async ({ strapi, account, body, command }) => ({
    status: 200,
    body: { recoveryCodes: await confirmFactor(strapi, account, body.code, command) },
  }),
});

const check = route({
  ...ofFactor,
  path: '/me/second-factor/check',
  resource: 'own-session',
  action: 'check',
  summary: { zh: '在本次登录中再次验证', en: 'Give the code again in this session' },
  body: codeBody,
  bodyBytesMax: 4_096,
  answers: { 200: z.strictObject({ passedAt: instantOutput }) },
  handle: async ({ strapi, account, body, command }) => ({
    status: 200,
    body: { passedAt: await checkFactor(strapi, account, body.code, command) },
  }),
});

const renew = route({
  ...ofFactor,
  path: '/me/second-factor/recovery-codes',
  summary: { zh: '重新生成恢复码', en: 'Make new recovery codes' },
  body: codeBody,
  bodyBytesMax: 4_096,
  answers: { 200: recoveryCodesAnswer },
  handle: async ({ strapi, account, body, command }) => ({
    status: 200,
    body: { recoveryCodes: await renewRecoveryCodes(strapi, account, body.code, command) },
  }),
});

const remove = route({
  ...ofFactor,
  path: '/me/second-factor/remove',
  summary: { zh: '关闭双因素验证', en: 'Give the second factor up' },
  body: codeBody,
  bodyBytesMax: 4_096,
  answers: { 200: z.strictObject({ removed: z.boolean() }) },
  handle: async ({ strapi, account, body, command }) => {
    await removeFactor(strapi, account, body.code, command);
    return { status: 200, body: { removed: true } };
  },
});

export const factorRoutes = [begin, confirm, check, renew, remove];
