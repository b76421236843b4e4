import type { Core } from '@strapi/strapi';
import { verificationAnswer, verifyBody } from '../api';
import type { Audit } from './audit-service';

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

/** The console list of the audit log, in the words of access's `consoleResource`. */
export const auditList = {
  name: 'audit-entries',
  resource: 'audit-entry',
  from: 'audit.published_entries a',
  columns: {
    id: { sql: 'a.seq', sort: true },
    at: { sql: 'a.at', filter: 'instant' as const, sort: true },
    recordedAt: { sql: 'a.recorded_at', filter: 'instant' as const },
    actorName: { sql: 'a.actor_name', filter: 'prefix' as const },
    actorRole: { sql: 'a.actor_role', filter: 'exact' as const },
    action: { sql: 'a.action', filter: 'prefix' as const },
    subjectKind: { sql: 'a.subject_kind', filter: 'exact' as const },
    subjectId: { sql: 'a.subject_id', filter: 'exact' as const },
    count: { sql: 'a.count' },
    address: { sql: 'a.address', filter: 'exact' as const },
    traceId: { sql: 'a.trace_id', filter: 'exact' as const },
    reason: { sql: 'a.reason' },
    before: { sql: 'a.before' },
    after: { sql: 'a.after' },
  },
  order: { column: 'id', direction: 'DESC' as const },
  scope: () => 'all' as const,
};
