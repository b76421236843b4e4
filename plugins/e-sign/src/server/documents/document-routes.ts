import { route, type Route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { record } from '@linggong/audit';
import { makeFileLink } from '@linggong/vault';
import { fileLinkAnswer } from '@linggong/vault/api';
import { downloadBody, sealingAnswer } from '../../api';
import { contractWithin, demandReader } from '../contract-access';
import { sealCertificates } from '../seal/certificate-rows';
import { placeSealing } from '../seal/seal-job';
import { countUnsealed, faultsOf } from '../seal/unsealed';
import { toolsOf } from '../services';
import { sealedDocumentOf } from './document-rows';
import { contractUnsigned, documentNotSealed } from './paper-problems';

const download = route({
  method: 'POST',
  path: '/contracts/:id/document',
  resource: 'contract',
  action: 'download',
  summary: { zh: '下载已封存的合同 PDF', en: 'Download the sealed PDF of a contract' },
  description: {
    zh: '返回一次性链接。当事人直接下载；运营人员须填写理由。每次下载都写入审计日志。尚未封存的立即排队封存，稍后再下载。',
    en: 'Answers a link for one use. Its party needs nothing more; staff give a reason. Every download is audited. What is not sealed yet is sealed at once: try again a moment later.',
  },
  params: idParams,
  body: downloadBody,
  answers: { 201: fileLinkAnswer },
  handle: async ({ strapi, scope, params: { id }, body, command, account }) => {
    const tools = toolsOf(strapi);
    const contract = await contractWithin(tools.db, scope, id);
    demandReader(account, contract, body.reason);
    const document = await sealedDocumentOf(tools.db, id);
    if (document === undefined) {
      if (contract.signedAt === null) throw contractUnsigned();
      // Who asks goes first, also where a sweep has thousands before it.
      await placeSealing(tools, tools.db, command, [id], 'asked');
      throw documentNotSealed();
    }
    const subject = { kind: 'contract', id };
    const linked = { resource: 'contract', action: 'download', subject, sessionId: account.sessionId };
    const { fileId } = document;
    const link = await tools.db.transaction(async (tx) => {
      await record(tx, command, { action: 'contract-document.download', subject });
      return makeFileLink(tx, command.at, { ...linked, fileId, fileName: `${contract.number}.pdf` });
    });
    return { status: 201, body: link };
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
