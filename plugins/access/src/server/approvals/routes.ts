import type { Core } from '@strapi/strapi';
import { databaseOf, type Command, type Queryable } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { approvalAnswer, approvalParams, approveBody, rejectBody, withdrawBody } from '../../api/approval';
import type { Verdict } from '../../domain/approval';
import { route } from '../http/define-route';
import type { Call, LooseAnswer } from '../http/route';
import { approvalById, type ApprovalRow } from './approval-rows';
import { decideKept } from './decide-kept';
import { decisionProblems } from './decision-problems';
import { withdraw } from './decide-natively';
import { decideByBusiness } from './native-routes';
import { approvalView, mayBeWithdrawn, visibleApproval } from './read-approval';

const read = route({
  method: 'GET',
  path: '/approvals/:id',
  resource: 'approval',
  action: 'read',
  summary: { zh: '查看审批申请', en: 'Read a request for approval' },
  params: approvalParams,
  answers: { 200: approvalAnswer },
  handle: async ({ strapi, account, scope, params }) => ({
    status: 200,
    body: await approvalView(strapi, account, await visibleApproval(strapi, account, scope, params.id)),
  }),
});

const approve = route({
  method: 'POST',
  path: '/approvals/:id/approve',
  resource: 'approval',
  action: 'decide',
  summary: { zh: '批准', en: 'Approve a request' },
  description: {
    zh: '须由另一人以双因素登录后决定；批准后立即执行，执行结果见申请状态。',
    en: 'By another person, in a session with second factor. What was asked is done at once; its end is the state of the request.',
  },
  params: approvalParams,
  body: approveBody,
  answers: { 200: approvalAnswer },
  remembers: true,
  handle: async (call) => ({ status: 200 as const, body: await decide(call, 'approve', call.body.seenSha256) }),
});

const reject = route({
  method: 'POST',
  path: '/approvals/:id/reject',
  resource: 'approval',
  action: 'decide',
  summary: { zh: '驳回', en: 'Reject a request' },
  params: approvalParams,
  body: rejectBody,
  answers: { 200: approvalAnswer },
  remembers: true,
  handle: async (call) => ({ status: 200 as const, body: await decide(call, 'reject', call.body.seenSha256) }),
});

type VisibleApproval = Awaited<ReturnType<typeof visibleApproval>>;

type DecidingCall = Pick<Call, 'strapi' | 'account' | 'scope' | 'command'> & {
  readonly params: { readonly id: string };
  remember(tx: Queryable, answer: LooseAnswer): Promise<void>;
};

async function decide(call: DecidingCall, verdict: Verdict, seenSha256: string) {
  const { strapi, account, scope, command, params } = call;
  const approval = await visibleApproval(strapi, account, scope, params.id);
  if (approval.state !== 'pending') throw decisionProblems['not-pending']?.();
  if (approval.seenSha256 !== seenSha256) throw decisionProblems['not-seen']?.();
  const keep = async (tx: Queryable): Promise<void> =>
    call.remember(tx, { status: 200, body: await viewNow(strapi, tx, call, approval) });
  if (approval.mode === 'native') {
    await decideByBusiness(strapi, approval, { account, command, verdict, remember: keep });
  } else {
    await decideKept(strapi, approval, command, { verdict, seenSha256 }, keep);
  }
  return viewNow(strapi, databaseOf(strapi), call, approval);
}

async function viewNow(strapi: Core.Strapi, db: Queryable, { account }: DecidingCall, approval: VisibleApproval) {
  const now = await approvalById(db, approval.id);
  return approvalView(strapi, account, { ...approval, ...now });
}

const withdrawRoute = route({
  method: 'POST',
  path: '/approvals/:id/withdraw',
  resource: 'approval',
  action: 'withdraw',
  summary: { zh: '撤回申请', en: 'Withdraw a request' },
  params: approvalParams,
  body: withdrawBody,
  answers: { 200: approvalAnswer },
  remembers: true,
  handle: async ({ strapi, account, scope, params, command, remember }) => {
    const approval = await visibleApproval(strapi, account, scope, params.id);
    demandOwn(approval, command);
    const body = await databaseOf(strapi).transaction(async (tx) => {
      await withdraw(tx, command, approval.id);
      const withdrawn = await approvalView(strapi, account, { ...approval, ...(await approvalById(tx, approval.id)) });
      await remember(tx, { status: 200, body: withdrawn });
      return withdrawn;
    });
    return { status: 200, body };
  },
});

/** @throws Problem 403 `approval-not-yours`, 409 `approval-not-pending` */
function demandOwn(approval: ApprovalRow, { actor }: Command): void {
  if (approval.maker !== actor.accountId || approval.mode === 'native') {
    throw problem(
      403,
      'approval-not-yours',
      { zh: '只能撤回本人提交的申请', en: 'Only who asked withdraws a request' },
      { fix: { zh: '放款等业务申请请在业务页面取消', en: 'What the business decides is cancelled on its own page' } },
    );
  }
  if (!mayBeWithdrawn(approval)) throw decisionProblems['not-pending']?.();
}

export const approvalRoutes = [read, approve, reject, withdrawRoute];
