import { covers, route, type Route, type RowScope } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { notFound, problem, type Text2 } from '@linggong/core/domain';
import { batchAnswer, batchPlaced, sendBody, type SendBody } from '../../api';
import { contractAnswer } from '../../api';
import { contractById } from '../contract-rows';
import { noSuchBatch, refusals, type Refusal } from '../problems';
import { toolsOf } from '../services';
import { sendToEnterprise } from '../sending/send-to-enterprise';
import { takeSignatures } from './take-signatures';
import { batchState } from './batch-rows';
import { placeBatch } from './run-batch';

function missing(field: string, text: Text2): Error {
  return problem(422, 'contract-request-incomplete', text, { field });
}

/** @throws Problem 422 naming the field, 404 for an enterprise outside of the caller's rows */
function checkRequest(
  scope: RowScope,
  { template, enterpriseId, workerIds, scenarios, validFrom, validTo }: SendBody,
): void {
  if (validTo !== undefined && validTo < validFrom) {
    throw missing('validTo', { zh: '截止日期早于生效日期', en: 'The last day is before the first' });
  }
  // An enterprise may ask workers for a tax authorization without naming an enterprise; whichever it names must be its own.
  const isOwn = enterpriseId === undefined ? template === 'tax-agency' : covers(scope, { enterpriseId });
  if (scope.kind !== 'all' && !isOwn) throw notFound({ zh: '企业', en: 'enterprise' });
  if (template === 'enterprise-cooperation') {
    if (enterpriseId === undefined) throw missing('enterpriseId', { zh: '请选择企业', en: 'Name the enterprise' });
    return;
  }
  if (workerIds === undefined) throw missing('workerIds', { zh: '请选择灵活用工人员', en: 'Name the workers' });
  if (template === 'worker-service' && scenarios === undefined) {
    throw missing('scenarios', { zh: '请选择工作类别', en: 'Name the kinds of work, or "*"' });
  }
}

/** Of a number that it neither engaged nor has an agreement with an enterprise learns neither whether it is there nor what stands of it. */
function notKnown(): Error {
  return problem(
    409,
    'worker-not-known',
    {
      zh: '名单中有未曾承揽本企业任务、也未与本企业签署服务协议的编号',
      en: 'Some of these numbers have never worked for this enterprise, nor signed an agreement with it',
    },
    {
      field: 'workerIds',
      fix: { zh: '先由平台运营登记承揽，再发起签署', en: 'Have the operator engage them first, then send for signing' },
    },
  );
}

const send = route({
  method: 'POST',
  path: '/contracts/batches',
  resource: 'contract-batch',
  action: 'send',
  summary: { zh: '批量发起签署', en: 'Send contracts for signing' },
  description: {
    zh: '发给灵活用工人员的合同在后台批量发出（202）；企业合作协议直接发出（201）。',
    en: 'Contracts with workers are sent on the queue (202); a cooperation agreement is sent at once (201).',
  },
  body: sendBody,
  bodyBytesMax: 400_000,
  answers: { 201: contractAnswer, 202: batchPlaced },
  remembers: true,
  handle: async ({ strapi, scope, body, command, remember }) => {
    checkRequest(scope, body);
    const tools = toolsOf(strapi);
    const { template, enterpriseId, workerIds = [], scenarios = [], validFrom, validTo = null } = body;
    const isOfStrangers = async (): Promise<boolean> =>
      scope.kind === 'enterprise' && !(await tools.knowsAll(tools.db, scope.enterpriseId, workerIds));
    if (workerIds.length > 0 && (await isOfStrangers())) throw notKnown();
    return tools.db.transaction(async (tx) => {
      if (template === 'enterprise-cooperation') {
        const id = await sendToEnterprise(tools, tx, command, { enterpriseId: enterpriseId ?? 0, validFrom, validTo });
        const created = { status: 201 as const, body: await contractById(tx, id) };
        await remember(tx, created);
        return created;
      }
      const request = { templateCode: template, enterpriseId: enterpriseId ?? null, scenarios, validFrom, validTo };
      const answer = {
        status: 202 as const,
        body: await placeBatch(tools, tx, command, { act: 'send', request, workerIds }),
      };
      await remember(tx, answer);
      return answer;
    });
  },
});

const read = route({
  method: 'GET',
  path: '/contracts/batches/:id',
  resource: 'contract-batch',
  action: 'read',
  summary: { zh: '合同批次的进度与结果', en: 'Progress and outcome of a contract batch' },
  params: idParams,
  answers: { 200: batchAnswer },
  handle: async ({ strapi, scope, params }) => {
    const { enterpriseId, reasons, ...state } = await batchState(toolsOf(strapi).db, BigInt(params.id));
    if (!covers(scope, { enterpriseId })) throw noSuchBatch();
    const told = Object.entries(reasons).map(([reason, count]) => {
      // The column holds refusals of this plugin only.
      const { zh, en } = refusals[reason as Refusal];
      return [reason, { count, zh, en }] as const;
    });
    return { status: 200, body: { ...state, reasons: Object.fromEntries(told) } };
  },
});

export const batchRoutes: readonly Route[] = [send, takeSignatures, read];
