import { route, type Route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { fileLinkAnswer } from '@linggong/vault/api';
import { downloadBody, sealingAnswer } from '../../api';
import { sealCertificates } from '../seal/certificate-rows';
import { countUnsealed, faultsOf } from '../seal/unsealed';
import { toolsOf } from '../services';
import { handOut, sealedPaper, shownFile } from './file-to-take';

const download = route({
  method: 'POST',
  path: '/contracts/:id/document',
  resource: 'contract',
  action: 'download',
  summary: { zh: '下载已封存的合同 PDF', en: 'Download the sealed PDF of a contract' },
  description: {
    zh: '返回一次性链接。当事人直接下载；运营人员须填写理由，经另一人批准后凭审批下载一次。每次下载都写入审计日志。尚未封存的立即排队封存，稍后再下载。',
    en: 'Answers a link for one use. Its party needs nothing more; staff give a reason, and take it once with the approval of a second person. Every download is audited. What is not sealed yet is sealed at once: try again a moment later.',
  },
  params: idParams,
  body: downloadBody,
  answers: { 201: fileLinkAnswer },
  shows: async (call) => shownFile(await sealedPaper(toolsOf(call.strapi), call), call.account),
  handle: async (call) => {
    const tools = toolsOf(call.strapi);
    return { status: 201, body: await handOut(tools, call, await sealedPaper(tools, call)) };
  },
});

const sealing = route({
  method: 'GET',
  path: '/contracts/sealing',
  resource: 'contract-sealing',
  action: 'read',
  summary: { zh: '合同封存情况', en: 'How the sealing of contracts stands' },
  answers: { 200: sealingAnswer },
  handle: async ({ strapi }) => {
    const { db, seal } = toolsOf(strapi);
    const [certificate] = await sealCertificates(db);
    const { waiting, faulty } = await countUnsealed(db);
    const { serial, subject, fingerprint, origin, validTo } = certificate ?? {};
    const shown =
      serial === undefined || subject === undefined || fingerprint === undefined || origin === undefined || !validTo
        ? null
        : { serial, subject, fingerprint, origin, validTo };
    return {
      status: 200,
      body: {
        waiting,
        faulty,
        faults: await faultsOf(db),
        certificate: shown,
        timeStamped: seal.timeStampUrl !== undefined,
      },
    };
  },
});

export const documentRoutes: readonly Route[] = [sealing, download];
