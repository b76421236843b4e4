import type { Core } from '@strapi/strapi';
import { record } from '@linggong/audit';
import { databaseOf, type Command } from '@linggong/core';
import type { HttpContext } from './http-context';
import type { Route } from './route';

/** Row numbers, UUIDs and codes; what else stands in an address is not kept. */
const nameable = /^[A-Za-z0-9-]{1,40}$/;

/**
 * Writes down that somebody whose looks are watched (监管) looked at a row or a list, before he sees it: what cannot be recorded
 * is not shown. Each look is an entry of its own, also one at what is not there.
 */
export async function recordLook(strapi: Core.Strapi, route: Route, ctx: HttpContext, command: Command): Promise<void> {
  const { resource, action } = route;
  if (resource.startsWith('own-')) return;
  const named = ctx.params['id'] ?? ctx.params['code'];
  const id = named !== undefined && nameable.test(named) ? named : 'all';
  await databaseOf(strapi).transaction((tx) =>
    record(tx, command, { action: 'access.look', subject: { kind: resource, id }, after: { look: action } }),
  );
}
