import { covers, route, type Route, type RowScope } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import type { Command } from '@linggong/core';
import type { ConsentMethod } from '@linggong/vault/domain';
import { consentsOf, giveConsent, withdrawConsent } from '@linggong/vault';
import { consentBody, consentsAnswer } from '@linggong/vault/api';
import { demandUnlocked } from '../locked/seen';
import { toolsOf } from '../services';
import { lockWorker, noSuchWorker, workerById } from '../workers/worker-rows';

/** Rows outside of the caller's scope are answered as not there. @throws Problem `not-found` */
function demandWorker(scope: RowScope, workerId: number): void {
  if (!covers(scope, { workerId })) throw noSuchWorker();
}

/** The person himself, or staff who hold his paper. */
const methodOf = ({ actor }: Command): ConsentMethod => (actor.role === 'worker' ? 'click' : 'operator');

const list = route({
  method: 'GET',
  path: '/workers/:id/consents',
  resource: 'consent',
  action: 'read',
  summary: { zh: '个人信息处理同意', en: 'Consents of a worker, with the texts in force' },
  params: idParams,
  answers: { 200: consentsAnswer },
  handle: async ({ strapi, params, scope, command, account }) => {
    demandWorker(scope, params.id);
    const { database } = toolsOf(strapi);
    await demandUnlocked(database, account, params.id);
    await workerById(database, params.id);
    return { status: 200, body: { items: await consentsOf(database, params.id, command.at) } };
  },
});

function actRoute(action: 'give' | 'withdraw'): Route {
  const act = action === 'give' ? giveConsent : withdrawConsent;
  return route({
    method: 'POST',
    path: action === 'give' ? '/workers/:id/consents' : '/workers/:id/consents/withdrawals',
    resource: 'consent',
    action,
    summary:
      action === 'give'
        ? { zh: '同意一项处理目的', en: 'Give consent to a purpose' }
        : { zh: '撤回一项同意', en: 'Withdraw a consent' },
    description: {
      zh: '本人操作，或由工作人员登记其书面表示。撤回与同意一样只需一步，不要求理由；撤回必需的同意会暂停服务。',
      en: 'By himself, or noted by staff from his paper. Taking back is one step like giving and asks for no reason; without a needed consent the service is suspended.',
    },
    params: idParams,
    body: consentBody,
    answers: { 200: consentsAnswer },
    handle: async ({ strapi, params, body, scope, command }) => {
      demandWorker(scope, params.id);
      const { database, jobs } = toolsOf(strapi);
      const one = { workerId: params.id, purpose: body.purpose, method: methodOf(command) };
      await database.transaction(async (tx) => {
        await lockWorker(tx, params.id);
        await act(tx, jobs, command, one);
      });
      return { status: 200, body: { items: await consentsOf(database, params.id, command.at) } };
    },
  });
}

export const consentRoutes: readonly Route[] = [list, actRoute('give'), actRoute('withdraw')];
