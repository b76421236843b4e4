import type { Core } from '@strapi/strapi';
import { databaseOf, type Command } from '@linggong/core';
import { entryPage, entryQuery, verificationAnswer, verifyBody } from '../api';
import type { Audit } from './audit-service';
import { searchEntries, type EntrySearch } from './search/search-entries';

/**
 * Endpoints of this plugin as plain values. The HTTP kit stands in access, above this plugin, so access gives them to its
 * `route` and `consoleResource` and mounts them.
 */
interface VerifyCall {
  readonly strapi: Core.Strapi;
  readonly body: { anchors: { block: number; hash: string }[] };
}

export const verifyAuditLog = {
  method: 'POST' as const,
  path: '/audit/verifications',
  resource: 'audit-log',
  action: 'verify',
  summary: { zh: '校验审计日志', en: 'Verify the audit log' },
  description: {
    zh: '重新计算全部记录的哈希链，指出第一条被改动的已封存记录；可附上以前抄存的链尾。',
    en: 'Recomputes the chain over all rows and names the first sealed row that was touched; takes noted ends of the chain.',
  },
  body: verifyBody,
  answers: { 200: verificationAnswer },
  handle: async ({ strapi, body }: VerifyCall) => {
    const audit: Audit = strapi.plugin('audit').service('audit');
    const anchors = body.anchors.map(({ block, hash }) => ({ block: BigInt(block), hash }));
    return { status: 200 as const, body: await audit.verify({ anchors }) };
  },
};

interface SearchCall {
  readonly strapi: Core.Strapi;
  readonly query: EntrySearch;
  readonly command: Command;
}

export const searchAuditEntries = {
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
  handle: async ({ strapi, query, command }: SearchCall) => ({
    status: 200 as const,
    body: await searchEntries(databaseOf(strapi), query, command.at),
  }),
};
