import { orderStates } from '../domain';
import { orderList } from './console-lists';
import { person, type Person } from './people.fixture';
import { rowOf, settlementWorld, type SettlementWorld } from './settlement.fixture';

let world: SettlementWorld;

beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());

/** A quoted batch on a task of its own. */
async function quoted(number: string, people: readonly Person[], amount: string): Promise<number> {
  await world.task(number, await world.workers(people), 900_000_000n);
  return world.quoted(people.map((one) => rowOf(one, number, amount)));
}

const numbersOf = async (where: string, values: readonly unknown[]): Promise<number[]> => {
  const rows = await world.db.query<{ id: number }>(
    `SELECT o.id FROM public.orders o WHERE ${where} ORDER BY o.id`,
    values,
  );
  return rows.map(({ id }) => id);
};

it('of orders: what an index knows of a state or a day leaves out none that has it', async () => {
  await world.deposit(900_000_000n);
  const left = await quoted('TK-O-1', [person(81_001), person(81_002)], '60000.00');
  await world.settlement.confirm(world.as('enterprise'), left, 1);
  const waiting = await quoted('TK-O-2', [person(81_003), person(81_004)], '60000.00');
  await world.settlement.confirm(world.as('enterprise'), waiting, 1);
  await world.settlement.cancel({ ...world.as('enterprise'), reason: '多录一人' }, left);
  const sent = await quoted('TK-O-3', [person(81_005), person(81_006, 'closed'), person(81_007, 'returned')], '60.00');
  await world.settlement.confirm(world.as('enterprise'), sent, 1);
  await world.drain('2026-11-30T15:59:00Z');
  await world.drain('2026-12-01T03:00:00Z');
  const { state, taxDay } = orderList.columns;
  const seen = new Set<string>();
  for (const one of orderStates) {
    const all = await numbersOf('o.state = $1', [one]);
    if (all.length > 0) seen.add(one);
    const implied = state?.implied?.[one] ?? 'true';
    expect([one, await numbersOf(`o.state = $1 AND ${implied}`, [one])]).toEqual([one, all]);
  }
  expect([...seen].sort()).toEqual(['cancelled', 'confirmed', 'failed', 'paid', 'returned']);
  const found: number[] = [];
  for (const day of ['2026-10-31', '2026-11-22', '2026-11-30', '2026-12-01', '2027-01-01'])
    for (const bound of ['=', '>=', '<='] as const) {
      const all = await numbersOf(`o.tax_day ${bound} $1::date`, [day]);
      const around = taxDay?.impliedByDay?.(bound) ?? 'no bound';
      expect(await numbersOf(`o.tax_day ${bound} $1::date AND ${around}`, [day])).toEqual(all);
      found.push(all.length);
    }
  expect(Math.max(...found)).toBe(3);
});
