import { matrix, ruleFor, type Role } from '@linggong/config/access';
import { z } from 'zod';
import { bootWith, type TestPlatform } from '../platform.fixture';
import { route } from './define-route';
import { addressOf, filled, isClosedTo, tokensOf, walkOf, wrongOf, type Address, type Walk } from './walk.fixture';
import type { Route } from './route';
import type { ServedRoute } from './route-registry';

/** Signing out is the one operation that needs no row and no body, and ends what the rest of the walk is signed in with. */
const endsTheSession = (one: ServedRoute): boolean =>
  one.route.resource === 'own-session' && one.route.action === 'end';

/** What anybody may ask without signing in. A further one is a decision, not an accident. */
const publicOperations = [
  'api-document:read',
  'api-document:show',
  'api-document:show-asset',
  'contract-verification:read',
  'contract-verification:upload',
  'own-session:ask-reset',
  'own-session:complete-reset',
  'own-session:refresh',
  'own-session:set-up',
  'own-session:start',
  'own-session:start-with-code',
  'private-file:read',
  'signature-callback:esign-cn',
  'signature-callback:tencent-ess',
  'worker:confirm-own-phone',
  'worker:open-own-account',
  'worker:prove-own-identity',
  'worker:start-registration',
];

/** Addresses outside of the API that answer everybody: the way to the console's files, and whether the process is alive. */
const open = new Set(['/', '/_health']);

const unlisted = route({
  method: 'GET',
  path: '/unlisted',
  resource: 'unlisted',
  action: 'read',
  summary: { zh: '未登记', en: 'Not listed' },
  answers: { 200: z.strictObject({}) },
  handle: async () => ({ status: 200, body: {} }) as const,
});

/** Every route of the running server is asked by every role; the list comes from the router, not from a file. */
describe('every route × every role (R9.5)', () => {
  let platform: TestPlatform;
  let walk: Walk;

  beforeAll(async () => {
    platform = await bootWith({});
    walk = await walkOf(platform);
  }, 600_000);
  afterAll(() => platform?.stop());

  const closed = (): ServedRoute[] => walk.served.filter(({ route }) => !route.public);
  const said = (who: string, { method, path }: Address, answer: string | number): string =>
    `${who} ${method} ${path}: ${answer}`;

  it('knows a line of the matrix for each, and which ones are public', () => {
    expect(closed().length).toBeGreaterThan(150);
    expect(closed().filter(({ route }) => !ruleFor(route.resource, route.action))).toEqual([]);
    const everybodys = walk.served
      .filter(({ route }) => route.public)
      .map(({ route }) => `${route.resource}:${route.action}`);
    expect(everybodys.sort()).toEqual(publicOperations);
  });

  it('finds each route of the kit in the router of the server, and a route for each line of the matrix', () => {
    const layers = new Set(walk.layers.map(({ method, path }) => `${method} ${path}`));
    expect(walk.served.filter(({ address, route }) => !layers.has(`${route.method} ${address}`))).toEqual([]);
    const used = new Set(walk.served.map(({ route }) => `${route.resource}:${route.action}`));
    const lines = matrix.map(({ resource, action }) => `${resource}:${action}`);
    expect(lines.filter((line) => !used.has(line))).toEqual([]);
  });

  it('asks who calls, by GET and by HEAD', async () => {
    const addresses = closed().map(addressOf);
    const heads = addresses.filter(({ method }) => method === 'GET').map(({ path }) => ({ method: 'HEAD', path }));
    const wrong = await wrongOf([...addresses, ...heads], async (address) => {
      const { status } = await walk.ask(address);
      return status === 401 ? undefined : said('nobody', address, status);
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('refuses whom the matrix does not name before it reads anything, and writes each refusal down', async () => {
    const refused = pairs((route, role) => isClosedTo(route, role));
    const wrong = await wrongOf(refused, async ({ one, role, token }) => {
      const { status, code } = await walk.ask(addressOf(one), token);
      return status === 403 && code === 'not-allowed' ? undefined : said(role, addressOf(one), status);
    });
    expect(wrong).toEqual([]);
    const written = (await platform.audited('access.refuse')).map(
      ({ actor, subject }) => `${actor.split('#')[0]} ${subject}`,
    );
    const expected = refused.map(({ one, role }) => `${role} operation ${one.route.resource}:${one.route.action}`);
    expect(written.sort()).toEqual(expected.sort());
  }, 600_000);

  it('lets everybody in whom the matrix names, without a fault', async () => {
    const allowed = pairs((route, role) => !isClosedTo(route, role)).filter(({ one }) => !endsTheSession(one));
    const wrong = await wrongOf(allowed, async ({ one, role, token }) => {
      const { status, code } = await walk.ask(addressOf(one), token);
      const isIn = status !== 403 && status < 500 && (status !== 401 || one.route.public);
      return isIn ? undefined : said(role, addressOf(one), `${status} ${code ?? ''}`);
    });
    expect(wrong).toEqual([]);
  }, 600_000);

  it('lets everybody sign out, once', async () => {
    const [signOut] = walk.served.filter(endsTheSession);
    if (!signOut) throw new Error('nobody can sign out');
    for (const [role, token] of await tokensOf(platform)) {
      const address = addressOf(signOut);
      const before = await walk.ask(address, token);
      const after = await walk.ask(address, token);
      expect([role, before.status < 300, after.status]).toEqual([role, true, 401]);
    }
  });

  it('leaves nothing open in the router beside the kit and the health check', async () => {
    const known = new Set(walk.served.map(({ address, route }) => `${route.method} ${address}`));
    const others = walk.layers.filter(({ method, path }) => !open.has(path) && !known.has(`${method} ${path}`));
    expect(others.length).toBeGreaterThan(100);
    const callers = [['nobody', undefined], ...walk.tokens] as const;
    const asked = others.flatMap(({ method, path }) =>
      callers.map(([role, token]) => ({ address: { method, path: filled(path, '1') }, role, token })),
    );
    const wrong = await wrongOf(asked, async ({ address, role, token }) => {
      const { status } = await walk.ask(address, token);
      return [401, 403, 404].includes(status) ? undefined : said(role, address, status);
    });
    expect(wrong).toEqual([]);
  }, 600_000);

  it('does not start with a route that the matrix does not know', async () => {
    await expect(bootWith({ routes: [unlisted] })).rejects.toThrow('the permission matrix has no line unlisted:read');
  }, 600_000);

  function pairs(isAsked: (route: Route, role: Role) => boolean) {
    return [...walk.tokens].flatMap(([role, token]) =>
      walk.served.filter(({ route }) => isAsked(route, role)).map((one) => ({ one, role, token })),
    );
  }
});
