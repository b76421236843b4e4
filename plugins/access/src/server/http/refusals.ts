import type { Core } from '@strapi/strapi';
import { record } from '@linggong/audit';
import { databaseOf, type Command } from '@linggong/core';
import type { Route } from './route';

/** Writes down that somebody signed in tried what his role may not do (R9.5). */
export async function recordRefusal(strapi: Core.Strapi, route: Route, command: Command): Promise<void> {
  await databaseOf(strapi).transaction(async (tx) => {
    await record(tx, command, {
      action: 'access.refuse',
      subject: { kind: 'operation', id: `${route.resource}:${route.action}` },
      outcome: 'refused',
    });
  });
}
