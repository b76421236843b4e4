import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { databaseOf, type Command } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { jobsOf } from '@linggong/jobs';
import {
  archiveList,
  archiveParams,
  acknowledgeBody,
  acknowledged,
  bypassParams,
  chainAnswer,
  entryPage,
  entryQuery,
  rootFileAnswer,
  rootPage,
  rootParams,
  rootQuery,
  verificationList,
  verificationParams,
  verificationRun,
  verificationStarted,
  verifyBody,
} from '../api';
import { allArchives, archiveOf } from './archive/archive-rows';
import { archiveStoreOf } from './archive/archive-store';
import { readArchive } from './archive/read-archive';
import { acknowledgeBypass } from './witness/acknowledge';
import { chainState } from './chain-state';
import { record } from './record';
import { listRoots, rootForFile } from './roots/root-answers';
import { searchEntries, type EntrySearch } from './search/search-entries';
import { lastVerifications, verificationById } from './verifying/verification-rows';
import { readObjectState, readObjectTimeline } from './timeline/http';
import { VERIFY_JOB } from './verifying/verify-job';

/**
 * Endpoints of this plugin as plain values. The HTTP kit stands in access, above this plugin, so access gives them to its
 * `route` and mounts them.
 */
interface Call {
  readonly strapi: Core.Strapi;
  readonly command: Command;
}

const verifyAuditLog = {
  method: 'POST' as const,
  path: '/audit/verifications',
  resource: 'audit-log',
  action: 'verify',
  summary: { zh: '校验审计日志', en: 'Verify the audit log' },
  description: {
    zh: '在后台重新计算全部记录的哈希链与日根，指出第一条被改动的已封存记录；可附上以前抄存的链尾。同时只进行一次校验。',
    en: 'Recomputes the chain over all rows and the signed roots in the background and names the first sealed row that was touched; takes noted ends of the chain. One verification runs at a time.',
  },
  body: verifyBody,
  answers: { 202: verificationStarted },
  handle: async ({ strapi, body, command }: Call & { body: { anchors: { block: number; hash: string }[] } }) => {
    // Not the queue of the seal: a verification takes minutes, and the seal must not wait for it.
    const job = { queue: 'backups' as const, name: VERIFY_JOB, key: VERIFY_JOB, payload: { anchors: body.anchors } };
    const id = await databaseOf(strapi).transaction((tx) => jobsOf(strapi).enqueue(tx, job, command));
    return { status: 202 as const, body: { id } };
  },
};

const listVerifications = {
  method: 'GET' as const,
  path: '/audit/verifications',
  resource: 'audit-log',
  action: 'read',
  summary: { zh: '最近的审计日志校验', en: 'The last verifications of the audit log' },
  answers: { 200: verificationList },
  handle: async ({ strapi }: Call) => ({
    status: 200 as const,
    body: { items: await lastVerifications(databaseOf(strapi), 50) },
  }),
};

const readVerification = {
  method: 'GET' as const,
  path: '/audit/verifications/:id',
  resource: 'audit-log',
  action: 'read',
  summary: { zh: '一次校验的进度与结果', en: 'Progress and outcome of a verification' },
  params: verificationParams,
  answers: { 200: verificationRun },
  handle: async ({ strapi, params: { id } }: Call & { params: { id: string } }) => {
    const run = await jobsOf(strapi).run(id);
    if (run?.name !== VERIFY_JOB) throw notFound({ zh: '校验', en: 'verification' });
    const verification = (await verificationById(databaseOf(strapi), id)) ?? null;
    const { state, done, total } = run;
    return { status: 200 as const, body: { id, state, done: Number(done), total: Number(total), verification } };
  },
};

const readChain = {
  method: 'GET' as const,
  path: '/audit/chain',
  resource: 'audit-log',
  action: 'read',
  summary: { zh: '审计日志的链与根', en: 'Chain and roots of the audit log' },
  answers: { 200: chainAnswer },
  handle: async ({ strapi }: Call) => ({ status: 200 as const, body: await chainState(databaseOf(strapi)) }),
};

const listAuditRoots = {
  method: 'GET' as const,
  path: '/audit/roots',
  resource: 'audit-log',
  action: 'read',
  summary: { zh: '每日签名的 Merkle 根', en: 'Signed Merkle roots by day' },
  query: rootQuery,
  answers: { 200: rootPage },
  handle: async ({ strapi, query }: Call & { query: { before?: string | undefined; limit: number } }) => ({
    status: 200 as const,
    body: { items: await listRoots(databaseOf(strapi), query) },
  }),
};

const readAuditRoot = {
  method: 'GET' as const,
  path: '/audit/roots/:day/file',
  resource: 'audit-log',
  action: 'read',
  summary: { zh: '日根文件，请保存到平台之外', en: 'The file of a root; keep it outside of the platform' },
  params: rootParams,
  answers: { 200: rootFileAnswer },
  handle: async ({ strapi, params }: Call & { params: { day: string } }) => ({
    status: 200 as const,
    body: await rootForFile(databaseOf(strapi), params.day),
  }),
};

const listAuditArchives = {
  method: 'GET' as const,
  path: '/audit/archives',
  resource: 'audit-log',
  action: 'read',
  summary: { zh: '已归档的月份', en: 'Months that are archived' },
  answers: { 200: archiveList },
  handle: async ({ strapi }: Call) => {
    const archives = await allArchives(databaseOf(strapi));
    return {
      status: 200 as const,
      body: { items: archives.map(({ fileId: _file, starts: _starts, ends: _ends, ...archive }) => archive).reverse() },
    };
  },
};

const ndjson = 'application/x-ndjson';

const readAuditArchive = {
  method: 'GET' as const,
  path: '/audit/archives/:month/file',
  resource: 'audit-archive',
  action: 'read',
  summary: { zh: '取回一个归档月份', en: 'Read an archived month back' },
  description: {
    zh: '逐行 JSON：区块、记录与签名的日根。每个区块先与数据库中的链核对再给出；核对不符即中断连接，只有完整结束才可信。取回留痕。',
    en: 'JSON lines: blocks, entries and signed roots. Each block is held against the chain before it is given; the connection breaks where one does not fit, and only what ends in order is whole. That it was read is audited.',
  },
  params: archiveParams,
  answers: { 200: { binary: true as const, contentType: ndjson } },
  handle: async ({ strapi, params: { month }, command }: Call & { params: { month: string } }) => {
    const db = databaseOf(strapi);
    const archive = await archiveOf(db, month);
    if (!archive) throw notFound({ zh: '归档', en: 'archive' });
    await record(db, command, { action: 'audit-archive.read', subject: { kind: 'audit-archive', id: month } });
    return {
      status: 200 as const,
      headers: {
        'Content-Type': ndjson,
        'Content-Disposition': `attachment; filename="audit-${month}.jsonl"`,
        'Cache-Control': 'no-store',
      },
      body: Readable.from(readArchive(db, archive, archiveStoreOf(strapi).get().open), { objectMode: false }),
    };
  },
};

const searchAuditEntries = {
  method: 'GET' as const,
  path: '/audit/entries',
  resource: 'audit-entry',
  action: 'list',
  summary: { zh: '检索审计记录', en: 'Search the audit log' },
  description: {
    zh: '按操作人、对象、时间、操作、会话、地址检索，最新在前，按游标翻页；一次最多 184 天。',
    en: 'By person, object, time, action, session and address, newest first, by cursor; at most 184 days at once.',
  },
  query: entryQuery,
  answers: { 200: entryPage },
  handle: async ({ strapi, query, command }: Call & { query: EntrySearch }) => ({
    status: 200 as const,
    body: await searchEntries(databaseOf(strapi), query, command.at),
  }),
};

const acknowledgeAuditBypass = {
  method: 'POST' as const,
  path: '/audit-bypasses/:no/acknowledge',
  resource: 'audit-bypass',
  action: 'acknowledge',
  summary: { zh: '确认一项绕过平台的改动', en: 'Acknowledge a change that went past the platform' },
  description: {
    zh: '写明是谁、为什么改的。记录本身不变；确认之前，它是审计管理员的一项发现。',
    en: 'Says who changed it and why. The record itself stays as it is; until then it is a finding of the audit administrator.',
  },
  params: bypassParams,
  body: acknowledgeBody,
  answers: { 200: acknowledged },
  handle: async ({ strapi, params, body, command }: Call & { params: { no: number }; body: { reason: string } }) => {
    await acknowledgeBypass(databaseOf(strapi), params.no, body.reason, command);
    return { status: 200 as const, body: { state: 'acknowledged' as const } };
  },
};

export const auditEndpoints = {
  acknowledgeAuditBypass,
  verifyAuditLog,
  listVerifications,
  readVerification,
  readChain,
  listAuditRoots,
  readAuditRoot,
  listAuditArchives,
  readAuditArchive,
  searchAuditEntries,
  readObjectTimeline,
  readObjectState,
};
