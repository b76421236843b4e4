import { consoleResource, route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { clockOf, databaseOf } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { endBody, newSnooze, snoozeAnswer } from '../../api';
import { snoozeSubjectKinds } from '../../domain';
import { addSnooze, endSnooze, shownSnooze } from './snooze-rule';
import { readSnooze, snoozeFrom, snoozeState } from './snooze-rows';

const add = route({
  method: 'POST',
  path: '/risk-snoozes',
  resource: 'risk-snooze',
  action: 'create',
  summary: { zh: '静默一条规则', en: 'Put one rule to sleep for one subject' },
  description: {
    zh: '只对一名灵工或一家企业、只停一条规则，最长 92 天；由另一位风控专员或机构负责人批准。',
    en: 'For one worker or enterprise and one rule, at most 92 days; another risk officer or the institution’s manager approves.',
  },
  body: newSnooze,
  answers: { 201: snoozeAnswer },
  remembers: true,
  shows: async ({ body }, rehearsed) => {
    // The rehearsed answer is what this very operation gave; its number is spent and another will be given.
    const { number: _spent, ...after } =
      rehearsed === undefined ? { number: '', subject: '' } : shownSnooze(rehearsed as never);
    const subject = {
      id: `${body.rule}:${body.subjectKind}:${body.subjectId}`,
      label: `${body.rule} · ${after.subject}`,
    };
    return { subject, before: null, after };
  },
  handle: ({ strapi, body, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 201 as const, body: await addSnooze(tx, command, body) };
      await remember(tx, answer);
      return answer;
    }),
});

const end = route({
  method: 'POST',
  path: '/risk-snoozes/:id/end',
  resource: 'risk-snooze',
  action: 'end',
  summary: { zh: '提前结束规则静默', en: 'End a snooze early' },
  params: idParams,
  body: endBody,
  answers: { 200: snoozeAnswer },
  remembers: true,
  handle: ({ strapi, params, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 200 as const, body: await endSnooze(tx, command, params.id) };
      await remember(tx, answer);
      return answer;
    }),
});

const read = route({
  method: 'GET',
  path: '/risk-snoozes/:id',
  resource: 'risk-snooze',
  action: 'read',
  summary: { zh: '查看规则静默', en: 'Read a snooze' },
  params: idParams,
  answers: { 200: snoozeAnswer },
  handle: async ({ strapi, params, command }) => ({
    status: 200,
    body: await readSnooze(databaseOf(strapi), params.id, shanghaiDay(command.at)),
  }),
});

export const snoozeRoutes = [add, end, read];

export const snoozeList = consoleResource({
  name: 'risk-snoozes',
  resource: 'risk-snooze',
  from: snoozeFrom,
  columns: {
    id: { sql: 's.id', sort: true },
    number: { sql: 's.number', filter: 'prefix', sort: true },
    rule: { sql: 's.rule', filter: 'exact' },
    subjectKind: { sql: 's.subject_kind', filter: 'enum', values: [...snoozeSubjectKinds] },
    subjectId: { sql: 's.subject_id' },
    subjectLabel: { sql: `coalesce(w.number, e.number, '–')` },
    reason: { sql: 's.reason' },
    startsOn: { sql: 's.starts_on', filter: 'day', sort: true },
    endsOn: { sql: 's.ends_on', filter: 'day', sort: true },
    state: {
      sql: snoozeState(`(now() AT TIME ZONE 'Asia/Shanghai')::date`),
      filter: 'enum',
      values: ['in-force', 'ended', 'expired'],
    },
    createdAt: { sql: 's.created_at', sort: true },
    createdName: { sql: 's.created_name' },
  },
  scope: () => 'all',
  detail: (id, _account, db, { strapi }) => readSnooze(db, id, shanghaiDay(clockOf(strapi).now())),
});
