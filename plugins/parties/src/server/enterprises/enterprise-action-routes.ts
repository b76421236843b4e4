import { route, type Route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import type { Queryable } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import { enterpriseActionBody, enterpriseAnswer, enterpriseDecisionBody, enterpriseReviewBody } from '../../api';
import { enterpriseActions, enterpriseLifecycle, type EnterpriseAction } from '../../domain';
import { reviewAnswer, type CriteriaJudged } from '@linggong/studio/api';
import type { z } from 'zod';
import { toolsOf } from '../services';
import { actOnEnterprise, verifyBeforeAction } from './act-on-enterprise';
import { demandEnterprise, enterpriseById, enterpriseReview } from './enterprise-rows';
import { reviewEnterprise } from './review-enterprise';

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
    body: decides(action) ? enterpriseDecisionBody : enterpriseActionBody,
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
        await actOnEnterprise(tools, tx, command, params.id, action, judgedIn(body));
        const answer = { status: 200 as const, body: await enterpriseById(tx, params.id) };
        await remember(tx, answer);
        return answer;
      });
    },
  });
}

const decides = (action: EnterpriseAction): boolean => action === 'approve' || action === 'reject';

/** What a decision says of the criteria; other actions cite none. */
function judgedIn(
  body: z.output<typeof enterpriseActionBody> | z.output<typeof enterpriseDecisionBody>,
): CriteriaJudged {
  return 'criteria' in body ? body.criteria : [];
}

const review = route({
  method: 'POST',
  path: '/enterprises/:id/reviews',
  resource: 'enterprise',
  action: 'review',
  summary: { zh: '企业定期复核', en: 'Re-check an enterprise by the admission criteria' },
  params: idParams,
  body: enterpriseReviewBody,
  answers: { 201: reviewAnswer },
  remembers: true,
  handle: async ({ strapi, account, params, body, command, scope, remember }) => {
    const tools = toolsOf(strapi);
    await demandEnterprise(tools.database, scope, params.id);
    return tools.database.transaction(async (tx) => {
      await reviewEnterprise(tools, tx, command, params.id, body.criteria);
      const answer = { status: 201 as const, body: await enterpriseReview(tx, params.id, account.id) };
      await remember(tx, answer);
      return answer;
    });
  },
});

const reviews = route({
  method: 'GET',
  path: '/enterprises/:id/reviews',
  resource: 'enterprise',
  action: 'read',
  summary: { zh: '企业审核标准与逐条结论', en: 'The criteria of an enterprise’s review, and what was said of them' },
  params: idParams,
  answers: { 200: reviewAnswer },
  handle: async ({ strapi, account, params, scope }) => {
    const { database } = toolsOf(strapi);
    await demandEnterprise(database, scope, params.id);
    return { status: 200, body: await enterpriseReview(database, params.id, account.id) };
  },
});

/** The enterprise as it stands, and the state that the action would leave it in. */
async function shownAction(db: Queryable, enterpriseId: number, action: EnterpriseAction) {
  const { number, name, state } = await enterpriseById(db, enterpriseId);
  const before = { number, name, state };
  const after = { ...before, state: enterpriseLifecycle.transitions[action].to };
  return { subject: { id: enterpriseId, label: number }, before, after };
}

export const enterpriseActionRoutes: readonly Route[] = [...enterpriseActions.map(actionRoute), review, reviews];
