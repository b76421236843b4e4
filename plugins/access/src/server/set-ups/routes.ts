import { approvalParams } from '../../api/approval';
import { setUpBody, setUpDoneAnswer, setUpHalfAnswer } from '../../api/set-up';
import { route } from '../http/define-route';
import { completeSetUp } from './complete-set-up';
import { takeHalf } from './take-half';

const takeRoute = route({
  method: 'POST',
  path: '/approvals/:id/set-up-half',
  resource: 'approval',
  action: 'take-half',
  summary: { zh: '取得启用码的一半', en: 'Take half of a set-up code' },
  description: {
    zh: '开立账号、重置密码或恢复管理员批准后，申请人与审批人各取一半，分别交给本人；每一半只显示一次。两半齐全，本人才能设置密码。',
    en: 'Once an account is opened, a password reset or an administrator restored, who asked and who approved each take one half and hand it to the holder. Each is told once; only both together set a password.',
  },
  params: approvalParams,
  unkept: true,
  limit: 'own-secret',
  answers: { 200: setUpHalfAnswer },
  handle: async ({ strapi, account, params, command }) => ({
    status: 200,
    body: await takeHalf(strapi, account, params.id, command),
  }),
});

const completeRoute = route({
  method: 'POST',
  path: '/auth/set-ups',
  resource: 'own-session',
  action: 'set-up',
  public: true,
  summary: { zh: '凭两半启用码设置密码', en: 'Set a password by both halves of a set-up code' },
  description: {
    zh: '一半来自申请人，一半来自审批人。账号的全部登录随即退出；已开启双因素验证的账号登录时仍须验证码。',
    en: 'One half comes from who asked, one from who approved. All sessions end; an account with a second factor still signs in with its code.',
  },
  body: setUpBody,
  bodyBytesMax: 4_096,
  unkept: true,
  limit: 'second-factor',
  answers: { 200: setUpDoneAnswer },
  handle: async ({ strapi, body, command }) => {
    await completeSetUp(strapi, body, command);
    return { status: 200, body: { done: true } };
  },
});

export const setUpRoutes = [takeRoute];
export const publicSetUpRoutes = [completeRoute];
