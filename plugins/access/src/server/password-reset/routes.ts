import { signInPolicy } from '@linggong/config/access';
import { resetAskedAnswer, resetBody, resetCompletionBody, resetDoneAnswer } from '../../api/password-reset';
import { route } from '../http/define-route';
import { askReset } from './ask-reset';
import { completeReset } from './complete-reset';

const ask = route({
  method: 'POST',
  path: '/auth/password-resets',
  resource: 'own-session',
  action: 'ask-reset',
  public: true,
  summary: { zh: '申请找回密码', en: 'Ask for a new password' },
  description: {
    zh: '无论账号是否存在，答复都相同，另附本次申请的随机凭据 request，完成时须一并提交。手机号与账号持有人一致时，验证码发往该手机；无法发送时，申请转给安全管理员。',
    en: 'One answer, whether there is such an account or not, with a random word `request` that completing takes. Where the telephone is that of its holder, a code is sent to it; where none can be sent, the security administrator sees the request.',
  },
  body: resetBody,
  bodyBytesMax: 4_096,
  unkept: true,
  limit: 'password-reset',
  answers: { 202: resetAskedAnswer },
  handle: async ({ strapi, body, command }) => {
    const request = await askReset(strapi, body, command);
    return { status: 202, body: { request, minutes: signInPolicy.resetMinutes } };
  },
});

const complete = route({
  method: 'POST',
  path: '/auth/password-resets/complete',
  resource: 'own-session',
  action: 'complete-reset',
  public: true,
  summary: { zh: '凭验证码设置新密码', en: 'Set a new password for a code' },
  description: {
    zh: '只对 request 所指的那次申请有效，他人的错误尝试不占用本次申请的次数。账号的全部登录随即退出。已开启双因素验证的账号还须提供动态口令或恢复码。',
    en: 'Tried against the request that the word names and no other, so that wrong tries of a stranger cost nobody else’s. All sessions of the account end. An account with a second factor gives its code as well.',
  },
  body: resetCompletionBody,
  bodyBytesMax: 4_096,
  unkept: true,
  limit: 'second-factor',
  answers: { 200: resetDoneAnswer },
  handle: async ({ strapi, body, command }) => {
    await completeReset(strapi, body, command);
    return { status: 200, body: { changed: true } };
  },
});

export const passwordResetRoutes = [ask, complete];
