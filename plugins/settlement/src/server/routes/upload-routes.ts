import { route, type Account, type RowScope } from '@linggong/access';
import { batchAccepted, uploadForm, uploadLines, uploadQuery, type BatchAccepted, type BatchDetail } from '../../api';
import { enterpriseMissing, enterpriseUnknown } from '../problems';
import { batchView } from '../read/batch-view';
import { settlementOf, toolsOf } from '../services';
import { rememberedMapping, rememberMapping } from '../upload/header-mappings';
import { receiveUpload } from '../upload/receive-upload';
import { uploadDigest } from '../upload/upload-digest';

/** An enterprise account uploads for itself; staff say for whom. @throws Problem 400, 404 */
function enterpriseFor(account: Account, scope: RowScope, asked: number | undefined): number {
  const enterpriseId = asked ?? account.enterpriseId;
  if (enterpriseId === undefined) throw enterpriseMissing();
  if (scope.kind !== 'all' && !(scope.kind === 'enterprise' && scope.enterpriseId === enterpriseId)) {
    throw enterpriseUnknown();
  }
  return enterpriseId;
}

const upload = route({
  method: 'POST',
  path: '/settlement-batches',
  resource: 'settlement-batch',
  action: 'upload',
  summary: { zh: '上传发放表', en: 'Upload a payout sheet' },
  description: {
    zh: 'multipart 的 file（CSV 或 XLSX，UTF-8 或 GB18030），或 JSON 的 lines；最多 100,000 行、33,554,432 字节。有问题的行成为阻断，不影响其他行。',
    en: 'Multipart `file` (CSV or XLSX; UTF-8 or GB18030) or JSON `lines`; at most 100,000 lines and 33,554,432 bytes. A bad row becomes a blocker and holds up no other.',
  },
  query: uploadQuery,
  upload: ['multipart/form-data', 'application/json'],
  uploadBodies: { 'multipart/form-data': uploadForm, 'application/json': uploadLines },
  digest: uploadDigest,
  answers: { 202: batchAccepted },
  remembers: true,
  handle: async ({ strapi, query, account, scope, command, http, remember }) => {
    const { database } = toolsOf(strapi);
    const enterpriseId = enterpriseFor(account, scope, query.enterpriseId);
    const remembered = await rememberedMapping(database, enterpriseId);
    return receiveUpload(http.request, remembered, async ({ source, mapping, digest }) => {
      const batch = { enterpriseId, source, again: query.again === 'true' };
      let answer: ReturnType<typeof accepted> | undefined;
      await settlementOf(strapi).uploadLines(command, batch, async (tx, { id, runId }) => {
        await rememberMapping(tx, enterpriseId, mapping);
        answer = accepted(await batchView(tx, id, account, command.at), runId);
        await remember(tx, answer, digest);
      });
      if (answer === undefined) throw new Error('the upload ended without an answer');
      return answer;
    });
  },
});

function accepted(batch: BatchDetail, runId: string): { status: 202; body: BatchAccepted } {
  return { status: 202, body: { batch, job: { id: runId } } };
}

export const uploadRoutes = [upload];
