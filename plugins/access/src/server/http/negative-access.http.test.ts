import { ruleFor, roles, type Role } from '@linggong/config/access';
import type { Core } from '@strapi/strapi';
import { bootWith, type TestPlatform } from '../platform.fixture';
import type { Route } from './route';
import type { RouteRegistry, ServedRoute } from './route-registry';

interface Layer {
  path: string | RegExp;
  methods: string[];
}

/** Every route of the running server is asked by everybody who may not; the list comes from the router, not from a file. */
describe('who may not, may not', () => {
  let platform: TestPlatform;
  let served: readonly ServedRoute[];
  const tokens = new Map<Role, string>();

  beforeAll(async () => {
    platform = await bootWith({});
    const registry: RouteRegistry = platform.strapi.plugin('access').service('routeRegistry');
    served = registry.all();
    for (const role of roles) {
      const owner = {
        ...(role === 'enterprise' ? { enterpriseId: 1 } : {}),
        ...(role === 'worker' ? { workerId: 1 } : {}),
      };
      tokens.set(role, await platform.token({ role, ...owner }));
    }
  }, 180_000);
  afterAll(() => platform?.stop());

  const verbs = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

  function ask(method: string, address: string, token?: string) {
    // The router names its methods in upper case; HEAD and OPTIONS are asked as GET.
    const verb = verbs[method as keyof typeof verbs] ?? 'get';
    const request = platform.http[verb](address.replace(/:\w+/g, '1'));
    return token === undefined ? request : request.auth(token, { type: 'bearer' });
  }

  it('serves routes of every plugin that has an API', () => {
    expect(served.length).toBeGreaterThan(30);
    const closed = served.filter(({ route }) => !route.public);
    expect(closed.filter(({ route }) => !ruleFor(route.resource, route.action))).toEqual([]);
  });

  it('asks who calls, on every route that is not public', async () => {
    const wrong: string[] = [];
    for (const { address, route } of served.filter((one) => !one.route.public)) {
      const { status } = await ask(route.method, address);
      if (status !== 401) wrong.push(`${route.method} ${address}: ${status}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('refuses every role that the matrix does not name, before it reads anything', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const [role, token] of tokens) {
      for (const { address, route } of served.filter((one) => isClosedTo(one.route, role))) {
        const { status, body } = await ask(route.method, address, token);
        asked += 1;
        if (status !== 403 || body.code !== 'not-allowed') wrong.push(`${role} ${route.method} ${address}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(100);
  }, 240_000);

  it('leaves nothing open below /api beside the routes of the kit', async () => {
    const known = new Set(served.map(({ address, route }) => `${route.method} ${address}`));
    const wrong: string[] = [];
    for (const { method, path } of contentRoutes(platform.strapi)) {
      if (known.has(`${method} ${path}`)) continue;
      for (const token of [undefined, tokens.get('enterprise'), tokens.get('system-admin')]) {
        const { status } = await ask(method, path, token);
        if (![401, 403, 404].includes(status)) wrong.push(`${method} ${path}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

function isClosedTo(route: Route, role: Role): boolean {
  return !route.public && ruleFor(route.resource, route.action)?.roles[role] === undefined;
}

function contentRoutes(strapi: Core.Strapi): { method: string; path: string }[] {
  // Strapi does not type the layers of its router.
  const layers = strapi.server.api('content-api').listRoutes() as unknown as Layer[];
  return layers
    .filter(({ methods }) => methods.length > 0)
    .flatMap(({ path, methods }) =>
      methods.filter((method) => method !== 'HEAD').map((method) => ({ method, path: String(path) })),
    );
}
