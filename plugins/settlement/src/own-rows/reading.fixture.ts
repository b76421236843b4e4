import { matrix, roles, ruleFor, type Role } from '@linggong/config/access';
import type { BootedStrapi } from '@linggong/database/testing';

export type Row = Readonly<Record<string, unknown>> & { readonly id: number | string };

export interface ServedRoute {
  readonly address: string;
  readonly route: {
    readonly method: string;
    readonly path: string;
    readonly resource: string;
    readonly action: string;
    readonly public?: boolean;
    readonly upload?: true | readonly string[];
  };
}

export interface ListAnswer {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly sums: Readonly<Record<string, number>>;
  readonly text: string;
}

export interface Reading {
  readonly served: readonly ServedRoute[];
  /** Console lists where this role sees its own rows only. */
  ownLists(role: Role): readonly string[];
  /** Every row of every list that some party sees its own of, read by a role that sees them all. */
  everyRow(): Promise<Map<string, Row[]>>;
  list(name: string, token: string, query?: Readonly<Record<string, unknown>>): Promise<ListAnswer>;
  /** What a list says it can be filtered or sorted by. */
  columns(name: string, token: string, use: 'filter' | 'sort'): Promise<string[]>;
}

const rowsMax = 500;
const isOwn = (role: Role, route: ServedRoute['route']): boolean =>
  ruleFor(route.resource, route.action)?.roles[role] === 'own' && !route.resource.startsWith('own-');

/** Routes where one of these roles reaches its own rows. */
export function ownRoutes(served: readonly ServedRoute[], role: Role): ServedRoute[] {
  return served.filter(({ route }) => !route.public && isOwn(role, route));
}

/** What the running server serves, and readers of its lists. */
export async function readersOf(app: BootedStrapi): Promise<Reading> {
  const served: readonly ServedRoute[] = app.strapi.plugin('access').service('routeRegistry').all();
  const lists = served.filter(
    ({ address, route }) => /^\/api\/console\/[^/]+$/.test(address) && route.action === 'list',
  );
  const names = (role: Role) => lists.filter(({ route }) => isOwn(role, route)).map(({ address }) => nameOf(address));
  const shared = [...new Set([...names('enterprise'), ...names('worker')])];
  const tokens = new Map<Role, string>();
  const tokenOf = async (role: Role): Promise<string> => {
    const token = tokens.get(role) ?? (await app.token(role));
    tokens.set(role, token);
    return token;
  };
  const list: Reading['list'] = async (name, token, query = {}) => {
    const answer = await app.http
      .get(`/api/console/${name}`)
      .query(texts({ range: [0, rowsMax - 1], ...query }))
      .auth(token, { type: 'bearer' });
    if (answer.status !== 200) throw new Error(`${name} ${JSON.stringify(query)}: ${answer.status} ${answer.text}`);
    const total = Number(String(answer.headers['content-range']).split('/')[1]);
    const sums = JSON.parse(String(answer.headers['x-sums'] ?? '{}')) as Record<string, number>;
    return { rows: answer.body as Row[], total, sums, text: answer.text };
  };
  return {
    served,
    ownLists: names,
    list,
    everyRow: async () => {
      const found = new Map<string, Row[]>();
      for (const name of shared) {
        const { rows, total } = await list(name, await tokenOf(readerOf(served, name)));
        if (total > rowsMax) throw new Error(`${name} has more rows than the test reads`);
        found.set(name, [...rows]);
      }
      return found;
    },
    columns: async (name, token, use) => {
      const query = use === 'filter' ? { filter: { nothing: 1 } } : { sort: ['nothing', 'ASC'] };
      const answer = await app.http
        .get(`/api/console/${name}`)
        .query(texts(query))
        .set('Accept-Language', 'en')
        .auth(token, { type: 'bearer' })
        .expect(400);
      const [, known = ''] = /can be by (.*)$/.exec(String(answer.body.title)) ?? [];
      return known.split(', ').filter((column) => column !== '');
    },
  };
}

const nameOf = (address: string): string => address.slice('/api/console/'.length);

function readerOf(served: readonly ServedRoute[], name: string): Role {
  const one = served.find(({ address }) => address === `/api/console/${name}`);
  const line = matrix.find(({ resource, action }) => resource === one?.route.resource && action === 'list');
  const reader = roles.find((role) => line?.roles[role] === 'all');
  if (!reader) throw new Error(`nobody sees every row of ${name}`);
  return reader;
}

function texts(query: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([key, value]) => [key, JSON.stringify(value)]));
}
