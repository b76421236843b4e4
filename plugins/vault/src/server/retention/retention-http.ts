import type { Core } from '@strapi/strapi';
import { retentionClasses } from '@linggong/config';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import { holdAnswer, holdBody, holdEndBody, holdParams, retentionAnswer } from '../../api/retention';
import { holdStates, holdSubjects, runStates, type HoldSubject } from '../../domain/retention';
import { endHold, setHold, shownHold } from './legal-holds';
import { RUN_STATE, retentionSchedule } from './retention-answer';

/** Endpoints of the retention schedule as plain values, for access to mount (see `../http.ts`). */
interface Call {
  readonly strapi: Core.Strapi;
  readonly command: Command;
}

const readRetention = {
  method: 'GET' as const,
  path: '/retention',
  resource: 'retention',
  action: 'list',
  summary: { zh: '保存期限表', en: 'The retention schedule, and how its last runs came out' },
  answers: { 200: retentionAnswer },
  handle: async ({ strapi }: Call) => ({ status: 200 as const, body: await retentionSchedule(databaseOf(strapi)) }),
};

interface HoldCall extends Call {
  readonly body: { subject: { kind: HoldSubject; id: number }; reason: string };
  remember(tx: Tx, answer: { status: 201; body: { id: number } }): Promise<void>;
}

const setLegalHold = {
  method: 'POST' as const,
  path: '/legal-holds',
  resource: 'legal-hold',
  action: 'set',
  summary: { zh: '设置保全', en: 'Set a legal hold' },
  description: {
    zh: '保全期间，该对象的任何内容到期也不清除。',
    en: 'As long as it stands nothing of the subject is purged, whatever the schedule says.',
  },
  body: holdBody,
  answers: { 201: holdAnswer },
  remembers: true as const,
  handle: ({ strapi, body, command, remember }: HoldCall) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 201 as const, body: { id: await setHold(tx, command, body) } };
      await remember(tx, answer);
      return answer;
    }),
};

interface HoldEndCall extends Call {
  readonly params: { readonly id: number };
  readonly body: { readonly reason: string };
  remember(tx: Tx, answer: { status: 200; body: { id: number } }): Promise<void>;
}

const endLegalHold = {
  method: 'POST' as const,
  path: '/legal-holds/:id/end',
  resource: 'legal-hold',
  action: 'end',
  summary: { zh: '解除保全', en: 'End a legal hold' },
  description: {
    zh: '经机构负责人审批后解除；此后到期的内容会被清除，不可恢复。',
    en: 'Once the institution’s manager has approved it; what has reached its term is purged for good from then on.',
  },
  params: holdParams,
  body: holdEndBody,
  answers: { 200: holdAnswer },
  remembers: true as const,
  shows: ({ strapi, params }: Pick<HoldEndCall, 'strapi' | 'params'>) => shownHold(databaseOf(strapi), params.id),
  handle: ({ strapi, params: { id }, body, command, remember }: HoldEndCall) =>
    databaseOf(strapi).transaction(async (tx) => {
      await endHold(tx, command, id, body.reason);
      const answer = { status: 200 as const, body: { id } };
      await remember(tx, answer);
      return answer;
    }),
};

export const retentionEndpoints = { readRetention, setLegalHold, endLegalHold };

const everything = (_account: unknown, scope: { readonly kind: string }): 'all' | 'none' =>
  scope.kind === 'all' ? 'all' : 'none';

/** Console lists, in the words of access's `consoleResource`. */
export const retentionRunList = {
  name: 'retention-runs',
  resource: 'retention',
  from: 'vault.retention_runs r',
  columns: {
    id: { sql: 'r.id', filter: 'relation' as const, sort: true },
    class: { sql: 'r.class', filter: 'enum' as const, values: retentionClasses.map(({ name }) => name), sort: true },
    state: { sql: RUN_STATE, filter: 'enum' as const, values: [...runStates] },
    cutoff: { sql: 'r.cutoff' },
    examined: { sql: 'r.examined' },
    purged: { sql: 'r.purged', sort: true },
    held: { sql: 'r.held', sort: true },
    files: { sql: 'r.files' },
    fault: { sql: 'r.fault' },
    startedAt: { sql: 'r.started_at', filter: 'instant' as const, sort: true },
    finishedAt: { sql: 'r.finished_at' },
  },
  scope: everything,
};

export const legalHoldList = {
  name: 'legal-holds',
  resource: 'legal-hold',
  from: 'vault.legal_holds h',
  columns: {
    id: { sql: 'h.id', filter: 'relation' as const, sort: true },
    state: {
      sql: `CASE WHEN h.ended_at IS NULL THEN 'standing' ELSE 'ended' END`,
      filter: 'enum' as const,
      values: [...holdStates],
    },
    subjectKind: { sql: 'h.subject_kind', filter: 'enum' as const, values: [...holdSubjects] },
    subjectId: { sql: 'h.subject_id', filter: 'relation' as const },
    reason: { sql: 'h.reason' },
    setBy: { sql: 'h.set_by' },
    setAt: { sql: 'h.set_at', filter: 'instant' as const, sort: true },
    endedBy: { sql: 'h.ended_by' },
    endedAt: { sql: 'h.ended_at', sort: true },
    endReason: { sql: 'h.end_reason' },
  },
  scope: everything,
};
