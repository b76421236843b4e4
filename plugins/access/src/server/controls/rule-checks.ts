import { createHash } from 'node:crypto';
import { administratorRoles, roles, ruleFor, type Rule } from '@linggong/config/access';
import type { ControlCheck, ControlLook } from '@linggong/core';
import { openObjects } from '../http/closed-schema';
import type { ServedRoute } from '../http/route-registry';

const DAY_MS = 86_400_000;
/** What only looks, and what is one's own. */
const looks: ReadonlySet<string> = new Set(['list', 'read', 'export']);

/**
 * What the three administrators are for: the running of the platform, who may do what, and what was done. Everything else is the daily work,
 * which none of them touches (三权分立, R9.5), a resource that is new among it.
 */
const administration: ReadonlySet<string> = new Set([
  'account',
  'acknowledgement',
  'approval',
  'audit-archive',
  'audit-bypass',
  'audit-entry',
  'audit-log',
  'backup',
  'configuration',
  'configuration-import',
  'configuration-version',
  'contract-sealing',
  'data-key',
  'delegation',
  'elevation',
  'elevation-look',
  'event-delivery',
  'finding',
  'guide',
  'identity-provider',
  'job',
  'live-board',
  'mlps-control',
  'notice',
  'own-account',
  'own-acknowledgement',
  'own-export',
  'own-session',
  'own-view',
  'panel',
  'permission-matrix',
  'queue-board',
  'restore-drill',
  'retention',
  'schedule',
  'session',
  'subject',
  'timeline',
  'unmasking',
]);

/** What people from outside may see whole: texts that are the same for everybody, and work that is offered to everybody. */
const publicMatter: ReadonlySet<string> = new Set(['guide', 'notice', 'open-task']);

const lineOf = ({ resource, action }: Rule): string => `${resource}:${action}`;
const some = (lines: readonly string[]): string =>
  lines.length === 0 ? '0' : `${lines.length} (${lines.slice(0, 3).join(', ')})`;

/** 8.1.4.2 a: every operation of this running server stands in the matrix, and every account has a role of it. */
export function rights(rules: readonly Rule[], served: () => readonly ServedRoute[]): ControlCheck {
  const hash = createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 12);
  return async (db) => {
    const closed = served().filter(({ route }) => !route.public);
    const loose = closed.filter(({ route }) => ruleFor(route.resource, route.action) === undefined);
    const { strange } = await db.one<{ strange: bigint }>(
      'SELECT count(*) AS strange FROM public.up_users WHERE NOT coalesce(blocked, false) AND NOT coalesce(account_role = ANY($1), false)',
      [roles],
    );
    return {
      state: loose.length > 0 || strange > 0n ? 'not-met' : 'met',
      figure: {
        zh: `权限矩阵 ${rules.length} 行（SHA-256 ${hash}）；须登录的接口 ${closed.length} 个，矩阵之外 ${loose.length} 个；没有角色的账号 ${strange} 个`,
        en: `Matrix of ${rules.length} lines (SHA-256 ${hash}); ${closed.length} operations need a sign-in, outside of the matrix: ${loose.length}; accounts without a role: ${strange}`,
      },
      link: '/permission-matrix',
    };
  };
}

/** 8.1.4.2 d: no power to change belongs to two of the three, and none of them touches business data. Of the matrix alone. */
export function separatePowers(rules: readonly Rule[]): ControlLook {
  const shared = rules.filter(
    ({ action, roles: by }) => !looks.has(action) && administratorRoles.filter((role) => by[role] === 'all').length > 1,
  );
  const touching = rules.filter(
    ({ resource, roles: by }) =>
      !administration.has(resource) && administratorRoles.some((role) => by[role] !== undefined),
  );
  return {
    state: shared.length > 0 || touching.length > 0 ? 'not-met' : 'met',
    figure: {
      zh: `两类管理员共有的变更权限 ${some(shared.map(lineOf))} 项，管理员可触及的业务数据 ${some(touching.map(lineOf))} 项`,
      en: `Powers to change that two administrators share: ${some(shared.map(lineOf))}; business data that one may touch: ${some(touching.map(lineOf))}`,
    },
    link: '/permission-matrix',
  };
}

const givers = ['create', 'block', 'unblock', 'reset-password', 'reset-second-factor', 'confirm-holder'] as const;
const GIVEN_DAYS = 90;

/** 8.1.4.2 e: rights are given by the security administrator, in the matrix and by the log. */
export function rightGivers(rules: readonly Rule[]): ControlCheck {
  return async (db, at) => {
    const loose = rules.filter(
      ({ resource, action, roles: by }) =>
        resource === 'account' &&
        givers.some((one) => one === action) &&
        Object.keys(by).some((role) => role !== 'security-admin'),
    );
    const { given, others } = await db.one<{ given: bigint; others: bigint }>(
      `SELECT count(*) AS given, count(*) FILTER (WHERE actor_kind = 'account' AND actor_role IS DISTINCT FROM 'security-admin') AS others
         FROM audit.published_entries WHERE action = ANY($1) AND outcome = 'done' AND recorded_at > $2`,
      [givers.map((action) => `account.${action}`), new Date(at.getTime() - GIVEN_DAYS * DAY_MS)],
    );
    return {
      state: loose.length > 0 || others > 0n ? 'not-met' : 'met',
      figure: {
        zh: `近 ${GIVEN_DAYS} 天账号开通、停用与重置 ${given} 次，非安全管理员所为 ${others} 次；矩阵中其他角色可为的 ${some(loose.map(lineOf))} 项`,
        en: `Accounts opened, blocked or reset in ${GIVEN_DAYS} days: ${given}, by others than a security administrator: ${others}; lines of the matrix for others: ${some(loose.map(lineOf))}`,
      },
      link: '/audit-entries',
    };
  };
}

/** 8.1.4.2 f: people from outside reach their own rows. */
export function rowScopes(rules: readonly Rule[]): ControlCheck {
  const reaches = rules.flatMap(({ roles: by }) => Object.values(by));
  const counted = (reach: string): number => reaches.filter((one) => one === reach).length;
  const wide = rules.filter(
    ({ resource, roles: by }) =>
      !publicMatter.has(resource) && (['enterprise', 'worker', 'partner'] as const).some((role) => by[role] === 'all'),
  );
  return async () => ({
    state: wide.length > 0 ? 'not-met' : 'met',
    figure: {
      zh: `授权按范围：本人 ${counted('own')}、待办 ${counted('queue')}、全部 ${counted('all')}；企业、灵工与合作系统可及全部数据的权限 ${some(wide.map(lineOf))} 项`,
      en: `Rights by reach: own ${counted('own')}, queue ${counted('queue')}, all ${counted('all')}; of enterprises, workers and partners reaching every row: ${some(wide.map(lineOf))}`,
    },
    link: '/permission-matrix',
  });
}

/** 8.1.4.4 d: nothing that is sent to this server passes without a schema that is closed. */
export function closedInputs(served: () => readonly ServedRoute[]): ControlCheck {
  return async () => {
    const schemas = served().flatMap(({ address, route: { method, params, query, body } }) =>
      [params, query, body].flatMap((schema) =>
        schema === undefined ? [] : [{ name: `${method} ${address}`, schema }],
      ),
    );
    const open = schemas.filter(({ schema }) => openObjects(schema).length > 0).map(({ name }) => name);
    return {
      state: open.length > 0 ? 'not-met' : 'met',
      figure: {
        zh: `接口 ${served().length} 个，输入模式 ${schemas.length} 个，允许未知字段的 ${some(open)} 个`,
        en: `${served().length} operations with ${schemas.length} input schemas; letting unknown fields pass: ${some(open)}`,
      },
    };
  };
}
