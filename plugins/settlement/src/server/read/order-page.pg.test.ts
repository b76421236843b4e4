import { person, rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { orderPageOf } from './order-page';

let world: SettlementWorld;

beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());

/** An enterprise with `count` confirmed orders of one batch. */
async function ordersOf(count: number): Promise<number> {
  const people = Array.from({ length: count }, (_, index) => person(80_000 + world.enterpriseId * 100 + index));
  const task = `TK-P-${world.enterpriseId}`;
  await world.deposit(100_000_000n);
  await world.task(task, await world.workers(people), 100_000n);
  const id = await world.quoted(people.map((one) => rowOf(one, task, '60.00')));
  await world.settlement.confirm(world.as('enterprise'), id, 1);
  await world.tools.jobs.drain();
  return world.enterpriseId;
}

async function walked(scope: Parameters<typeof orderPageOf>[1], query: { enterpriseId?: number; month?: string }) {
  const pages: { number: string; name: string }[][] = [];
  let cursor: string | undefined;
  do {
    const page = await orderPageOf(world.db, scope, { ...query, limit: 2, ...(cursor !== undefined && { cursor }) });
    pages.push(page.items.map(({ number, enterpriseName }) => ({ number, name: enterpriseName })));
    cursor = page.nextCursor;
  } while (cursor !== undefined && pages.length < 10);
  return pages;
}

it('gives every order once, newest first, by pages whose rows alone are joined', async () => {
  world.clock.moveTo('2026-11-22T03:00:00Z');
  const mine = await ordersOf(5);
  await world.another(0);
  const theirs = await ordersOf(1);
  const expected = await world.db.query<{ number: string }>(
    'SELECT number FROM public.orders WHERE enterprise_id = $1 ORDER BY id DESC',
    [mine],
  );
  const pages = await walked({ kind: 'all' }, { enterpriseId: mine, month: '2026-11' });
  expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
  expect(pages.flat().map(({ number }) => number)).toEqual(expected.map(({ number }) => number));
  expect(new Set(pages.flat().map(({ name }) => name)).size).toBe(1);
  expect(await walked({ kind: 'enterprise', enterpriseId: theirs }, { month: '2026-11' })).toHaveLength(1);
  expect(await walked({ kind: 'enterprise', enterpriseId: theirs }, { enterpriseId: mine })).toEqual([[]]);
});
