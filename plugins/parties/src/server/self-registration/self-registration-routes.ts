import { route, type Route } from '@linggong/access';
import {
  identityProof,
  identityProved,
  ownAccount,
  ownAccountOpened,
  phoneConfirmation,
  phoneConfirmed,
  registrationStart,
  registrationStarted,
} from '../../api';
import { toolsOf } from '../services';
import { openAccountOfSelf } from './open-own-account';
import { proveIdentity } from './prove-identity';
import { provePhone, startRegistration } from './prove-phone';
import { codeMinutes } from './registration-rows';

/** What all steps have in common: open to anybody, bounded, and no hash of what was told is kept. */
const open = { method: 'POST', resource: 'worker', public: true, unkept: true, limit: 'registration' } as const;

const start = route({
  ...open,
  path: '/worker-registrations',
  action: 'start-registration',
  summary: { zh: '自助注册：获取验证码', en: 'Register by oneself: have a code sent' },
  description: {
    zh: '验证码发往所填手机号。无论该号码是否登记过，答复都相同，另附本次注册的随机凭据，其后各步须一并提交。',
    en: 'A code goes to the telephone told. One answer, whether the number is on record or not, with a random word that the further steps take.',
  },
  body: registrationStart,
  bodyBytesMax: 4_096,
  answers: { 202: registrationStarted },
  handle: async ({ strapi, body, command }) => {
    const registration = await startRegistration(strapi, body.phone, command);
    return { status: 202, body: { registration, minutes: codeMinutes } };
  },
});

const confirmPhone = route({
  ...open,
  path: '/worker-registrations/confirm-phone',
  action: 'confirm-own-phone',
  summary: { zh: '自助注册：确认手机号', en: 'Register by oneself: confirm the telephone' },
  body: phoneConfirmation,
  bodyBytesMax: 4_096,
  answers: { 200: phoneConfirmed },
  handle: async ({ strapi, body, command }) => ({ status: 200, body: await provePhone(strapi, body, command) }),
});

const identity = route({
  ...open,
  path: '/worker-registrations/identity',
  action: 'prove-own-identity',
  summary: { zh: '自助注册：逐项同意并核验身份', en: 'Register by oneself: agree one by one, and be checked' },
  description: {
    zh: '向身份核验服务查询一次，最多三次；一致后登记为灵工。由工作人员登记过的，凭登记的手机号和姓名认领本人档案。未核实前不保存任何个人信息。',
    en: 'Asks the register once, three times at most; whoever matches is registered. Who was registered by staff takes up his record by the telephone and name on it. Until then nothing of him is kept.',
  },
  body: identityProof,
  bodyBytesMax: 8_192,
  answers: { 200: identityProved },
  handle: async ({ strapi, body, command }) => ({ status: 200, body: await proveIdentity(strapi, body, command) }),
});

const account = route({
  ...open,
  path: '/worker-registrations/account',
  action: 'open-own-account',
  summary: { zh: '自助注册：设置账号和密码', en: 'Register by oneself: choose username and password' },
  body: ownAccount,
  bodyBytesMax: 4_096,
  answers: { 201: ownAccountOpened },
  handle: async ({ strapi, body, command }) => {
    const tools = toolsOf(strapi);
    await tools.database.transaction((tx) => openAccountOfSelf(tools, tx, command, body));
    return { status: 201, body: { identifier: body.identifier.trim() } };
  },
});

export const selfRegistrationRoutes: readonly Route[] = [start, confirmPhone, identity, account];
