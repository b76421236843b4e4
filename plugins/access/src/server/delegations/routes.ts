import { databaseOf } from '@linggong/core';
import {
  delegationAnswer,
  delegationBody,
  delegationDaysMax,
  delegationEndAnswer,
  delegationEndBody,
  delegationOffersAnswer,
} from '../../api/delegation';
import { idParams } from '../../api/fields';
import { route } from '../http/define-route';
import { decidedBy, delegate, endDelegation, receivers } from './delegate';

const offers = route({
  method: 'GET',
  path: '/delegations/offers',
  resource: 'delegation',
  action: 'see-offers',
  summary: { zh: '可受托的人与事项', en: 'Whom I may let decide for me, and about what' },
  answers: { 200: delegationOffersAnswer },
  handle: async ({ strapi, account }) => {
    const people = await receivers(databaseOf(strapi), account);
    return { status: 200, body: { daysMax: delegationDaysMax, people, resources: decidedBy(account.role) } };
  },
});

const create = route({
  method: 'POST',
  path: '/delegations',
  resource: 'delegation',
  action: 'create',
  summary: { zh: '委托他人审批', en: 'Let another decide for me' },
  description: {
    zh: '最长 30 天，到期、停用或变更角色时结束。受托人不得与委托人、申请人为同一人；其决定记明代谁作出。',
    en: 'At most 30 days; it ends with its term, or with either account or role. Nobody in it is one person with another, and each decision says for whom it was taken.',
  },
  body: delegationBody,
  answers: { 201: delegationAnswer },
  remembers: true,
  handle: async ({ strapi, account, body, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 201 as const, body: await delegate(strapi, tx, account, body, command) };
      await remember(tx, answer);
      return answer;
    }),
});

const end = route({
  method: 'POST',
  path: '/delegations/:id/end',
  resource: 'delegation',
  action: 'end',
  summary: { zh: '结束委托', en: 'End a delegation' },
  params: idParams,
  body: delegationEndBody,
  answers: { 200: delegationEndAnswer },
  remembers: true,
  handle: async ({ strapi, scope, params: { id }, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 200 as const, body: { id, ended: await endDelegation(tx, scope, id, command) } };
      await remember(tx, answer);
      return answer;
    }),
});

export const delegationRoutes = [offers, create, end];
