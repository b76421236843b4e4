import { route, type Call } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf, type Tx } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { approveBody, reasonedBody, submitBody, versionAnswer } from '../../api';
import { approveVersion, giveBack } from '../life/decide-version';
import { discardVersion } from '../life/discard-version';
import { rollBackVersion, versionBefore } from '../life/roll-back-version';
import { demandFit, demandFitBefore } from '../life/demand-fit';
import { submitVersion } from '../life/submit-version';
import { tellInForce } from '../life/tell-in-force';
import { toolsOf } from '../tools';
import { changeLines, changesOf } from '../versions/compare';
import { readVersion } from '../versions/version-rows';
import { versionAnswerOf } from '../versions/version-answer';

type Acting = Pick<Call, 'strapi' | 'account' | 'remember'> & { readonly params: { readonly id: number } };

/** Does an act in one transaction and answers the version as it stands then. */
function acted({ strapi, account, params, remember }: Acting, act: (tx: Tx) => Promise<unknown>) {
  return databaseOf(strapi).transaction(async (tx) => {
    await act(tx);
    const answer = { status: 200 as const, body: await versionAnswerOf(toolsOf(strapi), tx, params.id, account) };
    await remember(tx, answer);
    return answer;
  });
}

const submit = route({
  method: 'POST',
  path: '/configuration-versions/:id/submit',
  resource: 'configuration-version',
  action: 'submit',
  summary: { zh: '提交审批', en: 'Submit a version for approval' },
  description: {
    zh: '须先通过检查；生效日不早于今天。七天内无人审批的，退回草稿。',
    en: 'It has passed its check, and takes effect no earlier than today. What nobody decides about within seven days is a draft again.',
  },
  params: idParams,
  body: submitBody,
  answers: { 200: versionAnswer },
  remembers: true,
  handle: (call) =>
    acted(call, (tx) => submitVersion(toolsOf(call.strapi), tx, call.command, call.params.id, call.body)),
});

const approve = route({
  method: 'POST',
  path: '/configuration-versions/:id/approve',
  resource: 'configuration-version',
  action: 'decide',
  summary: { zh: '批准配置版本', en: 'Approve a version' },
  params: idParams,
  body: approveBody,
  decides: { action: 'decide', verdict: 'approve' },
  answers: { 200: versionAnswer },
  remembers: true,
  handle: (call) =>
    acted(call, async (tx) => {
      await demandFit(toolsOf(call.strapi), tx, call.params.id, { today: call.command.at });
      await approveVersion(tx, call.command, call.params.id);
      await tellInForce(jobsOf(call.strapi), tx, call.command, call.params.id);
    }),
});

const reject = route({
  method: 'POST',
  path: '/configuration-versions/:id/reject',
  resource: 'configuration-version',
  action: 'decide',
  summary: { zh: '驳回配置版本', en: 'Reject a version' },
  params: idParams,
  body: reasonedBody,
  decides: { action: 'decide', verdict: 'reject' },
  answers: { 200: versionAnswer },
  remembers: true,
  handle: (call) => acted(call, (tx) => giveBack(tx, call.command, call.params.id, 'reject')),
});

const withdraw = route({
  method: 'POST',
  path: '/configuration-versions/:id/withdraw',
  resource: 'configuration-version',
  action: 'withdraw',
  summary: { zh: '撤回提交', en: 'Withdraw a submitted version' },
  params: idParams,
  body: reasonedBody,
  decides: { action: 'decide', verdict: 'reject' },
  answers: { 200: versionAnswer },
  remembers: true,
  handle: (call) => acted(call, (tx) => giveBack(tx, call.command, call.params.id, 'withdraw')),
});

const discard = route({
  method: 'POST',
  path: '/configuration-versions/:id/discard',
  resource: 'configuration-version',
  action: 'discard',
  summary: { zh: '放弃版本', en: 'Discard a version' },
  params: idParams,
  body: reasonedBody,
  answers: { 200: versionAnswer },
  remembers: true,
  handle: (call) => acted(call, (tx) => discardVersion(tx, call.command, call.params.id)),
});

const rollBack = route({
  method: 'POST',
  path: '/configuration-versions/:id/roll-back',
  resource: 'configuration-version',
  action: 'roll-back',
  summary: { zh: '回退生效中的版本', en: 'Roll back the version in force' },
  description: {
    zh: '另一人批准后，被它替代的上一版立即恢复生效。',
    en: 'Once somebody else approves, the version that it superseded is in force again at once.',
  },
  params: idParams,
  body: reasonedBody,
  answers: { 200: versionAnswer },
  remembers: true,
  shows: async ({ strapi, params }) => {
    const db = databaseOf(strapi);
    const row = await readVersion(db, params.id);
    const before = await versionBefore(db, row);
    const changes = await changesOf(toolsOf(strapi), db, { kind: row.kind, id: before.id }, row);
    const lines = changeLines(changes);
    return {
      subject: { id: row.id, label: `${row.name.zh} V${row.versionNo}` },
      before: { configuration: row.name.zh, versionNo: row.versionNo, state: row.state, changes: lines.before },
      after: {
        configuration: row.name.zh,
        versionNo: before.versionNo,
        state: 'in-force',
        changeCount: changes.length,
        changes: lines.after,
      },
    };
  },
  handle: (call) =>
    acted(call, async (tx) => {
      await demandFitBefore(toolsOf(call.strapi), tx, call.params.id, call.command.at);
      const restored = await rollBackVersion(tx, call.command, call.params.id);
      await tellInForce(jobsOf(call.strapi), tx, call.command, restored.id);
    }),
});

// Rejecting stands before withdrawing: from the inbox a decider rejects.
export const decisionRoutes = [submit, approve, reject, withdraw, discard, rollBack];
