import type { Core } from '@strapi/strapi';
import { clearLook } from '@linggong/config/access';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { unmaskAnswer, unmaskBody, type UnmaskAnswer, type UnmaskBody } from '../../api';
import { fieldKinds, UNMASK_VISIBLE_MS } from '../../domain';
import { findValue, seekValue, type UnmaskCaller } from './find-value';
import { noteUnmasking } from './note-unmasking';
import type { UnmaskScope } from './unmask-owners';

interface UnmaskCall {
  readonly strapi: Core.Strapi;
  readonly command: Command;
  readonly scope: UnmaskScope;
  /** The elevation that it is made under. */
  readonly elevation?: { readonly id: string };
  readonly body: UnmaskBody;
  remember(tx: Tx, answer: { status: 200; body: UnmaskAnswer }): Promise<void>;
}

type Asked = Omit<UnmaskCall, 'remember'>;

function callerOf({ command, scope, elevation }: Asked): UnmaskCaller {
  return { actor: command.actor, scope, isElevated: elevation !== undefined };
}

/** Says what a second person is shown: whose field, masked. Nothing changes by a look but that it has been taken. */
async function shows(call: Asked) {
  const { strapi, body, command } = call;
  const { subject, field } = body;
  const { label, masked, kind } = await findValue(strapi, databaseOf(strapi), body, callerOf(call));
  const what = { subjectKind: subject.kind, number: label, field, masked };
  return {
    // Each account asks for itself: what one waits for must not keep another from asking.
    subject: { id: `${subject.kind}:${subject.id}:${field}@${command.actor.accountId ?? 0}`, label },
    before: { ...what, seen: false },
    after: { ...what, seen: true },
    aspect: kind,
  };
}

/** What an elevation has to open, and of which kind the value is, since cards have deciders of their own. */
const elevated = {
  looksAt: ({ body: { subject, field } }: Pick<Asked, 'body'>) => ({
    resource: subject.kind,
    action: clearLook,
    id: subject.id,
    field,
  }),
  aspect: async (call: Asked) => {
    const { strapi, body } = call;
    return (await seekValue(strapi, databaseOf(strapi), body, callerOf(call)))?.kind;
  },
};

/** An endpoint of this plugin as a plain value; access mounts it. */
export const unmaskField = {
  method: 'POST' as const,
  path: '/sensitive-fields/unmask',
  resource: 'sensitive-field',
  action: 'unmask',
  summary: { zh: '查看明文', en: 'See a sensitive field in clear' },
  description: {
    zh: '一次一项，须写明理由；平台人员须经另一人批准，凭审批查看一次；含“查看明文”的提权有效期内，范围内的值不再逐项审批，每次查看列给批准人核查；企业和灵工看自己的只需理由。每次查看先留痕后打开，每账号每小时最多 20 项，界面在 until 时移除明文。',
    en: 'One value a call, with a reason. Staff need the approval of a second person and see it once; under a live elevation that holds `unmask`, values within its scope need none, and each look is listed for who granted it; enterprises and workers see their own with the reason alone. Each look is written down before the value is opened; at most 20 an hour; take it off the screen at `until`.',
  },
  body: unmaskBody,
  answers: { 200: unmaskAnswer },
  // Under no key is a clear value kept; what is remembered is that the approval is spent, in the transaction that writes the look down.
  unkept: true as const,
  remembers: true as const,
  shows,
  elevated,
  handle: async (call: UnmaskCall) => {
    const { strapi, body, command, remember } = call;
    const elevationId = call.elevation?.id ?? null;
    const until = new Date(command.at.getTime() + UNMASK_VISIBLE_MS).toISOString();
    const value = await databaseOf(strapi).transaction(async (tx) => {
      const found = await findValue(strapi, tx, body, callerOf(call));
      await noteUnmasking(tx, jobsOf(strapi), command, { ...body, value: found, until, elevationId });
      await remember(tx, { status: 200, body: { clear: '', until } });
      return found;
    });
    return { status: 200 as const, body: { clear: value.open(), until } };
  },
};

/** Looks at clear values, the newest first: for those who watch, and for the worker whose fields they were. A console list as a plain value. */
export const unmaskingList = {
  name: 'unmaskings',
  resource: 'unmasking',
  from: 'vault.unmaskings u',
  order: { column: 'id', direction: 'DESC' as const },
  columns: {
    id: { sql: 'u.id', filter: 'relation' as const, sort: true },
    at: { sql: 'u.at', filter: 'instant' as const, sort: true },
    actorName: { sql: 'u.actor_name', filter: 'prefix' as const, searched: true },
    role: { sql: 'u.role', filter: 'exact' as const },
    subjectKind: { sql: 'u.subject_kind', filter: 'exact' as const },
    subjectId: { sql: 'u.subject_id' },
    subjectLabel: { sql: 'u.subject_label', filter: 'prefix' as const, searched: true },
    field: { sql: 'u.field', filter: 'exact' as const },
    fieldKind: { sql: 'u.field_kind', filter: 'enum' as const, values: [...fieldKinds] },
    reason: { sql: 'u.reason' },
    approvalId: { sql: 'u.approval_id', filter: 'uuid' as const },
    elevationId: { sql: 'u.elevation_id', filter: 'uuid' as const },
    inHour: { sql: 'u.in_hour', filter: 'number' as const, sort: true },
  },
  scope: (_account: unknown, rows: UnmaskScope) => {
    if (rows.kind === 'all') return 'all' as const;
    return rows.kind === 'worker' ? { sql: 'u.worker_id = $1', values: [rows.workerId] } : ('none' as const);
  },
};
