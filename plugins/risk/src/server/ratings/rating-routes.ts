import { route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { partiesOf } from '@linggong/parties';
import {
  enterpriseRatingAnswer,
  newOverride,
  offboardingAnswer,
  offboardingParams,
  offboardingWithdrawal,
  overrideAnswer,
  overrideEnd,
  overrideParams,
  ratingMigration as migrationAnswer,
  ratingMigrationQuery,
} from '../../api';
import { reviewMoney, withdrawOffboarding } from './act-on-offboarding';
import { offboardingAnswerOf } from './offboarding-rows';
import { addOverride, endOverride, shownOverride } from './override';
import { ratingToolsOf } from './rating-holder';
import { ratingSourcesOf } from './rating-sources';
import { ratingMigration } from './migration';
import { readRating } from './read-rating';

const read = route({
  method: 'GET',
  path: '/enterprises/:id/rating',
  resource: 'enterprise-rating',
  action: 'read',
  summary: { zh: '查看企业评级', en: 'Read the rating of an enterprise' },
  params: idParams,
  answers: { 200: enterpriseRatingAnswer },
  handle: async ({ strapi, params, command }) => ({
    status: 200,
    body: await readRating(databaseOf(strapi), params.id, command.at),
  }),
});

const migration = route({
  method: 'GET',
  path: '/rating-migration',
  resource: 'enterprise-rating',
  action: 'list',
  summary: { zh: '查看等级迁移', en: 'Read how enterprises moved between classes' },
  query: ratingMigrationQuery,
  answers: { 200: migrationAnswer },
  handle: async ({ strapi, query: { from, to } }) => ({
    status: 200,
    body: await ratingMigration(databaseOf(strapi), from, to),
  }),
});

const override = route({
  method: 'POST',
  path: '/enterprises/:id/rating-overrides',
  resource: 'rating-override',
  action: 'create',
  summary: { zh: '人工调整企业等级', en: 'Put an enterprise into another class' },
  description: {
    zh: '写明理由与截止日期（最长 184 天），由另一人审批后立即生效；到期后恢复按规则评级。',
    en: 'With a reason and a last day (at most 184 days). It holds once somebody else approved it; after its day the tables rate alone.',
  },
  params: idParams,
  body: newOverride,
  answers: { 201: overrideAnswer },
  remembers: true,
  shows: async ({ strapi, params, body, command }, rehearsed) => {
    // The rehearsed answer is what this very operation gave; its number is spent and another will be given.
    const shown = rehearsed === undefined ? undefined : shownOverride(rehearsed as never);
    const { number: _spent, ...after } = shown ?? { number: '', enterprise: '' };
    const rating = await readRating(databaseOf(strapi), params.id, command.at);
    const subject = { id: `${params.id.toString()}:${body.class}`, label: rating.number };
    return { subject, before: { enterprise: rating.number, ratingClass: rating.class }, after };
  },
  handle: ({ strapi, params, body, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const added = await addOverride(ratingToolsOf(strapi), tx, command, params.id, body);
      const answer = { status: 201 as const, body: added };
      await remember(tx, answer);
      return answer;
    }),
});

const end = route({
  method: 'POST',
  path: '/rating-overrides/:id/end',
  resource: 'rating-override',
  action: 'end',
  summary: { zh: '提前结束人工调级', en: 'End an override early' },
  params: overrideParams,
  body: overrideEnd,
  answers: { 200: overrideAnswer },
  remembers: true,
  handle: ({ strapi, params, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 200 as const, body: await endOverride(ratingToolsOf(strapi), tx, command, params.id) };
      await remember(tx, answer);
      return answer;
    }),
});

const readOffboarding = route({
  method: 'GET',
  path: '/risk-offboardings/:id',
  resource: 'risk-offboarding',
  action: 'read',
  summary: { zh: '查看清退流程', en: 'Read the offboarding of an enterprise' },
  params: offboardingParams,
  answers: { 200: offboardingAnswer },
  handle: async ({ strapi, params, command }) => ({
    status: 200,
    body: await offboardingAnswerOf(
      databaseOf(strapi),
      ratingSourcesOf(strapi).money,
      params.id,
      shanghaiDay(command.at),
    ),
  }),
});

const money = route({
  method: 'POST',
  path: '/risk-offboardings/:id/review-money',
  resource: 'risk-offboarding',
  action: 'review-money',
  summary: { zh: '复核未结清资金', en: 'See whether its money is settled' },
  description: {
    zh: '检查未完结批次、未出账月份、欠费和子账户余额；全部结清后，可按清退企业操作（双人审批）完成清退。',
    en: 'Open batches, unbilled months, fees owed and what lies in its account. Once all is settled the enterprise is offboarded by two people.',
  },
  params: offboardingParams,
  answers: { 200: offboardingAnswer },
  remembers: true,
  handle: ({ strapi, params, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const source = ratingSourcesOf(strapi).money;
      await reviewMoney(source, tx, command, params.id);
      const body = await offboardingAnswerOf(tx, source, params.id, shanghaiDay(command.at));
      const answer = { status: 200 as const, body };
      await remember(tx, answer);
      return answer;
    }),
});

const withdraw = route({
  method: 'POST',
  path: '/risk-offboardings/:id/withdraw',
  resource: 'risk-offboarding',
  action: 'withdraw',
  summary: { zh: '撤回清退，恢复企业', en: 'Withdraw an offboarding and let the enterprise back' },
  params: offboardingParams,
  body: offboardingWithdrawal,
  answers: { 200: offboardingAnswer },
  remembers: true,
  shows: async ({ strapi, params, command }) => {
    const { id, number, enterpriseNumber, state } = await offboardingAnswerOf(
      databaseOf(strapi),
      undefined,
      params.id,
      shanghaiDay(command.at),
    );
    const before = { number, enterprise: enterpriseNumber, state };
    return { subject: { id, label: number }, before, after: { ...before, state: 'withdrawn' } };
  },
  handle: ({ strapi, params, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      await withdrawOffboarding(partiesOf(strapi), tx, command, params.id);
      const source = ratingSourcesOf(strapi).money;
      const body = await offboardingAnswerOf(tx, source, params.id, shanghaiDay(command.at));
      const answer = { status: 200 as const, body };
      await remember(tx, answer);
      return answer;
    }),
});

export const ratingRoutes = [migration, read, override, end, readOffboarding, money, withdraw];
