import { route, type Account, type Route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { fileLinkAnswer } from '@linggong/vault/api';
import {
  addressAnswer,
  signingCodeAnswer,
  decisionBody,
  downloadBody,
  evidenceList,
  requestAnswer,
  type ContractAnswer,
} from '../../api';
import { contractWithin } from '../contract-access';
import { handOut, shownFile, signedPaper } from '../documents/file-to-take';
import { isParty, readerOf } from '../party';
import { noSuchContract, noSuchRequest, providerAway } from '../problems';
import { endSandboxFlow } from '../providers/sandbox/sandbox-provider';
import { checkRequest } from '../requests/check-request';
import { signersOf } from '../requests/open-requests';
import { requestAnswerOf } from '../requests/request-answers';
import { standingRequest, type RequestRow } from '../requests/request-rows';
import { toolsOf } from '../services';
import type { ESignTools } from '../tools';
import { evidenceOf } from './evidence';
import { lateScan } from './late-scan';
import { sendCode } from './signing-codes';

const callMs = 20_000;

/** The worker of a contract; anybody else learns nothing. @throws Problem `not-found` */
function ownWorker(account: Account, contract: ContractAnswer): number {
  if (contract.workerId === null || !isParty(account, contract)) throw noSuchContract();
  return contract.workerId;
}

const code = route({
  method: 'POST',
  path: '/contracts/:id/codes',
  resource: 'contract',
  action: 'sign',
  summary: { zh: '获取签署验证码', en: 'Have a code sent to sign with' },
  params: idParams,
  answers: { 201: signingCodeAnswer },
  handle: async ({ strapi, scope, params, account, command }) => {
    const tools = toolsOf(strapi);
    const contract = await contractWithin(tools.db, scope, params.id);
    const workerId = ownWorker(account, contract);
    const sent = await sendCode(tools, command, { contractId: params.id, accountId: account.id, workerId });
    const { phone } = await tools.db.one<{ phone: string }>(
      'SELECT phone_masked AS phone FROM parties.published_worker_facts WHERE worker_id = $1',
      [workerId],
    );
    return { status: 201, body: { sentTo: phone, ...sent } };
  },
});

/** @throws Problem `not-found` where nothing is open at a service */
async function openRequest(tools: ESignTools, contractId: number): Promise<RequestRow & { flow_id: string }> {
  const request = await standingRequest(tools.db, contractId);
  if (request?.state !== 'open' || request.flow_id === null) throw noSuchRequest();
  return { ...request, flow_id: request.flow_id };
}

const address = route({
  method: 'POST',
  path: '/contracts/:id/sign-address',
  resource: 'contract',
  action: 'sign',
  summary: { zh: '获取电子签名服务的签署地址', en: 'Where to sign at the e-signature service' },
  description: {
    zh: '地址仅供签署人本人使用，短时有效，不保存。',
    en: 'For the signer alone, short-lived and never stored.',
  },
  params: idParams,
  answers: { 200: addressAnswer },
  handle: async ({ strapi, scope, params, account, command }) => {
    const tools = toolsOf(strapi);
    ownWorker(account, await contractWithin(tools.db, scope, params.id));
    const request = await openRequest(tools, params.id);
    const provider = tools.signing.providers.get(request.provider);
    const signer = (await signersOf(tools, command, [request])).get(request.worker_id);
    if (provider === undefined || signer === undefined) throw noSuchRequest();
    const answer = await provider.signAddress(request.flow_id, signer, { signal: AbortSignal.timeout(callMs) });
    if (!answer.ok) throw providerAway(answer.code);
    return { status: 200, body: { url: answer.value.url, provider: provider.name } };
  },
});

const evidence = route({
  method: 'GET',
  path: '/contracts/:id/evidence',
  resource: 'contract',
  action: 'read',
  summary: { zh: '签署证据', en: 'What proves the signature' },
  params: idParams,
  answers: { 200: evidenceList },
  handle: async ({ strapi, scope, params, account }) => {
    const { db } = toolsOf(strapi);
    const contract = await contractWithin(db, scope, params.id);
    return { status: 200, body: { items: await evidenceOf(db, params.id, readerOf(account, contract)) } };
  },
});

const file = route({
  method: 'POST',
  path: '/contracts/:id/signed-file',
  resource: 'contract',
  action: 'download',
  summary: { zh: '下载已签文件或扫描件', en: 'Download the signed file or the scan' },
  description: {
    zh: '返回一次性链接。当事人直接下载，扫描件中含他人合同的除外；运营人员须填写理由，经另一人批准后凭审批下载一次。每次下载都写入审计日志。',
    en: 'Answers a link for one use. Its party needs nothing more, but has no scan that shows contracts of others; staff give a reason, and take it once with the approval of a second person. Every download is audited.',
  },
  params: idParams,
  body: downloadBody,
  answers: { 201: fileLinkAnswer },
  shows: async (call) => shownFile(await signedPaper(toolsOf(call.strapi), call), call.account),
  handle: async (call) => {
    const tools = toolsOf(call.strapi);
    return { status: 201, body: await handOut(tools, call, await signedPaper(tools, call)) };
  },
});

const decide = route({
  method: 'POST',
  path: '/contracts/:id/sandbox-decision',
  resource: 'contract',
  action: 'sign',
  summary: { zh: '沙箱签署页的决定（仅演示）', en: 'The decision on the sandbox’s page (demo only)' },
  params: idParams,
  body: decisionBody,
  answers: { 200: requestAnswer },
  handle: async ({ strapi, scope, params, account, body, command }) => {
    const tools = toolsOf(strapi);
    ownWorker(account, await contractWithin(tools.db, scope, params.id));
    const request = await openRequest(tools, params.id);
    if (request.provider !== 'sandbox' || !tools.signing.providers.has('sandbox')) throw noSuchRequest();
    await endSandboxFlow(tools.db, request.flow_id, body.decision, command.at);
    await checkRequest(tools, command, request.id);
    return { status: 200, body: await requestAnswerOf(tools.db, Number(request.id)) };
  },
});

export const signingRoutes: readonly Route[] = [code, address, evidence, file, lateScan, decide];
