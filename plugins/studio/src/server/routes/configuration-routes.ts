import { route, type Account } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf } from '@linggong/core';
import { configurationAnswer, newConfiguration, newDraft, reviewDayBody, versionAnswer } from '../../api';
import { createConfiguration, startDraft } from '../life/create-configuration';
import { setReview, settableReview } from '../life/set-review';
import { toolsOf } from '../tools';
import { configurationAnswerOf } from '../versions/configuration-answer';
import { versionAnswerOf } from '../versions/version-answer';

/** Readers from outside see what is or was in force, and no draft. */
export const seesOnlyForce = ({ role }: Pick<Account, 'role'>): boolean => role === 'regulator';

const create = route({
  method: 'POST',
  path: '/configurations',
  resource: 'configuration',
  action: 'create',
  summary: { zh: '新建配置', en: 'Create a configuration' },
  description: {
    zh: '以空白草稿开始；编写、检查、提交并由另一人批准后才生效。',
    en: 'Begins with a blank draft, which behaves by nothing until it is written, checked, submitted and approved by somebody else.',
  },
  body: newConfiguration,
  answers: { 201: configurationAnswer },
  remembers: true,
  handle: ({ strapi, command, body, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const id = await createConfiguration(toolsOf(strapi), tx, command, body);
      const answer = { status: 201 as const, body: await configurationAnswerOf(toolsOf(strapi), tx, id) };
      await remember(tx, answer);
      return answer;
    }),
});

const read = route({
  method: 'GET',
  path: '/configurations/:id',
  resource: 'configuration',
  action: 'read',
  summary: { zh: '查看配置', en: 'Read a configuration' },
  params: idParams,
  answers: { 200: configurationAnswer },
  handle: async ({ strapi, params, account }) => ({
    status: 200,
    body: await configurationAnswerOf(toolsOf(strapi), databaseOf(strapi), params.id, seesOnlyForce(account)),
  }),
});

const draft = route({
  method: 'POST',
  path: '/configurations/:id/drafts',
  resource: 'configuration',
  action: 'start-draft',
  summary: { zh: '开始编写新版本', en: 'Begin a new version' },
  description: {
    zh: '复制生效中的版本，或指定的历史版本；同一配置同时只有一个进行中的版本。',
    en: 'Copies the version in force, or the one that is named; one version of a configuration is under way at a time.',
  },
  params: idParams,
  body: newDraft,
  answers: { 201: versionAnswer },
  remembers: true,
  handle: ({ strapi, command, params, body, account, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const id = await startDraft(tx, command, params.id, body.from);
      const answer = { status: 201 as const, body: await versionAnswerOf(toolsOf(strapi), tx, id, account) };
      await remember(tx, answer);
      return answer;
    }),
});

const review = route({
  method: 'POST',
  path: '/configurations/:id/review-day',
  resource: 'configuration',
  action: 'set-review',
  summary: { zh: '设定下次复审日期', en: 'Set the day of the next review' },
  description: {
    zh: '复审后内容不变的，写明理由并设定下次日期，另一人批准后生效。制度的复审日期写在正文里，随新版本变更。',
    en: 'What was reviewed and stays as it is gets its next day, with the reason; somebody else approves. That of a procedure stands in its text.',
  },
  params: idParams,
  body: reviewDayBody,
  answers: { 200: configurationAnswer },
  remembers: true,
  shows: async ({ strapi, params, body, command }) => {
    const { name, reviewBy } = await settableReview(databaseOf(strapi), params.id, body.reviewBy, command.at);
    return {
      subject: { id: params.id, label: name },
      before: { configuration: name, reviewBy },
      after: { configuration: name, reviewBy: body.reviewBy },
    };
  },
  handle: ({ strapi, command, params, body, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      await setReview(tx, command, params.id, body);
      const answer = { status: 200 as const, body: await configurationAnswerOf(toolsOf(strapi), tx, params.id) };
      await remember(tx, answer);
      return answer;
    }),
});

export const configurationRoutes = [create, read, draft, review];
