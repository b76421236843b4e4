import { record } from '@linggong/audit';
import { route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf } from '@linggong/core';
import { notFound, problem, shanghaiDay } from '@linggong/core/domain';
import { controlParams, controlsAnswer, evidenceAdded, evidenceBody, withdrawalBody } from '../../api';
import { controlsOf } from '../keeper';
import { answerOf } from './controls-answer';

const read = route({
  method: 'GET',
  path: '/mlps/controls',
  resource: 'mlps-control',
  action: 'read',
  summary: { zh: '等保三级控制点及实时核查', en: 'Controls of MLPS level 3 with their live checks' },
  description: {
    zh: '控制点：条款、如何满足、佐证与实时核查的数字。没有实时数字或未到期的佐证，不会显示“符合”。',
    en: 'Controls: clause, how each is met, evidence, and the figures of live checks. None is “met” without a live figure or an entry in force.',
  },
  answers: { 200: controlsAnswer },
  handle: async ({ strapi, command }) => {
    const { looks, evidence, at } = await controlsOf(strapi).see(command.at);
    return { status: 200, body: answerOf(looks, evidence, at) };
  },
});

const addEvidence = route({
  method: 'POST',
  path: '/mlps/controls/:number/evidence',
  resource: 'mlps-control',
  action: 'add-evidence',
  summary: { zh: '为控制点登记佐证', en: 'Enter evidence for a control' },
  params: controlParams,
  body: evidenceBody,
  answers: { 201: evidenceAdded },
  remembers: true,
  handle: async ({ strapi, params: { number }, body, account, command, remember }) => {
    if (body.datedOn > shanghaiDay(command.at)) throw datedAhead();
    return databaseOf(strapi).transaction(async (tx) => {
      const { id } = await tx.one<{ id: number }>(
        `INSERT INTO continuity.control_evidence (control, dated_on, until, text, entered_by, entered_at)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [number, body.datedOn, body.until, body.text, account.name, command.at],
      );
      await record(tx, command, {
        action: 'mlps-control.add-evidence',
        subject: { kind: 'mlps-control', id: number },
        after: { id, datedOn: body.datedOn, until: body.until, text: body.text },
      });
      const answer = { status: 201 as const, body: { id } };
      await remember(tx, answer);
      return answer;
    });
  },
});

const withdrawEvidence = route({
  method: 'POST',
  path: '/mlps/evidence/:id/withdraw',
  resource: 'mlps-control',
  action: 'withdraw-evidence',
  summary: { zh: '撤回佐证，须写明理由', en: 'Withdraw evidence, with the reason' },
  params: idParams,
  body: withdrawalBody,
  answers: { 200: evidenceAdded },
  remembers: true,
  handle: async ({ strapi, params: { id }, body, account, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const entry = await tx.maybeOne<{ control: number }>(
        'SELECT control FROM continuity.control_evidence WHERE id = $1',
        [id],
      );
      if (!entry) throw notFound({ zh: '佐证', en: 'evidence' });
      const rows = await tx.query(
        `INSERT INTO continuity.evidence_withdrawals (evidence_id, withdrawn_by, withdrawn_at, reason) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING 1`,
        [id, account.name, command.at, body.reason],
      );
      if (rows.length === 0) throw withdrawnBefore();
      await record(tx, command, {
        action: 'mlps-control.withdraw-evidence',
        subject: { kind: 'mlps-control', id: entry.control },
        before: { id, state: 'standing' },
        after: { id, state: 'withdrawn' },
      });
      const answer = { status: 200 as const, body: { id } };
      await remember(tx, answer);
      return answer;
    }),
});

function datedAhead(): Error {
  return problem(
    400,
    'evidence-dated-ahead',
    { zh: '佐证日期不能晚于今天', en: 'Evidence cannot be of a day to come' },
    { field: 'datedOn' },
  );
}

function withdrawnBefore(): Error {
  return problem(409, 'evidence-withdrawn', { zh: '佐证已撤回', en: 'The evidence was withdrawn before' });
}

export const controlRoutes = [read, addEvidence, withdrawEvidence];
