import { route, type Route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { illegalTransition } from '@linggong/core/domain';
import { batchPlaced, requestAnswer, requestPage, requestQuery, requestsBody, serviceAnswer } from '../../api';
import { record } from '@linggong/audit';
import { requestLifecycle } from '../../domain';
import { placeBatch } from '../batches/run-batch';
import { noProvider, noSuchRequest } from '../problems';
import { toolsOf } from '../services';
import { openJob } from './place-requests';
import { requestAnswerOf, requestPageOf } from './request-answers';
import { requestById } from './request-rows';

const open = route({
  method: 'POST',
  path: '/contracts/signature-requests',
  resource: 'signature-request',
  action: 'open',
  summary: { zh: '批量发起可靠电子签名', en: 'Ask workers for reliable electronic signatures' },
  description: {
    zh: '在电子签名服务中为每份待签合同发起签署（后台，限速）；同一合同不会重复发起。',
    en: 'Opens a flow at the e-signature service for each contract that waits (in the background, at a bounded pace); never two for one contract.',
  },
  body: requestsBody,
  bodyBytesMax: 400_000,
  answers: { 202: batchPlaced },
  remembers: true,
  handle: async ({ strapi, body, command, remember }) => {
    const tools = toolsOf(strapi);
    if (tools.signing.current === undefined) throw noProvider();
    return tools.db.transaction(async (tx) => {
      const { contractIds } = body;
      const answer = {
        status: 202 as const,
        body: await placeBatch(tools, tx, command, { act: 'request', contractIds }),
      };
      await remember(tx, answer);
      return answer;
    });
  },
});

/** Pages ask before they offer what nobody could carry out. */
const service = route({
  method: 'GET',
  path: '/signature-service',
  resource: 'signature-service',
  action: 'read',
  summary: { zh: '当前电子签名服务', en: 'The e-signature service in use' },
  answers: { 200: serviceAnswer },
  handle: ({ strapi }) =>
    Promise.resolve({ status: 200, body: { provider: toolsOf(strapi).signing.current?.name ?? null } }),
});

const list = route({
  method: 'GET',
  path: '/signature-requests',
  resource: 'signature-request',
  action: 'list',
  summary: { zh: '签署请求列表', en: 'List requests to e-signature services' },
  query: requestQuery,
  answers: { 200: requestPage },
  handle: async ({ strapi, query }) => ({ status: 200, body: await requestPageOf(toolsOf(strapi).db, query) }),
});

const repeat = route({
  method: 'POST',
  path: '/signature-requests/:id/repeat',
  resource: 'signature-request',
  action: 'repeat',
  summary: { zh: '重试失败的签署请求', en: 'Try a failed request again' },
  params: idParams,
  answers: { 200: requestAnswer },
  remembers: true,
  handle: async ({ strapi, params, command, remember }) => {
    const tools = toolsOf(strapi);
    return tools.db.transaction(async (tx) => {
      const request = await requestById(tx, BigInt(params.id));
      if (request === undefined) throw noSuchRequest();
      // Another request may stand for the contract by now; the unique index would say so less kindly.
      const moved = await tx.query(
        `UPDATE e_sign.signature_requests r SET state = 'opening', next_try_at = $2, ended_at = NULL, tries = 0
         WHERE r.id = $1 AND r.state = 'failed' AND EXISTS (
           SELECT 1 FROM public.contracts c WHERE c.id = r.contract_id AND c.state = 'sent')
         AND NOT EXISTS (SELECT 1 FROM e_sign.signature_requests o WHERE o.contract_id = r.contract_id
           AND o.state IN ('waiting', 'opening', 'open')) RETURNING 1`,
        [request.id, command.at],
      );
      if (moved.length === 0) throw illegalTransition(requestLifecycle, request.state, 'repeat');
      const { provider } = request;
      const job = { queue: 'contracts' as const, name: openJob, payload: { provider }, key: provider };
      await tools.jobs.enqueue(tx, job, command);
      await record(tx, command, {
        action: 'contract.repeat-signature',
        subject: { kind: 'contract', id: request.contract_id },
        after: { provider, request: params.id },
      });
      const answer = { status: 200 as const, body: await requestAnswerOf(tx, params.id) };
      await remember(tx, answer);
      return answer;
    });
  },
});

export const requestRoutes: readonly Route[] = [open, service, list, repeat];
