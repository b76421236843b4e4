import type { Core } from '@strapi/strapi';
import type { Route } from '../http/route';
import { routeRegistryOf } from '../http/route-registry';

/** An operation by the word under which a request is kept: its method and the address that it is served at, `POST /api/v1/…`. */
export function operationOf(strapi: Core.Strapi, route: Route): string {
  const served = routeRegistryOf(strapi)
    .all()
    .find((one) => one.route.method === route.method && one.route.path === route.path);
  return `${route.method} ${served?.address ?? route.path}`;
}
