import type { Core } from '@strapi/strapi';
import type { Route } from './route';

export interface ServedRoute {
  /** Path as clients call it, such as `/api/v1/orders/:id`. */
  readonly address: string;
  readonly route: Route;
}

/** Every route that the kit serves in this process; the API document and the walk of every route are made of it. */
export interface RouteRegistry {
  add(prefix: string, routes: readonly Route[]): void;
  all(): readonly ServedRoute[];
}

export function createRouteRegistry(): RouteRegistry {
  const served: ServedRoute[] = [];
  return {
    add(prefix, routes) {
      served.push(...routes.map((route) => ({ address: `/api${prefix}${route.path}`, route })));
    },
    all: () => served,
  };
}

export function routeRegistryOf(strapi: Core.Strapi): RouteRegistry {
  return strapi.plugin('access').service('routeRegistry');
}
