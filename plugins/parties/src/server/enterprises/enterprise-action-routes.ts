import { route, type Route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import type { Queryable } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import { enterpriseActionBody, enterpriseAnswer } from '../../api';
import { enterpriseActions, enterpriseLifecycle, type EnterpriseAction } from '../../domain';
import { toolsOf } from '../services';
import { actOnEnterprise, verifyBeforeAction } from './act-on-enterprise';
import { demandEnterprise, enterpriseById } from './enterprise-rows';

const summaries: Readonly<Record<EnterpriseAction, Text2>> = {
  submit: { zh: '提交入驻申请', en: 'Submit an application' },
  approve: { zh: '通过入驻审核', en: 'Approve an application' },
  reject: { zh: '驳回入驻申请', en: 'Reject an application' },
  sign: { zh: '完成合作协议签署', en: 'Note that the cooperation agreement is signed' },
  suspend: { zh: '暂停企业', en: 'Suspend an enterprise' },
  resume: { zh: '恢复企业', en: 'Resume an enterprise' },
  offboard: { zh: '清退企业', en: 'Offboard an enterprise' },
};

/** `POST /enterprises/{id}/{action}`: one address for each action, so that the matrix can tell them apart. */
function actionRoute(action: EnterpriseAction): Route {
  return route({
    method: 'POST',
    path: `/enterprises/:id/${action}`,
    resource: 'enterprise',
    action,
    summary: summaries[action],
    params: idParams,
    body: enterpriseActionBody,
    answers: { 200: enterpriseAnswer },
    remembers: true,
    // Only what the matrix marks waits for a second person and is shown to him.
    shows: async ({ strapi, params, scope }) => {
      const { database } = toolsOf(strapi);
      await demandEnterprise(database, scope, params.id);
      return shownAction(database, params.id, action);
    },
    handle: async ({ strapi, params, body, command, scope, remember }) => {
      const tools = toolsOf(strapi);
      await demandEnterprise(tools.database, scope, params.id);
      await verifyBeforeAction(tools, command, params.id, action);
      return tools.database.transaction(async (tx) => {
        await actOnEnterprise(tools, tx, command, params.id, action, body.criterion);
        const answer = { status: 200 as const, body: await enterpriseById(tx, params.id) };
        await remember(tx, answer);
        return answer;
      });
    },
  });
}

/** The enterprise as it stands, and the state that the action would leave it in. */
async function shownAction(db: Queryable, enterpriseId: number, action: EnterpriseAction) {
  const { number, name, state } = await enterpriseById(db, enterpriseId);
  const before = { number, name, state };
  const after = { ...before, state: enterpriseLifecycle.transitions[action].to };
  return { subject: { id: enterpriseId, label: number }, before, after };
}

export const enterpriseActionRoutes: readonly Route[] = enterpriseActions.map(actionRoute);
