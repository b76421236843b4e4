import { elevationHoursMax, elevationOffers } from '@linggong/config/access';
import { databaseOf } from '@linggong/core';
import {
  elevationAnswer,
  elevationBody,
  elevationEndAnswer,
  elevationEndBody,
  elevationOffersAnswer,
  elevationParams,
  elevationReviewAnswer,
  elevationReviewBody,
} from '../../api/elevation';
import { route } from '../http/define-route';
import { endElevation, reviewElevation } from './close-elevation';
import { openElevation } from './open-elevation';

const offers = route({
  method: 'GET',
  path: '/elevations/offers',
  resource: 'elevation',
  action: 'see-offers',
  summary: { zh: '可申请的提权', en: 'What an elevation may be asked for' },
  answers: { 200: elevationOffersAnswer },
  handle: async ({ account }) => {
    const items = elevationOffers(account.role).map((offer) => ({
      ...offer,
      actions: [...offer.actions],
      reaches: [...offer.reaches],
    }));
    return { status: 200, body: { hoursMax: elevationHoursMax, items } };
  },
});

const ask = route({
  method: 'POST',
  path: '/elevations',
  resource: 'elevation',
  action: 'ask',
  summary: { zh: '申请提权', en: 'Ask for an elevation' },
  description: {
    zh: '由上级批准后自批准时起生效，到期自动结束；停用或变更角色时立即结束。期间的每次查看都会列给批准人核查。',
    en: 'It runs from its approval by the superior and ends by itself, or with the account or its role. Each look under it is listed for him.',
  },
  body: elevationBody,
  answers: { 201: elevationAnswer },
  remembers: true,
  shows: async ({ account, body: { resource, actions, hours, enterpriseId, workerId } }) => ({
    subject: { id: `${account.id}:${resource}`, label: account.name },
    before: null,
    after: {
      lookAt: resource,
      looks: [...new Set(actions)].join(', '),
      hours,
      reach: enterpriseId !== undefined ? 'enterprise' : workerId !== undefined ? 'worker' : 'all',
      ...(enterpriseId === undefined ? {} : { enterpriseId }),
      ...(workerId === undefined ? {} : { workerId }),
    },
  }),
  handle: async ({ strapi, account, body, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 201 as const, body: await openElevation(tx, account, body, command) };
      await remember(tx, answer);
      return answer;
    }),
});

const end = route({
  method: 'POST',
  path: '/elevations/:id/end',
  resource: 'elevation',
  action: 'end',
  summary: { zh: '结束提权', en: 'End an elevation' },
  params: elevationParams,
  body: elevationEndBody,
  answers: { 200: elevationEndAnswer },
  remembers: true,
  handle: async ({ strapi, scope, params: { id }, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 200 as const, body: { id, ended: await endElevation(tx, scope, id, command) } };
      await remember(tx, answer);
      return answer;
    }),
});

const review = route({
  method: 'POST',
  path: '/elevations/:id/review',
  resource: 'elevation',
  action: 'review',
  summary: { zh: '核查提权期间的查看', en: 'Review the looks of an elevation' },
  params: elevationParams,
  body: elevationReviewBody,
  answers: { 200: elevationReviewAnswer },
  handle: async ({ strapi, scope, params: { id }, command }) => {
    await reviewElevation(strapi, scope, id, command);
    return { status: 200, body: { id, reviewed: true as const } };
  },
});

export const elevationRoutes = [offers, ask, end, review];
