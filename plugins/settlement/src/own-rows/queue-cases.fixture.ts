import { roles, ruleFor, type Role } from '@linggong/config/access';
import { databaseOf } from '@linggong/core';
import { absent } from './acts.fixture';
import type { Row } from './reading.fixture';
import type { TwoSides } from './two-sides.fixture';

const isFilter = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !Array.isArray(value);
const ids = (rows: readonly Row[] = []): string[] => rows.map(({ id }) => String(id)).sort();

/** Roles that see of some list only what waits for them or was decided by them (待办). */
const reviewers = roles.filter((role) =>
  ['enterprise', 'task', 'real-name-check'].some((resource) => ruleFor(resource, 'list')?.roles[role] === 'queue'),
);

/** What a reviewer sees: what he decided, and nothing that another of his role did. */
export function queueCases(world: () => TwoSides): void {
  describe.each(reviewers)('what a %s sees of what another one decided', (role) => {
    let token = '';
    const names = (): string[] =>
      world()
        .reading.served.filter(({ address }) => /^\/api\/console\/[^/]+$/.test(address))
        .filter(({ route }) => route.action === 'list' && ruleFor(route.resource, 'list')?.roles[role] === 'queue')
        .map(({ address }) => address.slice('/api/console/'.length))
        .filter((name) => world().foreign.rows.has(name));
    const list = (name: string, query?: Readonly<Record<string, unknown>>) => world().reading.list(name, token, query);
    const foreignIn = (name: string, rows: readonly Row[]): string[] =>
      ids(rows).filter((id) => ids(world().foreign.rows.get(name)).includes(id));
    beforeAll(async () => {
      token = await world().app.token(role);
      await decide(world(), role);
    });

    it('is nothing in list, count, sums, export, filter, search and order', async () => {
      let seen = 0;
      for (const name of names()) {
        const { rows, total, text } = await list(name);
        seen += rows.length;
        expect([name, total, foreignIn(name, rows)]).toEqual([name, rows.length, []]);
        expect([name, (await list(`${name}/export`)).text]).toEqual([name, text]);
        for (const query of await queries(name)) {
          const found = await list(name, query);
          expect([name, query, found.total, foreignIn(name, found.rows)]).toEqual([name, query, found.rows.length, []]);
        }
      }
      expect(seen).toBeGreaterThan(0);
    });

    it('is to the letter not there in detail', async () => {
      for (const name of names()) {
        const detail = async (id: number | string) => {
          const answer = await world().app.http.get(`/api/console/${name}/${id}`).auth(token, { type: 'bearer' });
          const { traceId: _, ...body } = answer.body as Record<string, unknown>;
          return { status: answer.status, body };
        };
        const none = await detail(absent.id(name, 'enterprise'));
        expect([name, none.status]).toEqual([name, 404]);
        for (const { id } of world().foreign.rows.get(name) ?? [])
          expect([name, await detail(id)]).toEqual([name, none]);
        const [own] = (await list(name)).rows;
        // The companies of this world were never checked by a vendor, and checks of people are in nobody's queue.
        if (own) expect([name, (await detail(own.id)).status]).toEqual([name, 200]);
      }
    });

    /** A filter for each column with what stands in a row of another's, and each order. */
    async function queries(name: string): Promise<Readonly<Record<string, unknown>>[]> {
      const [row] = world().foreign.rows.get(name) ?? [];
      const filters = (await world().reading.columns(name, token, 'filter'))
        .filter((column) => isFilter(row?.[column]))
        .map((column) => ({ filter: { [column]: row?.[column] } }));
      const orders = (await world().reading.columns(name, token, 'sort')).map((column) => ({ sort: [column, 'DESC'] }));
      return [...filters, ...orders];
    }
  });
}

/** This reviewer decided what came with the own side, another account of his role what came with the foreign one. */
async function decide({ app, own, foreign, ours }: TwoSides, role: Role): Promise<void> {
  const db = databaseOf(app.strapi);
  const { id } = await db.one<{ id: number }>(
    'SELECT id FROM public.up_users WHERE account_role = $1 ORDER BY id LIMIT 1',
    [role],
  );
  await ours(async () => {
    for (const [side, account] of [
      [own, id],
      [foreign, 999_999],
    ] as const) {
      await db.query(
        `INSERT INTO parties.enterprise_steps (enterprise_id, action, to_state, actor, at)
         VALUES ($1, 'approve', 'approved', $2, now())`,
        [side.enterpriseId, `${role}#${account}`],
      );
      await db.query(
        `INSERT INTO tasks.reviews (task_id, account_id, action, at) SELECT id, $2, 'publish', now() FROM public.tasks WHERE enterprise_id = $1`,
        [side.enterpriseId, account],
      );
    }
  });
}
