import { pastReleases } from '../confirm/past-releases';
import { person, rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { pastOrdersSource } from './past-limits';

let world: SettlementWorld;
beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());

const period = { from: '2026-11-01', to: '2026-11-30' } as const;
const page = (after?: string, limit = 100) => pastOrdersSource.page(world.db, { ...period, after, limit });

interface Asked {
  readonly payment: {
    readonly amountFen: number;
    readonly used: readonly { subject: string; window: string; fen: number; count: number }[];
  };
}

it('asks past payments with what their confirmation reserved (R6.3, R13.1)', async () => {
  const { people, workerIds } = await world.another(2);
  await world.deposit(1_000_000_000n);
  await world.task('TK-PAST', workerIds, 90_000_000n);
  const confirm = async (amounts: readonly string[], remark: string): Promise<void> => {
    const rows = amounts.map((amount, n) => rowOf(people[n] ?? person(n), 'TK-PAST', amount, remark));
    const id = await world.upload(rows);
    await world.drain();
    await world.settlement.confirm(world.as('enterprise', 1), id, 1);
  };
  expect(await page()).toEqual([]);
  // An hour after midnight in Shanghai, later on the same day, and after the next midnight: all but the first on one day of UTC.
  world.clock.moveTo('2026-11-23T17:00:00Z');
  await confirm(['100.00', '250.00'], 'a');
  world.clock.moveTo('2026-11-24T05:00:00Z');
  await confirm(['300.00'], 'b');
  world.clock.moveTo('2026-11-24T17:00:00Z');
  await confirm(['400.00'], 'c');

  const items = await page();
  expect([items.length, await pastOrdersSource.count(world.db, period)]).toEqual([4, 4]);
  expect(await pastOrdersSource.count(world.db, { from: '2026-11-24', to: '2026-11-24' })).toBe(3);
  const used = (index: number, subject: string, window: string) => {
    const { payment } = items[index]?.input as unknown as Asked;
    const { fen, count } = payment.used.find((one) => one.subject === subject && one.window === window) ?? {};
    return [payment.amountFen, fen, count];
  };
  // The first batch reserves both of its payments at once: the other one stands beside each.
  expect(used(0, 'enterprise', 'day')).toEqual([10_000, 25_000, 1]);
  expect(used(1, 'enterprise', 'month')).toEqual([25_000, 10_000, 1]);
  expect(used(1, 'kind-of-work', 'year')).toEqual([25_000, 10_000, 1]);
  expect(used(0, 'worker', 'day')).toEqual([10_000, 0, 0]);
  expect(used(2, 'worker', 'day')).toEqual([30_000, 10_000, 1]);
  expect(used(2, 'enterprise', 'month')).toEqual([30_000, 35_000, 2]);
  // Another day: nothing of that day, all of the month.
  expect(used(3, 'worker', 'day')).toEqual([40_000, 0, 0]);
  expect(used(3, 'worker', 'month')).toEqual([40_000, 40_000, 2]);
  expect(items.map(({ decided, amountFen }) => [decided, amountFen])).toEqual([
    [{ verdict: 'within' }, 10_000],
    [{ verdict: 'within' }, 25_000],
    [{ verdict: 'within' }, 30_000],
    [{ verdict: 'within' }, 40_000],
  ]);
  expect(await page(items[0]?.cursor, 1)).toEqual(items.slice(1, 2));

  const releases = await pastReleases.page(world.db, { ...period, after: undefined, limit: 10 });
  expect(releases.map(({ input }) => (input as { step: string }).step)).toEqual(['release', 'release', 'release']);
  const [first, second, third] = releases.map(({ input }) => input as { amountFen: number; dayFen: number });
  expect(first?.amountFen).toBeGreaterThanOrEqual(35_000);
  expect([first?.dayFen, second?.dayFen, third?.dayFen]).toEqual([0, first?.amountFen, 0]);
});
