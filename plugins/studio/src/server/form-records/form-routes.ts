import { consoleResource, route, scopeBy } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import type { Core } from '@strapi/strapi';
import { databaseOf, type Queryable } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { notFound, problem, type Text2 } from '@linggong/core/domain';
import { vaultOf } from '@linggong/vault';
import {
  counterpartsAnswer,
  counterpartsQuery,
  formAnswer,
  formParams,
  formRecordAnswer,
  formRecordChange,
  formRecordSearch,
  formRecordsFound,
  formRevisionParams,
  formsAnswer,
  newFormRecord,
  type FormRecordAnswer,
} from '../../api';
import { jsonSchema, uiSchema, type FormContent } from '../../domain';
import { allInForce, formInForce } from '../reading/in-force';
import { changeRecord, keepRecord } from './keep-record';
import { demandCounterpart, type Scope } from './counterparts';
import { handlingFor } from './handlings';
import { demandCovered, demandRecord, recordAnswer, revisionRow, searchRecords, type RecordRow } from './record-rows';
import { isShownTo, standsByItself } from './form-seeds';
import { toolsOf } from '../tools';

const readForm = route({
  method: 'GET',
  path: '/forms/:key',
  resource: 'form',
  action: 'read',
  summary: { zh: '查看生效中的表单', en: 'Read the form in force' },
  description: {
    zh: '字段、JSON Schema 与界面描述；提交时带上版本编号，记录固定在该版本。',
    en: 'Fields, JSON Schema and how it is drawn; what is handed in names the version, and the record keeps it.',
  },
  params: formParams,
  answers: { 200: formAnswer },
  handle: async ({ strapi, params, scope }) => {
    if (!isShownTo(params.key, scope)) throw notFound({ zh: '表单', en: 'form' });
    const { versionId, versionNo, content } = await formInForce<FormContent>(databaseOf(strapi), params.key);
    const inBoth = <R>(of: (language: 'zh' | 'en') => R): { zh: R; en: R } => ({ zh: of('zh'), en: of('en') });
    return {
      status: 200,
      body: {
        key: params.key,
        versionId,
        versionNo,
        content,
        jsonSchema: inBoth((language) => jsonSchema(content, language)),
        uiSchema: inBoth((language) => uiSchema(content, language)),
        meansSomebody: toolsOf(strapi).counterparts.of(params.key) !== undefined,
      },
    };
  },
});

const listForms = route({
  method: 'GET',
  path: '/forms',
  resource: 'form',
  action: 'read',
  summary: { zh: '可填写的表单', en: 'Forms that can be filled in' },
  answers: { 200: formsAnswer },
  handle: async ({ strapi, scope }) => {
    const db = databaseOf(strapi);
    const names = await db.query<{ key: string } & Text2>(
      `SELECT key, name_zh AS zh, name_en AS en FROM studio.configurations WHERE kind = 'form' ORDER BY key LIMIT 1000`,
    );
    const nameOf = new Map(names.map(({ key, zh, en }): [string, Text2] => [key, { zh, en }]));
    const shown = (await allInForce(db, 'form')).filter(({ key }) => isShownTo(key, scope));
    const items = shown.map(({ key, versionId, versionNo }) => {
      const name = nameOf.get(key) ?? { zh: key, en: key };
      return { key, name, versionId, versionNo, alone: standsByItself(key, scope) };
    });
    return { status: 200, body: { items } };
  },
});

const listCounterparts = route({
  method: 'GET',
  path: '/forms/:key/counterparts',
  resource: 'form-record',
  action: 'submit',
  summary: { zh: '可指明的往来方', en: 'Whom a record of the form may mean' },
  description: {
    zh: '本人有业务往来的企业或灵工，最近往来在前，最多 200 个；灵工姓名脱敏。不指明对象的表单没有。',
    en: 'Enterprises or workers that the caller deals with, the latest first, 200 at most; people by masked names.',
  },
  params: formParams,
  query: counterpartsQuery,
  answers: { 200: counterpartsAnswer },
  handle: async ({ strapi, params, query, scope }) => {
    const source = toolsOf(strapi).counterparts.of(params.key);
    return { status: 200, body: { items: (await source?.list(databaseOf(strapi), scope, query.number ?? '')) ?? [] } };
  },
});

const submit = route({
  method: 'POST',
  path: '/form-records',
  resource: 'form-record',
  action: 'submit',
  summary: { zh: '提交表单记录', en: 'Hand in a form record' },
  description: {
    zh: '用于独立的表单（投诉、电话回访、检查）；企业入驻、人员登记、任务发布的补充表单随各自的操作提交。',
    en: 'For forms that stand by themselves: complaint, phone interview, inspection. Those of other operations are handed in with them.',
  },
  body: newFormRecord,
  answers: { 201: formRecordAnswer },
  remembers: true,
  handle: ({ strapi, command, scope, body, remember }) => {
    if (!standsByItself(body.form, scope)) throw withItsOperation();
    return databaseOf(strapi).transaction(async (tx) => {
      const owner =
        scope.kind === 'enterprise'
          ? { enterpriseId: scope.enterpriseId }
          : scope.kind === 'worker'
            ? { workerId: scope.workerId }
            : {};
      const { about, ...filled } = body;
      if (about !== undefined) await demandCounterpart(toolsOf(strapi).counterparts.of(body.form), tx, scope, about);
      const id = await keepRecord(vaultOf(strapi), tx, command, { ...filled, ...owner, about });
      const told = {
        type: 'studio.form-record.submitted',
        key: `form-record-${id}`,
        payload: { recordId: id, form: body.form },
      };
      await jobsOf(strapi).emit(tx, told, command);
      const answer = { status: 201 as const, body: await answerOf(strapi, tx, scope, await demandRecord(tx, id)) };
      await remember(tx, answer);
      return answer;
    });
  },
});

async function answerOf(strapi: Core.Strapi, db: Queryable, scope: Scope, row: RecordRow): Promise<FormRecordAnswer> {
  const { counterparts, handlings } = toolsOf(strapi);
  const handling = await handlings.of(row.form)?.(db, row.number);
  const shown = handling === undefined ? null : handlingFor(scope, handling);
  return { ...(await recordAnswer(counterparts, db, row)), handling: shown };
}

function withItsOperation(): Error {
  return problem(
    409,
    'form-of-an-operation',
    { zh: '该表单随所属操作一并提交', en: 'This form is handed in with the operation that it belongs to' },
    { field: 'form', fix: { zh: '请在办理该业务时填写', en: 'Fill it in where that is done' } },
  );
}

const read = route({
  method: 'GET',
  path: '/form-records/:id',
  resource: 'form-record',
  action: 'read',
  summary: { zh: '查看表单记录', en: 'Read a form record' },
  params: idParams,
  answers: { 200: formRecordAnswer },
  handle: async ({ strapi, params, scope }) => {
    const db = databaseOf(strapi);
    return { status: 200, body: await answerOf(strapi, db, scope, await demandCovered(db, scope, params.id)) };
  },
});

const readRevision = route({
  method: 'GET',
  path: '/form-records/:id/revisions/:revision',
  resource: 'form-record',
  action: 'read',
  summary: { zh: '查看表单记录的某次修订', en: 'Read a revision of a form record' },
  params: formRevisionParams,
  answers: { 200: formRecordAnswer },
  handle: async ({ strapi, params, scope }) => {
    const db = databaseOf(strapi);
    const row = await demandCovered(db, scope, params.id);
    return { status: 200, body: await answerOf(strapi, db, scope, await revisionRow(db, row, params.revision)) };
  },
});

const change = route({
  method: 'PUT',
  path: '/form-records/:id',
  resource: 'form-record',
  action: 'change',
  summary: { zh: '修改表单记录', en: 'Hand in another revision of a form record' },
  description: {
    zh: '须提交全部内容：敏感字段为完整值，或列入 kept 以沿用原值；原修订保留。',
    en: 'Every value is handed in again, personal ones in full or named in `kept`; the revision before it stays.',
  },
  params: idParams,
  body: formRecordChange,
  answers: { 200: formRecordAnswer },
  handle: ({ strapi, command, params, body, scope }) =>
    databaseOf(strapi).transaction(async (tx) => {
      await demandCovered(tx, scope, params.id);
      await changeRecord(vaultOf(strapi), tx, command, { id: params.id, ...body });
      return { status: 200 as const, body: await answerOf(strapi, tx, scope, await demandRecord(tx, params.id)) };
    }),
});

const search = route({
  method: 'POST',
  path: '/form-records/search',
  resource: 'form-record',
  action: 'search',
  summary: { zh: '按字段精确查找表单记录', en: 'Find form records by the exact value of a field' },
  body: formRecordSearch,
  answers: { 200: formRecordsFound },
  handle: async ({ strapi, body, command }) => ({
    status: 200,
    body: { items: await searchRecords(vaultOf(strapi), databaseOf(strapi), body, command.at) },
  }),
});

export const formRoutes = [listForms, readForm, listCounterparts, submit, search, read, readRevision, change];

export const formRecordList = consoleResource({
  name: 'form-records',
  resource: 'form-record',
  from: 'studio.form_records r JOIN studio.versions v ON v.id = r.version_id',
  columns: {
    id: { sql: 'r.id', filter: 'relation', sort: true },
    number: { sql: 'r.number', filter: 'prefix', sort: true },
    form: { sql: 'r.form_key', filter: 'exact', sort: true },
    versionNo: { sql: 'v.version_no' },
    subjectKind: { sql: 'r.subject_kind', filter: 'exact' },
    subjectId: { sql: 'r.subject_id', filter: 'relation' },
    aboutKind: { sql: 'r.about_kind', filter: 'exact' },
    aboutId: { sql: 'r.about_id', filter: 'relation' },
    enterpriseId: { sql: 'r.enterprise_id', filter: 'relation' },
    workerId: { sql: 'r.worker_id', filter: 'relation' },
    revision: { sql: 'r.revision' },
    createdAt: { sql: 'r.created_at', filter: 'instant', sort: true },
    createdBy: { sql: 'r.created_name' },
    // Plain values alone; what is personal is sealed apart.
    values: { sql: 'r.data' },
    updatedAt: { sql: 'r.updated_at', filter: 'instant', sort: true },
  },
  scope: scopeBy({ enterprise: 'r.enterprise_id', worker: 'r.worker_id' }),
  detail: async (id, _account, db, { strapi, scope }) => answerOf(strapi, db, scope, await demandRecord(db, id)),
});
