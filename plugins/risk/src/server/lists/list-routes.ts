import { route, withUploadedFile } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf, streamDigest } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import {
  endBody,
  listEntryAnswer,
  listEntryDetail,
  listImportAnswer,
  listLookup,
  listLookupAnswer,
  newListEntry,
  type ListImportAnswer,
} from '../../api';
import { toolsOf } from '../services';
import { addEntry } from './add-entry';
import { discardImport, shownImport, takeImport } from './decide-import';
import { endEntry } from './end-entry';
import { entriesOf, entryDetail, readEntry } from './entry-rows';
import { readImport } from './import-rows';
import { valueRefused } from './list-problems';
import { readListValue } from './list-value';
import { shownEntry } from './put-entry';
import { receiveListImport } from './receive-import';

const add = route({
  method: 'POST',
  path: '/risk-list-entries',
  resource: 'risk-list-entry',
  action: 'create',
  summary: { zh: '加入名单', en: 'Put somebody on a list' },
  description: {
    zh: '禁止名单：不予登记、不予付款；关注名单：登记后提示、付款暂缓复核；豁免名单：只豁免写明的规则。由另一位风控专员或机构负责人批准后生效。',
    en: 'Deny: neither registered nor paid. Watch: told when registered, held when paid. Allow: let off the rules that are named. In force once another risk officer or the institution’s manager approves.',
  },
  body: newListEntry,
  answers: { 201: listEntryAnswer },
  remembers: true,
  shows: async ({ strapi, body, command }, rehearsed) => {
    const { vault } = toolsOf(strapi);
    const value = readListValue(vault, body.subjectKind, body.value, shanghaiDay(command.at));
    if ('fault' in value) throw valueRefused(value.fault);
    // The rehearsed answer is what this very operation gave; its number is spent and another will be given.
    const { number: _spent, ...after } = rehearsed === undefined ? { number: '' } : shownEntry(rehearsed as never);
    const subject = { id: `${body.kind}:${body.subjectKind}:${value.key.slice(0, 24)}`, label: value.masked };
    return { subject, before: null, after };
  },
  handle: ({ strapi, body, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 201 as const, body: await addEntry(toolsOf(strapi), tx, command, body) };
      await remember(tx, answer);
      return answer;
    }),
});

const end = route({
  method: 'POST',
  path: '/risk-list-entries/:id/end',
  resource: 'risk-list-entry',
  action: 'end',
  summary: { zh: '提前结束名单记录', en: 'End an entry of a list early' },
  params: idParams,
  body: endBody,
  answers: { 200: listEntryAnswer },
  remembers: true,
  shows: async ({ strapi, params, command }) => {
    const entry = await readEntry(databaseOf(strapi), params.id, shanghaiDay(command.at));
    const before = shownEntry(entry);
    return { subject: { id: entry.id, label: entry.number }, before, after: { ...before, state: 'ended' } };
  },
  handle: ({ strapi, params, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 200 as const, body: await endEntry(tx, command, params.id) };
      await remember(tx, answer);
      return answer;
    }),
});

const read = route({
  method: 'GET',
  path: '/risk-list-entries/:id',
  resource: 'risk-list-entry',
  action: 'read',
  summary: { zh: '查看名单记录', en: 'Read an entry of a list' },
  params: idParams,
  answers: { 200: listEntryDetail },
  handle: async ({ strapi, params, command }) => ({
    status: 200,
    body: await entryDetail(databaseOf(strapi), params.id, shanghaiDay(command.at)),
  }),
});

const lookUp = route({
  method: 'POST',
  path: '/risk-list-entries/lookups',
  resource: 'risk-list-entry',
  action: 'look-up',
  summary: { zh: '按完整号码查询是否在名单', en: 'Look somebody up on the lists by the full value' },
  body: listLookup,
  answers: { 200: listLookupAnswer },
  handle: async ({ strapi, body, command }) => {
    const today = shanghaiDay(command.at);
    const { vault, database } = toolsOf(strapi);
    const value = readListValue(vault, body.subjectKind, body.value, today);
    if ('fault' in value) throw valueRefused(value.fault);
    const items = await entriesOf(database, { subjectKind: body.subjectKind, key: value.key }, today);
    return { status: 200, body: { items } };
  },
});

const upload = route({
  method: 'POST',
  path: '/risk-list-imports',
  resource: 'risk-list-import',
  action: 'upload',
  summary: { zh: '上传名单表格', en: 'Upload a sheet of entries' },
  description: {
    zh: '表单字段 file：CSV（UTF-8、GB18030）或 XLSX，最多 5,000 行。先给出可用行数与逐行问题，提交批准后才生效。',
    en: 'Form field file: CSV (UTF-8, GB18030) or XLSX, at most 5,000 rows. It answers with what can be taken and what is wrong by row; nothing is in force until it is taken.',
  },
  answers: { 201: listImportAnswer },
  upload: ['multipart/form-data'],
  digest: (request) => withUploadedFile(request, ({ stream }) => streamDigest(stream)),
  remembers: true,
  handle: async ({ strapi, command, http, remember }) => {
    const answerOf = (body: ListImportAnswer) => ({ status: 201 as const, body });
    return answerOf(
      await withUploadedFile(http.request, (file) =>
        receiveListImport(toolsOf(strapi), command, file, (tx, body, sha256) => remember(tx, answerOf(body), sha256)),
      ),
    );
  },
});

const readOne = route({
  method: 'GET',
  path: '/risk-list-imports/:id',
  resource: 'risk-list-import',
  action: 'read',
  summary: { zh: '查看名单导入', en: 'Read an import of a list' },
  params: idParams,
  answers: { 200: listImportAnswer },
  handle: async ({ strapi, params }) => ({ status: 200, body: await readImport(databaseOf(strapi), params.id) }),
});

const take = route({
  method: 'POST',
  path: '/risk-list-imports/:id/take',
  resource: 'risk-list-import',
  action: 'take',
  summary: { zh: '采用名单导入', en: 'Take an import into the lists' },
  params: idParams,
  body: endBody,
  answers: { 200: listImportAnswer },
  remembers: true,
  shows: ({ strapi, params }) => shownImport(toolsOf(strapi), params.id),
  handle: ({ strapi, params, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 200 as const, body: await takeImport(tx, command, params.id) };
      await remember(tx, answer);
      return answer;
    }),
});

const discard = route({
  method: 'POST',
  path: '/risk-list-imports/:id/discard',
  resource: 'risk-list-import',
  action: 'discard',
  summary: { zh: '放弃名单导入', en: 'Discard an import of a list' },
  params: idParams,
  body: endBody,
  answers: { 200: listImportAnswer },
  remembers: true,
  handle: ({ strapi, params, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 200 as const, body: await discardImport(tx, command, params.id) };
      await remember(tx, answer);
      return answer;
    }),
});

export const listRoutes = [lookUp, add, end, read, upload, readOne, take, discard];
