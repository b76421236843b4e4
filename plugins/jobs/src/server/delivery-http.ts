import type { Core } from '@strapi/strapi';
import { databaseOf, type Command } from '@linggong/core';
import { z } from 'zod';
import { deliveryAnswer, deliveryParams, deliveryRepeated, jobQuery } from '../api';
import type { Jobs } from '../jobs';
import type { JobScope } from './job-answers';
import { FAILED_DELIVERIES, failedDeliveries, repeatDelivery } from './failed-deliveries';

/** Endpoints of failed deliveries as plain values, for access to mount (see `http.ts`). Staff only: an event has no owner. */
interface DeliveryCall {
  readonly strapi: Core.Strapi;
}

const query = jobQuery.pick({ limit: true, cursor: true });

export const listDeliveries = {
  method: 'GET' as const,
  path: '/event-deliveries',
  resource: 'event-delivery',
  action: 'list',
  summary: { zh: '投递失败的事件', en: 'List failed deliveries of events' },
  query,
  answers: { 200: z.strictObject({ items: z.array(deliveryAnswer), nextCursor: z.string().optional() }) },
  handle: async ({ strapi, query: { limit, cursor } }: DeliveryCall & { query: z.output<typeof query> }) => {
    const rows = await failedDeliveries(databaseOf(strapi), limit + 1, Number(cursor ?? 0));
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { status: 200 as const, body: last ? { items, nextCursor: String(last.id) } : { items } };
  },
};

/** Told to audit, which stands above this plugin and writes the row. */
export const eventRepeated = 'jobs.delivery.repeated';

export const repeatEvent = {
  method: 'POST' as const,
  path: '/event-deliveries/:id/repeat',
  resource: 'event-delivery',
  action: 'repeat',
  summary: { zh: '重新投递失败的事件', en: 'Deliver a failed event again' },
  params: deliveryParams,
  answers: { 200: deliveryRepeated },
  handle: ({ strapi, params: { id }, command }: DeliveryCall & { params: { id: number }; command: Command }) =>
    databaseOf(strapi).transaction(async (tx) => {
      await repeatDelivery(tx, id, command);
      const jobs: Jobs = strapi.plugin('jobs').service('jobs');
      await jobs.emit(tx, { type: eventRepeated, key: String(id), payload: { deliveryId: id } }, command);
      return { status: 200 as const, body: { id, state: 'waiting' as const } };
    }),
};

/** The console list of failed deliveries, in the words of access's `consoleResource`. */
export const deliveryList = {
  name: 'event-deliveries',
  resource: 'event-delivery',
  from: FAILED_DELIVERIES,
  columns: {
    id: { sql: 'd.id', filter: 'relation' as const, sort: true },
    type: { sql: 'd.type', filter: 'prefix' as const, sort: true, searched: true },
    key: { sql: 'd.key', filter: 'prefix' as const },
    hearer: { sql: 'd.hearer', filter: 'prefix' as const, sort: true },
    attempt: { sql: 'd.attempt' },
    problem: { sql: 'd.problem' },
    toldAt: { sql: 'd.told_at', filter: 'instant' as const, sort: true },
    failedAt: { sql: 'd.failed_at', filter: 'instant' as const, sort: true },
  },
  order: { column: 'id', direction: 'ASC' as const },
  scope: (_account: unknown, scope: JobScope) => (scope.kind === 'all' ? ('all' as const) : ('none' as const)),
};
