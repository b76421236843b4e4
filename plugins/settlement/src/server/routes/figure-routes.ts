import { route } from '@linggong/access';
import { databaseOf } from '@linggong/core';
import {
  financeFigures,
  liveFigures,
  operationsFigures,
  ownMonths,
  regulatorFigures,
  regulatorFiguresQuery,
} from '../../api';
import { financeFiguresOf } from '../figures/finance-figures';
import { liveFiguresOf } from '../figures/live-figures';
import { operationsFiguresOf } from '../figures/operations-figures';
import { ownMonthsOf } from '../figures/own-months';
import { regulatorFiguresOf } from '../figures/regulator-figures';

const live = route({
  method: 'GET',
  path: '/figures/live',
  resource: 'live-board',
  action: 'read',
  summary: { zh: '查看大屏数字', en: 'Read the figures of the live board' },
  answers: { 200: liveFigures },
  handle: async ({ strapi, command }) => ({
    status: 200,
    body: await liveFiguresOf(databaseOf(strapi), command.at),
  }),
});

const regulator = route({
  method: 'GET',
  path: '/figures/regulator',
  resource: 'regulator-board',
  action: 'read',
  summary: {
    zh: '按月份与地区查看企业、灵工、收入与税额',
    en: 'Read enterprises, workers, income and tax by month and place',
  },
  query: regulatorFiguresQuery,
  answers: { 200: regulatorFigures },
  handle: async ({ strapi, query }) => ({
    status: 200,
    body: await regulatorFiguresOf(databaseOf(strapi), query),
  }),
});

const finance = route({
  method: 'GET',
  path: '/figures/finance',
  resource: 'finance-board',
  action: 'read',
  summary: { zh: '查看资金看板数字', en: 'Read the figures of the finance board' },
  answers: { 200: financeFigures },
  handle: async ({ strapi, command }) => ({
    status: 200,
    body: await financeFiguresOf(databaseOf(strapi), command.at),
  }),
});

const operations = route({
  method: 'GET',
  path: '/figures/operations',
  resource: 'operations-board',
  action: 'read',
  summary: { zh: '查看运营看板数字', en: 'Read the figures of the operator’s board' },
  answers: { 200: operationsFigures },
  handle: async ({ strapi, command }) => ({
    status: 200,
    body: await operationsFiguresOf(databaseOf(strapi), command.at),
  }),
});

const own = route({
  method: 'GET',
  path: '/figures/own-months',
  resource: 'own-months',
  action: 'read',
  summary: { zh: '查看本人或本企业近 12 个月的发放', en: 'Read one’s own payments of the last twelve months' },
  answers: { 200: ownMonths },
  handle: async ({ strapi, scope, command }) => ({
    status: 200,
    body: await ownMonthsOf(databaseOf(strapi), scope, command.at),
  }),
});

export const figureRoutes = [live, regulator, finance, operations, own];
