import { auditOwners } from '@linggong/config';
import { fieldRules, hiddenFields, ruleFor } from '@linggong/config/access';
import { databaseOf } from '@linggong/core';
import {
  absent,
  actsByAddress,
  actsByBody,
  actsInside,
  isOfOneRow,
  namedOf,
  narrowedLists,
  type Act,
} from './acts.fixture';
import { blockerCases } from './blocker-cases.fixture';
import { counterpartCases } from './counterpart-cases.fixture';
import { everyLook, fieldsOf, hiddenQuestions, type Look } from './hidden-fields.fixture';
import { storyCases, writeCases } from './log-cases.fixture';
import { queueCases } from './queue-cases.fixture';
import { ownRoutes, type Row } from './reading.fixture';
import { ownObjects, storyOf } from './stories.fixture';
import { parties, type PartyRole } from './side.fixture';
import { twoSides, type TwoSides } from './two-sides.fixture';

/** Operations that touch no row of anybody: they compute on what is sent. */
const ofNoRow = [
  'GET /forms',
  'GET /forms/:key',
  // Whom he deals with: enterprises of a worker, workers of an enterprise, by name and number alone.
  'GET /forms/:key/counterparts',
  // A draft is its author's alone, and a file that no record names yet is nobody's row.
  'GET /forms/:key/draft',
  'PUT /forms/:key/draft',
  'POST /forms/:key/draft/drop',
  'POST /forms/:key/versions/:versionId/fields/:field/files',
  'POST /form-records',
  'POST /fee-plans/previews',
  'POST /identity/checks',
  'POST /tax/simulations',
];

let world: TwoSides;

beforeAll(async () => {
  world = await twoSides();
}, 300_000);
afterAll(() => world?.app.stop());

/** Asks as a party of the own side. What tells one refusal from another of its kind is left out: the trace id. */
async function ask(
  role: PartyRole,
  { method, path, body, sendsFile }: Act,
): Promise<{ status: number; body: unknown; text: string }> {
  const verb = method.toLowerCase() as 'get' | 'post' | 'patch';
  const request = world.app.http[verb](path).auth(world.own.token[role], { type: 'bearer' });
  const sent = sendsFile === true ? request.attach('file', Buffer.from('%PDF-1.7'), '材料.pdf') : request.send(body);
  const answer = await (body === undefined ? request : sent);
  const { traceId: _, ...rest } = answer.body as Record<string, unknown>;
  return { status: answer.status, body: rest, text: answer.text };
}

const ids = (rows: readonly Row[]): string[] => rows.map(({ id }) => String(id)).sort();

/** Rows of a list that the party owns by its columns, where the list shows whose a row is. */
function ownedBy(role: PartyRole, name: string): readonly Row[] | undefined {
  const came = world.own.rows.get(name) ?? [];
  const column = `${role}Id`;
  return came.every((row) => column in row) ? came.filter((row) => row[column] === world.own[`${role}Id`]) : undefined;
}

/** Texts that stand in rows of the other side and in none of one's own: numbers, names, times. */
function foreignMarks(): string[] {
  const marks = new Set<string>();
  for (const rows of world.foreign.rows.values())
    for (const row of rows) for (const mark of textsOf(row)) marks.add(mark);
  for (const rows of world.own.rows.values())
    for (const row of rows) for (const mark of textsOf(row)) marks.delete(mark);
  return [...marks];
}

const textsOf = (row: Row): string[] =>
  Object.values(row).filter((value): value is string => typeof value === 'string' && value.length >= 6);

describe.each(parties)('what a %s of one side sees of the other', (role) => {
  const lists = (): readonly string[] => world.reading.ownLists(role);
  const list = (name: string, query?: Readonly<Record<string, unknown>>) =>
    world.reading.list(name, world.own.token[role], query);

  it('is nothing, in every list, its count, its sums and its export; its own rows are all there', async () => {
    const marks = foreignMarks();
    expect(marks.length).toBeGreaterThan(50);
    for (const name of lists()) {
      const { rows, total, sums, text } = await list(name);
      expect([name, rows.length > 0, total]).toEqual([name, true, rows.length]);
      const owned = ownedBy(role, name);
      if (owned) expect([name, ids(rows)]).toEqual([name, ids(owned)]);
      expect([name, ids(rows).filter((id) => !ids(world.own.rows.get(name) ?? []).includes(id))]).toEqual([name, []]);
      expect([name, sums]).toEqual([name, summed(rows, Object.keys(sums))]);
      expect([name, marks.filter((mark) => text.includes(mark))]).toEqual([name, []]);
      expect([name, (await list(`${name}/export`)).text]).toEqual([name, text]);
    }
  });

  it('is nothing, by whatever column is filtered, searched or sorted', async () => {
    let asked = 0;
    for (const name of lists()) {
      const own = await list(name);
      const isOwn = new Set(ids(own.rows));
      const filters = await filtersFor(name);
      asked += filters.length;
      const found = filters.map(async (filter) => {
        const { rows, total, sums } = await list(name, { filter });
        expect([name, filter, ids(rows).filter((id) => !isOwn.has(id)), total]).toEqual([
          name,
          filter,
          [],
          rows.length,
        ]);
        expect([name, filter, sums]).toEqual([name, filter, summed(rows, Object.keys(sums))]);
      });
      const sortable = await world.reading.columns(name, world.own.token[role], 'sort');
      const sorted = sortable.map(async (column) => {
        expect([name, ids((await list(name, { sort: [column, 'ASC'] })).rows)]).toEqual([name, ids(own.rows)]);
      });
      await Promise.all([...found, ...sorted]);
    }
    expect(asked).toBeGreaterThan(100);
  }, 120_000);

  it('is not there, to the letter, in every detail; its own details name nobody else', async () => {
    const marks = foreignMarks();
    for (const name of lists()) {
      const detail = (id: number | string): Act => ({ method: 'GET', path: `/api/console/${name}/${id}` });
      const none = await ask(role, detail(absent.id(name, role)));
      expect([name, none.status]).toEqual([name, 404]);
      for (const { id } of world.foreign.rows.get(name) ?? [])
        expect([name, await ask(role, detail(id))]).toEqual([name, { ...none, text: expect.any(String) }]);
      for (const { id } of (await list(name)).rows) {
        const { status, text } = await ask(role, detail(id));
        expect([name, status, marks.filter((mark) => text.includes(mark))]).toEqual([name, 200, []]);
      }
    }
  }, 120_000);

  it('is not there, to the letter, for every operation on a row', async () => {
    const routes = ownRoutes(world.reading.served, role);
    const foreign = actsByAddress(role, routes, namedOf(world.foreign));
    const none = actsByAddress(role, routes, absent);
    expect(foreign.length).toBeGreaterThan(role === 'enterprise' ? 25 : 12);
    for (const [index, act] of foreign.entries()) {
      const [seen, missing] = [await ask(role, act), await ask(role, none[index] ?? act)];
      expect([act.path, seen.status, seen.body]).toEqual([act.path, 404, missing.body]);
    }
  }, 120_000);

  it('is not there, to the letter, when what is sent names it', async () => {
    const foreign = actsByBody(namedOf(world.foreign))[role];
    const none = actsByBody(absent)[role];
    for (const [index, act] of foreign.entries()) {
      const [seen, missing] = [await ask(role, act), await ask(role, none[index] ?? act)];
      expect([act.path, act.body, seen.status, seen.body]).toEqual([act.path, act.body, 404, missing.body]);
    }
  });

  it('is not there, to the letter, when an operation on an own row names it', async () => {
    const own = namedOf(world.own);
    const foreign = actsInside(own, namedOf(world.foreign))[role];
    const none = actsInside(own, absent)[role];
    for (const [index, act] of foreign.entries()) {
      const [seen, missing] = [await ask(role, act), await ask(role, none[index] ?? act)];
      expect([act.path, seen.status >= 400, seen.status, seen.body]).toEqual([
        act.path,
        true,
        missing.status,
        missing.body,
      ]);
    }
  });

  it('is nothing, in the whole lists of the API', async () => {
    const marks = foreignMarks();
    const whole = ownRoutes(world.reading.served, role).filter(
      ({ address, route }) => /^\/api\/v1\/[^:]+$/.test(address) && route.action === 'list',
    );
    expect(whole.length).toBeGreaterThan(3);
    for (const { address } of whole) {
      const { status, body, text } = await ask(role, { method: 'GET', path: address });
      expect([address, status, marks.filter((mark) => text.includes(mark))]).toEqual([address, 200, []]);
      expect([address, body]).not.toEqual([address, expect.objectContaining({ items: [] })]);
    }
  });

  it('is nothing, in the lists of the API that are narrowed to it', async () => {
    for (const act of narrowedLists(namedOf(world.foreign))[role]) {
      expect([act.path, await ask(role, act)]).toMatchObject([act.path, { status: 200, body: { items: [] } }]);
    }
  });

  it('is nothing, in the stories of its own objects, which tell neither addresses nor sessions', async () => {
    const marks = foreignMarks();
    const objects = ownObjects(world, role);
    expect(objects.length).toBeGreaterThan(1);
    for (const [kind, id] of objects) {
      const { status, items, text } = await storyOf(world, world.own.token[role], kind, id);
      expect([kind, id, status, marks.filter((mark) => text.includes(mark))]).toEqual([kind, id, 200, []]);
      const known = items.filter(
        ({ address, sessionId, traceId }) => address !== null || sessionId !== null || traceId,
      );
      expect([kind, id, known]).toEqual([kind, id, []]);
    }
  });

  it('is asked for by every operation that the party has', () => {
    const named = [...actsByBody(absent)[role], ...narrowedLists(absent)[role]].map(
      ({ method, path }) => `${method} ${path.slice('/api/v1'.length)}`,
    );
    const forgotten = ownRoutes(world.reading.served, role)
      .filter(({ address }) => address.startsWith('/api/v1/') && !isOfOneRow(address))
      .filter(({ route }) => route.action !== 'list')
      .map(({ route: { method, path } }) => `${method} ${path}`)
      .filter((name) => !ofNoRow.includes(name) && !named.some((one) => isLike(one, name)));
    expect(forgotten).toEqual([]);
  });

  /** A filter for each column, with what stands in a row of the other side. */
  async function filtersFor(name: string): Promise<Record<string, unknown>[]> {
    const [row] = world.foreign.rows.get(name) ?? [];
    const columns = await world.reading.columns(name, world.own.token[role], 'filter');
    const filters = columns.flatMap((column) => {
      const value = row?.[column];
      return value === undefined || value === null || value === '' || Array.isArray(value) ? [] : [{ [column]: value }];
    });
    const searches = row ? textsOf(row).map((text) => ({ q: text.slice(0, 100) })) : [];
    const first = searches[0] && (await isSearched(name, searches[0])) ? searches : [];
    return [...filters, ...first];
  }

  async function isSearched(name: string, filter: object): Promise<boolean> {
    const query = `filter=${encodeURIComponent(JSON.stringify(filter))}`;
    return (await ask(role, { method: 'GET', path: `/api/console/${name}?${query}` })).status === 200;
  }
});

/** Findings belong to a role (审计发现归口): staff who see their own see nothing of another role's. */
const findingOwners = [...new Set(Object.values(auditOwners))].filter(
  (role) => ruleFor('finding', 'list')?.roles[role] === 'own',
);
describe.each(findingOwners)('what a %s sees of the findings of another role', (role) => {
  const other = role === 'operator' ? 'tax-officer' : 'operator';
  let token = '';
  const newFinding = async (owner: string): Promise<number> => {
    const insert = `INSERT INTO continuity.findings (audit, kind, owner, state, first_seen_at, last_seen_at, differences)
         VALUES ('books', $1, $2, 'open', now(), now(), 3) RETURNING id`;
    const db = databaseOf(world.app.strapi);
    const [row] = await world.ours(() => db.query<{ id: number }>(insert, [`of-${owner}-seen-by-${role}`, owner]));
    return row?.id ?? 0;
  };
  const seen = async (method: 'get' | 'post', path: string, body?: object) => {
    const request = world.app.http[method](path).auth(token, { type: 'bearer' });
    const { status, body: answer } = await (body ? request.send(body) : request);
    return { status, body: { ...(answer as object), traceId: '' } };
  };
  beforeAll(async () => {
    token = await world.app.token(role);
  });

  it('is nothing in list, count and filters, and to the letter not there in detail and operations', async () => {
    const [own, foreign] = [await newFinding(role), await newFinding(other)];
    const filters = [{}, { owner: other }, { id: foreign }, { kind: `of-${other}-seen-by-${role}` }];
    for (const filter of filters) {
      const { rows, total } = await world.reading.list('findings', token, { filter });
      expect([filter, total, rows.filter(({ owner }) => owner !== role)]).toEqual([filter, rows.length, []]);
    }
    expect(ids((await world.reading.list('findings', token)).rows)).toContain(String(own));
    for (const path of [
      '/api/console/findings/:id',
      '/api/v1/findings/:id/acknowledge',
      '/api/v1/findings/:id/resolve',
    ]) {
      const method = path.startsWith('/api/console') ? 'get' : 'post';
      const body = path.endsWith('resolve') ? { reason: '核对无误' } : undefined;
      const ask = (id: number) => seen(method, path.replace(':id', String(id)), body);
      expect([path, await ask(foreign)]).toEqual([path, { ...(await ask(999_999_999)), status: 404 }]);
    }
    expect((await seen('post', `/api/v1/findings/${own}/acknowledge`)).status).toBe(200);
  });
});

/** R9.5: a field that a role does not see is nowhere, in every list of the console × every role. */
describe('a field that a role does not see', () => {
  let looks: readonly Look[];
  beforeAll(async () => {
    looks = await everyLook(world);
  }, 240_000);

  it('stands in no row, sum, file, detail or answer of the API', () => {
    expect(looks.length).toBeGreaterThan(400);
    expect(looks.filter(({ status }) => status !== 200).map(({ path, status }) => [path, status])).toEqual([]);
    const found = looks.flatMap(({ role, resource, path, body, sums }) => {
      const names = new Set([...fieldsOf(body), ...sums]);
      return [...hiddenFields(role, resource)].filter((field) => names.has(field)).map((field) => [role, path, field]);
    });
    expect(found).toEqual([]);
  });

  it('stands there for those who see it', () => {
    const missing = fieldRules.filter(
      ({ resource, field, seenBy }) =>
        !looks.some((one) => one.resource === resource && seenBy.includes(one.role) && fieldsOf(one.body).has(field)),
    );
    expect(missing).toEqual([]);
  });

  it('is unknown to filter and order', async () => {
    const asked = await hiddenQuestions(world);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(({ status }) => status !== 400)).toEqual([]);
  }, 60_000);
});

counterpartCases(() => world);
queueCases(() => world);
blockerCases(() => world);
storyCases(() => world);
writeCases(() => world);

function summed(rows: readonly Row[], columns: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    columns.map((column) => [column, rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0)]),
  );
}

/** Whether an address that was asked is one of a pattern such as `POST /tasks/:id/cancel`. */
function isLike(asked: string, pattern: string): boolean {
  return new RegExp(`^${pattern.replace(/:\w+/g, '[^/?]+')}(\\?|$)`).test(asked);
}
