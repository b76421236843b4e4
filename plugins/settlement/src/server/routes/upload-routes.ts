import { route, type Account, type RowScope } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import {
  batchAccepted,
  changeHeadingsRequest,
  headings,
  uploadForm,
  uploadLines,
  uploadQuery,
  type BatchAccepted,
  type BatchDetail,
  type Headings,
} from '../../api';
import { enterpriseMissing, enterpriseUnknown } from '../problems';
import { batchView } from '../read/batch-view';
import { settlementOf, toolsOf } from '../services';
import { changeMapping, rememberedMapping, rememberMapping } from '../upload/header-mappings';
import { receiveUpload } from '../upload/receive-upload';
import { uploadDigest } from '../upload/upload-digest';
import type { Mapping } from '../upload/upload-form';

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
        await rememberMapping(tx, command, enterpriseId, mapping);
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

const headingsOf = (mapping: Mapping): Headings => ({
  items: Object.entries(mapping)
    .map(([title, column]) => ({ title, column }))
    .sort((one, other) => one.title.localeCompare(other.title, 'zh')),
});

const onHeadings = {
  path: '/enterprises/:id/sheet-headings',
  resource: 'settlement-batch',
  action: 'upload',
  params: idParams,
  answers: { 200: headings },
} as const;

const readHeadings = route({
  ...onHeadings,
  method: 'GET',
  summary: { zh: '企业记住的表头对应', en: 'Headings that an enterprise mapped' },
  handle: async ({ strapi, account, scope, params }) => {
    const enterpriseId = enterpriseFor(account, scope, params.id);
    return { status: 200, body: headingsOf(await rememberedMapping(toolsOf(strapi).database, enterpriseId)) };
  },
});

const changeHeadings = route({
  ...onHeadings,
  method: 'POST',
  summary: { zh: '修改企业的表头对应', en: 'Change what the headings of an enterprise mean' },
  description: {
    zh: '只能修改已记住的表头；新表头随发放表一起说明。之后上传的表按新的对应读取，已上传的不变。',
    en: 'Only headings that were mapped before; new ones are mapped with a sheet. Sheets sent from then on are read by it, earlier ones stay as they are.',
  },
  body: changeHeadingsRequest,
  handle: async ({ strapi, account, scope, params, body, command }) => {
    const enterpriseId = enterpriseFor(account, scope, params.id);
    const wish = Object.fromEntries(body.items.map(({ title, column }) => [title, column]));
    const changed = await toolsOf(strapi).database.transaction((tx) => changeMapping(tx, command, enterpriseId, wish));
    return { status: 200, body: headingsOf(changed) };
  },
});

export const uploadRoutes = [upload, readHeadings, changeHeadings];
