import type { AddressInfo } from 'node:net';
import { roles, ruleFor, type Role } from '@linggong/config/access';
import type { Core } from '@strapi/strapi';
import type { TestPlatform } from '../platform.fixture';
import type { Route } from './route';
import type { RouteRegistry, ServedRoute } from './route-registry';

/** One address of the running server, as a request would name it. */
export interface Address {
  readonly method: string;
  readonly path: string;
}

export interface Reply {
  readonly status: number;
  readonly code: string | undefined;
}

export interface Walk {
  readonly served: readonly ServedRoute[];
  /** Every address that the router of the server has a layer for, of the kit, of Strapi's content API and of its panel. */
  readonly layers: readonly Address[];
  ask(address: Address, token?: string): Promise<Reply>;
  tokens: ReadonlyMap<Role, string>;
}

interface Layer {
  readonly path: string | RegExp;
  readonly methods: readonly string[];
}

/** Methods that clients send; the health check of Strapi lists every method that Node knows. */
const asked = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const AT_ONCE = 8;
const anyUuid = '00000000-0000-4000-8000-000000000001';

/** The booted platform on a port of its own, with a signed-in account of every role. */
export async function walkOf(platform: TestPlatform): Promise<Walk> {
  const { strapi } = platform;
  const registry: RouteRegistry = strapi.plugin('access').service('routeRegistry');
  const origin = await originOf(strapi);
  return {
    served: registry.all(),
    layers: layersOf(strapi),
    ask: (address, token) => ask(origin, address, token),
    tokens: await tokensOf(platform),
  };
}

/** A token of each role: rows of an enterprise or a worker that do not exist yet are nobody else's either. */
export async function tokensOf(platform: TestPlatform): Promise<Map<Role, string>> {
  const tokens = new Map<Role, string>();
  for (const role of roles) {
    const owner = role === 'enterprise' ? { enterpriseId: 1 } : role === 'worker' ? { workerId: 1 } : {};
    tokens.set(role, await platform.token({ role, ...owner }));
  }
  return tokens;
}

/** The address of a route with values in the place of its names; a name that wants a UUID gets one. */
export function addressOf({ address, route }: ServedRoute): Address {
  const isNumbered = !route.params || route.params.safeParse(sample(route, '1')).success;
  return { method: route.method, path: filled(address, isNumbered ? '1' : anyUuid) };
}

export function isClosedTo(route: Route, role: Role): boolean {
  return !route.public && ruleFor(route.resource, route.action)?.roles[role] === undefined;
}

/** Asks all of them, a few at a time, and gives the words of those that answered wrongly. */
export async function wrongOf<T>(all: readonly T[], fault: (one: T) => Promise<string | undefined>): Promise<string[]> {
  const wrong: string[] = [];
  for (let first = 0; first < all.length; first += AT_ONCE) {
    const words = await Promise.all(all.slice(first, first + AT_ONCE).map(fault));
    wrong.push(...words.filter((word) => word !== undefined));
  }
  return wrong;
}

async function originOf(strapi: Core.Strapi): Promise<string> {
  const { httpServer } = strapi.server;
  await new Promise<void>((resolve) => void httpServer.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of that kind.
  return `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
}

async function ask(origin: string, { method, path }: Address, token: string | undefined): Promise<Reply> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${origin}${path}`, { method, headers, redirect: 'manual' });
  const text = await answer.text();
  const isProblem = text !== '' && answer.headers.get('content-type')?.startsWith('application/problem+json');
  // A problem's body is an object with a code by the kit's own schema.
  return { status: answer.status, code: isProblem ? (JSON.parse(text) as { code: string }).code : undefined };
}

function layersOf(strapi: Core.Strapi): Address[] {
  // Strapi does not type the layers of its router.
  const { stack } = strapi.server.router as unknown as { stack: Layer[] };
  return stack.flatMap(({ path, methods }) =>
    asked.filter((method) => methods.includes(method)).map((method) => ({ method, path: String(path) })),
  );
}

/** A path of the router with something in the place of its names and wildcards. */
export function filled(path: string, value: string): string {
  return path.replace(/:\w+\*?/g, value).replace(/\(\.\*\)/g, value);
}

function sample(route: Route, value: string): Record<string, string> {
  return Object.fromEntries(Object.keys(route.params?.shape ?? {}).map((name) => [name, value]));
}
