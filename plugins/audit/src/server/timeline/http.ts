import type { Core } from '@strapi/strapi';
import { databaseOf, type Command } from '@linggong/core';
import { replayAnswer, replayQuery, timelinePage, timelineParams, timelineQuery } from '../../api/timeline';
import { readTimeline, replayStory, type TimelineQuery } from './read-timeline';
import type { Reader } from './reader';
import { storiesOf, type Subject } from './stories';

/** Plain values, mounted by access, as the other endpoints of this plugin (`server/http.ts`). */
export interface TimelineCall {
  readonly strapi: Core.Strapi;
  readonly command: Command;
  readonly params: Subject;
  readonly account: Pick<Reader, 'role'>;
  readonly scope: Reader['scope'];
}

export const readObjectTimeline = {
  method: 'GET' as const,
  path: '/audit/timelines/:kind/:id',
  resource: 'timeline',
  action: 'read',
  summary: { zh: '对象或人员的时间线', en: 'The story of an object or a person' },
  description: {
    zh: '该对象及其关联对象的审计记录，最新在前，按游标翻页；只含有权查看的对象。人员时间线含本人所做的操作。审计管理员另见同一时段内绕过平台的改动（已脱敏）。',
    en: 'Entries of the object and of what belongs to it, newest first, by cursor, as far as one may read these things. That of a person tells what he did as well. The audit administrator is also told what went past the platform within the time of the page, masked.',
  },
  params: timelineParams,
  query: timelineQuery,
  answers: { 200: timelinePage },
  handle: async ({ strapi, params, query, account, scope }: TimelineCall & { query: TimelineQuery }) => {
    const reader = { role: account.role, scope };
    const page = await readTimeline(databaseOf(strapi), storiesOf(strapi), params, query, reader);
    return { status: 200 as const, body: { ...page, items: [...page.items], bypasses: [...page.bypasses] } };
  },
};

export const readObjectState = {
  method: 'GET' as const,
  path: '/audit/timelines/:kind/:id/state',
  resource: 'timeline',
  action: 'read',
  summary: { zh: '状态回放', en: 'The state of an object at an instant, as the log tells it' },
  description: {
    zh: '把该对象的记录依次回放到指定时刻，并标出与前文不符的记录；绕过平台的改动按其时刻计入（仅审计管理员）。',
    en: 'Folds the entries of the object up to an instant, and marks those that found another state than was told before; for the audit administrator with what went past the platform at its place.',
  },
  params: timelineParams,
  query: replayQuery,
  answers: { 200: replayAnswer },
  handle: async ({
    strapi,
    params,
    query,
    account,
    scope,
    command,
  }: TimelineCall & { query: { at?: Date | undefined } }) => {
    const at = query.at ?? command.at;
    const reader = { role: account.role, scope };
    const replay = await replayStory(databaseOf(strapi), storiesOf(strapi), params, at, reader);
    const { entries, isBypassCut } = replay;
    const [fields, contradictions, bypasses] = [[...replay.fields], [...replay.contradictions], [...replay.bypasses]];
    return { status: 200 as const, body: { at, entries, fields, contradictions, bypasses, isBypassCut } };
  },
};
