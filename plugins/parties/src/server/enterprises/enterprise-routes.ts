import { route, type Route } from '@linggong/access';
import { idParams, listQuery, pageOf } from '@linggong/access/api';
import { demandForm } from '@linggong/studio';
import { z } from 'zod';
import {
  enterpriseAccountAnswer,
  enterpriseAnswer,
  enterpriseChange,
  enterpriseStep,
  newEnterprise,
  newEnterpriseAccount,
} from '../../api';
import { enterpriseStates } from '../../domain';
import { toolsOf } from '../services';
import { changeEnterprise, createEnterprise } from './create-enterprise';
import { openAccount } from './enterprise-accounts';
import { enterpriseActionRoutes } from './enterprise-action-routes';
import { noSuchEnterprise } from './enterprise-problems';
import {
  accountsOfEnterprise,
  demandEnterprise,
  enterpriseById,
  enterprisePage,
  enterpriseSteps,
} from './enterprise-rows';

const create = route({
  method: 'POST',
  path: '/enterprises',
  resource: 'enterprise',
  action: 'create',
  summary: { zh: '新建企业入驻申请', en: 'Open an application of an enterprise' },
  body: newEnterprise,
  answers: { 201: enterpriseAnswer },
  remembers: true,
  handle: async ({ strapi, body, command, remember }) => {
    const tools = toolsOf(strapi);
    return tools.database.transaction(async (tx) => {
      await demandForm(tx, 'parties.enterprise', body.extra);
      const id = await createEnterprise(tools, tx, command, body);
      const answer = { status: 201 as const, body: await enterpriseById(tx, id) };
      await remember(tx, answer);
      return answer;
    });
  },
});

const list = route({
  method: 'GET',
  path: '/enterprises',
  resource: 'enterprise',
  action: 'list',
  summary: { zh: '企业列表', en: 'List enterprises' },
  query: listQuery.extend({ state: z.enum(enterpriseStates).optional() }),
  answers: { 200: pageOf(enterpriseAnswer) },
  handle: async ({ strapi, query, scope }) => ({
    status: 200,
    body: await enterprisePage(toolsOf(strapi).database, scope, query),
  }),
});

const read = route({
  method: 'GET',
  path: '/enterprises/:id',
  resource: 'enterprise',
  action: 'read',
  summary: { zh: '企业详情', en: 'Read an enterprise' },
  params: idParams,
  answers: { 200: enterpriseAnswer },
  handle: async ({ strapi, params, scope }) => {
    await demandEnterprise(toolsOf(strapi).database, scope, params.id);
    return { status: 200, body: await enterpriseById(toolsOf(strapi).database, params.id) };
  },
});

const change = route({
  method: 'PATCH',
  path: '/enterprises/:id',
  resource: 'enterprise',
  action: 'change',
  summary: { zh: '修改入驻申请', en: 'Change an application' },
  params: idParams,
  body: enterpriseChange,
  answers: { 200: enterpriseAnswer },
  handle: async ({ strapi, params, body, command, scope }) => {
    await demandEnterprise(toolsOf(strapi).database, scope, params.id);
    const tools = toolsOf(strapi);
    await tools.database.transaction((tx) => changeEnterprise(tools, tx, command, params.id, body));
    return { status: 200, body: await enterpriseById(tools.database, params.id) };
  },
});

const steps = route({
  method: 'GET',
  path: '/enterprises/:id/steps',
  resource: 'enterprise',
  action: 'read',
  summary: { zh: '企业办理记录', en: 'Steps of an enterprise, oldest first' },
  params: idParams,
  answers: { 200: z.array(enterpriseStep) },
  handle: async ({ strapi, params, scope }) => {
    await demandEnterprise(toolsOf(strapi).database, scope, params.id);
    return { status: 200, body: await enterpriseSteps(toolsOf(strapi).database, params.id) };
  },
});

const accounts = route({
  method: 'GET',
  path: '/enterprises/:id/accounts',
  resource: 'enterprise-account',
  action: 'list',
  summary: { zh: '企业子账户', en: 'Sub-accounts of an enterprise' },
  params: idParams,
  answers: { 200: z.array(enterpriseAccountAnswer) },
  handle: async ({ strapi, params, scope }) => {
    await demandEnterprise(toolsOf(strapi).database, scope, params.id);
    return { status: 200, body: await accountsOfEnterprise(toolsOf(strapi).database, params.id) };
  },
});

const open = route({
  method: 'POST',
  path: '/enterprises/:id/accounts',
  resource: 'enterprise-account',
  action: 'open',
  summary: { zh: '登记企业子账户', en: 'Note the sub-account that the bank opened' },
  params: idParams,
  body: newEnterpriseAccount,
  answers: { 201: enterpriseAccountAnswer },
  remembers: true,
  handle: async ({ strapi, params, body, command, remember }) =>
    toolsOf(strapi).database.transaction(async (tx) => {
      const id = await openAccount(tx, command, params.id, body);
      const opened = (await accountsOfEnterprise(tx, params.id)).find((account) => account.id === id);
      if (opened === undefined) throw noSuchEnterprise();
      const answer = { status: 201 as const, body: opened };
      await remember(tx, answer);
      return answer;
    }),
});

export const enterpriseRoutes: readonly Route[] = [
  create,
  list,
  read,
  change,
  steps,
  accounts,
  open,
  ...enterpriseActionRoutes,
];
