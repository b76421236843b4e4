import { route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import {
  batchAccepted,
  batchDetail,
  batchReviewRequest,
  cancelRequest,
  classReviewRequest,
  confirmRequest,
  releaseRequest,
} from '../../api';
import { batchView } from '../read/batch-view';
import { settlementOf, toolsOf } from '../services';
import { batchWithin } from './within';

const onBatch = { method: 'POST', resource: 'settlement-batch', params: idParams, remembers: true } as const;

const confirm = route({
  ...onBatch,
  path: '/settlement-batches/:id/confirm',
  action: 'confirm',
  summary: { zh: '确认报价', en: 'Confirm a quote' },
  description: {
    zh: '须指明报价版本。报价依据有变化时返回 409 和新报价，不会静默重算。',
    en: 'Names the version of the quote. Where something it stands on has changed, the answer is a 409 with the new quote.',
  },
  body: confirmRequest,
  answers: { 200: batchDetail },
  handle: async ({ strapi, scope, params, body, account, command, remember }) => {
    const { database } = toolsOf(strapi);
    await batchWithin(database, scope, params.id);
    await settlementOf(strapi).confirm(command, params.id, body.quoteVersion, async (tx) => {
      await remember(tx, { status: 200, body: await batchView(tx, params.id, account, command.at) });
    });
    return { status: 200, body: await batchView(database, params.id, account, command.at) };
  },
});

const reviewClass = route({
  ...onBatch,
  path: '/settlement-batches/:id/class-review',
  action: 'review-class',
  summary: { zh: '逐笔审核通过', en: 'Take the payments of a batch after looking at them' },
  description: {
    zh: '企业等级要求逐笔审核的，风控审核整批付款并写明依据后，企业才能确认；付款有变化的须重新审核。',
    en: 'Where the class of the enterprise has every payment looked at, risk takes those of a quote and says by what; only then they can be confirmed. Changed, they are looked at again.',
  },
  body: classReviewRequest,
  answers: { 200: batchDetail },
  handle: async ({ strapi, scope, params, body, account, command, remember }) => {
    const { database } = toolsOf(strapi);
    await batchWithin(database, scope, params.id);
    await settlementOf(strapi).acceptByClass(command, params.id, body.quoteVersion, async (tx) => {
      await remember(tx, { status: 200, body: await batchView(tx, params.id, account, command.at) });
    });
    return { status: 200, body: await batchView(database, params.id, account, command.at) };
  },
});

const reviewBatch = route({
  ...onBatch,
  path: '/settlement-batches/:id/batch-review',
  action: 'review-batch',
  summary: { zh: '整批核实通过', en: 'Let a batch go after looking at it as a whole' },
  description: {
    zh: '风控对整个批次判定为复核或挂起的，核实并写明依据后，企业才能确认；付款或命中的规则有变化的须重新核实。判定为拒绝的不能放行。',
    en: 'Where risk wants a batch looked at as a whole, it lets the payments of a quote go and says by what; only then they can be confirmed. Other payments or rows are looked at again. What it declined nobody lets go.',
  },
  body: batchReviewRequest,
  answers: { 200: batchDetail },
  handle: async ({ strapi, scope, params, body, account, command, remember }) => {
    const { database } = toolsOf(strapi);
    await batchWithin(database, scope, params.id);
    await settlementOf(strapi).acceptBatch(command, params.id, body.quoteVersion, async (tx) => {
      await remember(tx, { status: 200, body: await batchView(tx, params.id, account, command.at) });
    });
    return { status: 200, body: await batchView(database, params.id, account, command.at) };
  },
});

const release = route({
  ...onBatch,
  path: '/settlement-batches/:id/release',
  action: 'release',
  summary: { zh: '复核放款', en: 'Release for payment' },
  body: releaseRequest,
  decides: { action: 'release', verdict: 'approve' },
  answers: { 202: batchAccepted },
  handle: async ({ strapi, scope, params, account, command, remember }) => {
    const { database } = toolsOf(strapi);
    await batchWithin(database, scope, params.id);
    const id = await settlementOf(strapi).release(command, params.id, async (tx, runId) => {
      const batch = await batchView(tx, params.id, account, command.at);
      await remember(tx, { status: 202, body: { batch, job: { id: runId } } });
    });
    return { status: 202, body: { batch: await batchView(database, params.id, account, command.at), job: { id } } };
  },
});

const cancel = route({
  ...onBatch,
  path: '/settlement-batches/:id/cancel',
  action: 'cancel',
  summary: { zh: '取消批次', en: 'Cancel a batch' },
  body: cancelRequest,
  // A finance approver who cancels a confirmed batch says no to its release; whoever made it takes it back.
  decides: { action: 'release', verdict: 'reject' },
  answers: { 200: batchDetail },
  handle: async ({ strapi, scope, params, account, command, remember }) => {
    const { database } = toolsOf(strapi);
    await batchWithin(database, scope, params.id);
    await settlementOf(strapi).cancel(command, params.id, async (tx) => {
      await remember(tx, { status: 200, body: await batchView(tx, params.id, account, command.at) });
    });
    return { status: 200, body: await batchView(database, params.id, account, command.at) };
  },
});

export const decisionRoutes = [confirm, reviewClass, reviewBatch, release, cancel];
