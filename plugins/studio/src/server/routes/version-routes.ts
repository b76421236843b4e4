import { route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import {
  contentBody,
  contentBytesMax,
  replayBody,
  replayStarted,
  revisionBody,
  tryAnswer,
  tryBody,
  versionAnswer,
} from '../../api';
import { checkVersion } from '../life/check-version';
import { saveContent } from '../life/save-content';
import { tryVersion } from '../life/try-version';
import { askReplay } from '../replay/ask-replay';
import { consumersOf, toolsOf } from '../tools';
import { noSuchVersion, readVersion } from '../versions/version-rows';
import { versionAnswerOf } from '../versions/version-answer';
import { seesOnlyForce } from './configuration-routes';

const read = route({
  method: 'GET',
  path: '/configuration-versions/:id',
  resource: 'configuration-version',
  action: 'read',
  summary: { zh: '查看配置版本', en: 'Read a version of a configuration' },
  params: idParams,
  answers: { 200: versionAnswer },
  handle: async ({ strapi, params, account }) => {
    const db = databaseOf(strapi);
    if (seesOnlyForce(account) && (await readVersion(db, params.id)).inForceFrom === null) throw noSuchVersion();
    return { status: 200, body: await versionAnswerOf(toolsOf(strapi), db, params.id, account) };
  },
});

const save = route({
  method: 'PUT',
  path: '/configuration-versions/:id/content',
  resource: 'configuration-version',
  action: 'edit',
  summary: { zh: '保存版本内容与用例', en: 'Save the content and cases of a version' },
  description: {
    zh: '须带上读到的修订号；他人已保存时返回 409，不会互相覆盖。保存后回到草稿。',
    en: 'Names the revision that was read; where somebody else saved since, the answer is 409. Saved, it is a draft again.',
  },
  params: idParams,
  body: contentBody,
  bodyBytesMax: contentBytesMax,
  answers: { 200: versionAnswer },
  remembers: true,
  handle: ({ strapi, command, params, body, account, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      await saveContent(toolsOf(strapi), tx, command, params.id, body);
      const answer = { status: 200 as const, body: await versionAnswerOf(toolsOf(strapi), tx, params.id, account) };
      await remember(tx, answer);
      return answer;
    }),
});

const check = route({
  method: 'POST',
  path: '/configuration-versions/:id/check',
  resource: 'configuration-version',
  action: 'check',
  summary: { zh: '运行测试用例', en: 'Run the test cases of a version' },
  params: idParams,
  body: revisionBody,
  answers: { 200: versionAnswer },
  handle: async ({ strapi, command, params, body, account }) => {
    const [tools, db] = [toolsOf(strapi), databaseOf(strapi)];
    await checkVersion(tools, db, command, params.id, body.revision);
    return { status: 200, body: await versionAnswerOf(tools, db, params.id, account) };
  },
});

const tries = route({
  method: 'POST',
  path: '/configuration-versions/:id/tries',
  resource: 'configuration-version',
  action: 'try',
  summary: { zh: '试算', en: 'Try a version on one input' },
  description: { zh: '不留下任何记录；限时。', en: 'Keeps nothing, and takes a bounded time.' },
  params: idParams,
  body: tryBody,
  bodyBytesMax: contentBytesMax,
  answers: { 200: tryAnswer },
  handle: async ({ strapi, params, body }) => ({
    status: 200,
    body: await tryVersion(toolsOf(strapi), databaseOf(strapi), params.id, body),
  }),
});

const replays = route({
  method: 'POST',
  path: '/configuration-versions/:id/replays',
  resource: 'configuration-version',
  action: 'replay',
  summary: { zh: '在历史数据上回放', en: 'Replay a version on the past' },
  description: {
    zh: '后台运行；进度见后台任务，结果保存在版本中。',
    en: 'Runs as a job, whose progress is that of any job; what it finds is kept with the version.',
  },
  params: idParams,
  body: replayBody,
  answers: { 202: replayStarted },
  handle: async ({ strapi, command, params, body }) => {
    const tools = { db: databaseOf(strapi), consumers: consumersOf(strapi), jobs: jobsOf(strapi) };
    return { status: 202, body: { job: await askReplay(tools, command, params.id, body) } };
  },
});

export const versionRoutes = [read, save, check, tries, replays];
