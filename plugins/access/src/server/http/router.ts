import type { Core } from '@strapi/strapi';
import { ruleFor } from '@linggong/config/access';
import { demandMarks, withAskedAnswer } from './ask-approval';
import { endpoint } from './endpoint';
import { demandOptional } from './mask-answer';
import type { Route } from './route';
import { routeRegistryOf } from './route-registry';

/** Gives a plugin's router its instance of Strapi, as Strapi asks for it at start. */
type RouterFactory = (context: { strapi: Core.Strapi }) => {
  type: 'content-api';
  prefix: string;
  routes: { method: Route['method']; path: string; handler: Core.MiddlewareHandler; config: { auth: false } }[];
};

type RoutesSource = readonly Route[] | ((strapi: Core.Strapi) => readonly Route[]);

/**
 * Router of a plugin's v1 API, served below `/api/v1` and shown in its document. Strapi's own authentication is off (`auth:
 * false`): the kit's stands in front of every handler.
 */
export function apiRoutes(routes: RoutesSource): RouterFactory {
  return router('/v1', routes);
}

/** Router of routes below `/api` itself; only for addresses that Strapi fixes, such as `/api/auth/local`. */
export function rootRoutes(routes: RoutesSource): RouterFactory {
  return router('', routes);
}

export function router(prefix: string, source: RoutesSource): RouterFactory {
  return ({ strapi }) => {
    const declared = typeof source === 'function' ? source(strapi) : source;
    for (const route of declared) demandRule(route);
    const routes = declared.map(withAskedAnswer);
    routeRegistryOf(strapi).add(prefix, routes);
    return { type: 'content-api', prefix, routes: routes.map((route) => strapiRoute(strapi, route)) };
  };
}

function strapiRoute(strapi: Core.Strapi, route: Route): ReturnType<RouterFactory>['routes'][number] {
  return { method: route.method, path: route.path, handler: endpoint(strapi, route), config: { auth: false } };
}

/** A route that the matrix does not know would be closed to everybody: a mistake, so the server does not start. */
function demandRule(route: Route): void {
  if (route.public) return;
  if (ruleFor(route.resource, route.action)) {
    demandOptional(route);
    return demandMarks(route);
  }
  throw new Error(`${route.method} ${route.path}: the permission matrix has no line ${route.resource}:${route.action}`);
}
