import { route, type Route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { contractAnswer, contractPage, contractQuery, contractTextAnswer, revokeBody, signBody } from '../api';
import { contractWithin } from './contract-access';
import { isParty } from './party';
import { contractById, contractPageOf } from './contract-rows';
import { revokeContract } from './ending/revoke-contracts';
import { codeRequired, noSuchContract, refused, textChanged } from './problems';
import { toolsOf } from './services';
import { checkCode, useCode } from './signing/signing-codes';
import { signContracts } from './signing/sign-contracts';
import { contractText } from './text/contract-text';

const list = route({
  method: 'GET',
  path: '/contracts',
  resource: 'contract',
  action: 'list',
  summary: { zh: '合同列表', en: 'List contracts' },
  query: contractQuery,
  answers: { 200: contractPage },
  handle: async ({ strapi, scope, query }) => ({
    status: 200,
    body: await contractPageOf(toolsOf(strapi).db, scope, query),
  }),
});

const read = route({
  method: 'GET',
  path: '/contracts/:id',
  resource: 'contract',
  action: 'read',
  summary: { zh: '查看合同', en: 'Read a contract' },
  params: idParams,
  answers: { 200: contractAnswer },
  handle: async ({ strapi, scope, params }) => ({
    status: 200,
    body: await contractWithin(toolsOf(strapi).db, scope, params.id),
  }),
});

const readText = route({
  method: 'GET',
  path: '/contracts/:id/text',
  resource: 'contract',
  action: 'read',
  summary: { zh: '查看合同全文', en: 'Read the full text of a contract' },
  description: {
    zh: '本人看到完整文本，其他人看到脱敏文本；哈希值始终是完整文本的。',
    en: 'In clear for its party, masked for everybody else; the hash is always that of the clear text.',
  },
  params: idParams,
  answers: { 200: contractTextAnswer },
  handle: async ({ strapi, scope, params, account, command }) => {
    const tools = toolsOf(strapi);
    const contract = await contractWithin(tools.db, scope, params.id);
    const audience = isParty(account, contract) ? 'party' : 'staff';
    return { status: 200, body: await contractText(tools, tools.db, command, params.id, audience) };
  },
});

const sign = route({
  method: 'POST',
  path: '/contracts/:id/sign',
  resource: 'contract',
  action: 'sign',
  summary: { zh: '签署合同', en: 'Sign a contract' },
  params: idParams,
  body: signBody,
  answers: { 200: contractAnswer },
  remembers: true,
  handle: async ({ strapi, scope, params, body, command, account, remember }) => {
    const tools = toolsOf(strapi);
    const asked = await contractWithin(tools.db, scope, params.id);
    if (!isParty(account, asked)) throw noSuchContract();
    if (asked.textSha256 !== body.textSha256) throw textChanged();
    // An enterprise signs by its account; codes go to the phones of workers.
    if (body.code === undefined && asked.workerId !== null && tools.signing.settings.code === 'required') {
      throw codeRequired();
    }
    // Each look at a code costs a try, in a transaction of its own, whatever becomes of the signature.
    const tried = { contractId: params.id, accountId: account.id };
    const codeId = body.code === undefined ? undefined : await checkCode(tools, command, { ...tried, code: body.code });
    return tools.db.transaction(async (tx) => {
      if (codeId !== undefined) await useCode(tx, codeId, command.at);
      const method = codeId === undefined ? 'click' : 'sms-code';
      const { refused: reasons } = await signContracts(tools, tx, command, [params.id], method);
      if (reasons[0]) throw refused(reasons[0].reason);
      const answer = { status: 200 as const, body: await contractById(tx, params.id) };
      await remember(tx, answer);
      return answer;
    });
  },
});

const revoke = route({
  method: 'POST',
  path: '/contracts/:id/revoke',
  resource: 'contract',
  action: 'revoke',
  summary: { zh: '终止或撤回合同', en: 'End or withdraw a contract' },
  params: idParams,
  body: revokeBody,
  answers: { 200: contractAnswer },
  remembers: true,
  handle: async ({ strapi, scope, params, command, remember }) => {
    const tools = toolsOf(strapi);
    return tools.db.transaction(async (tx) => {
      await contractWithin(tx, scope, params.id);
      await revokeContract(tools, tx, command, params.id);
      const answer = { status: 200 as const, body: await contractById(tx, params.id) };
      await remember(tx, answer);
      return answer;
    });
  },
});

export const contractRoutes: readonly Route[] = [list, read, readText, sign, revoke];
