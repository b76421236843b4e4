import { financeFigures, liveFigures, operationsFigures, ownMonths, regulatorFigures } from '../../api';
import { rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { financeFiguresOf } from './finance-figures';
import { liveFiguresOf } from './live-figures';
import { operationsFiguresOf } from './operations-figures';
import { ownMonthsOf } from './own-months';
import { regulatorFiguresOf } from './regulator-figures';

let world: SettlementWorld;
let batchId: number;
let workerIds: number[];

beforeAll(async () => {
  world = await settlementWorld();
  const made = await world.another(3);
  workerIds = made.workerIds;
  await world.deposit(50_000_000n);
  await world.task('TK-1', workerIds, 100_000_000n);
  batchId = await world.quoted(made.people.map((one) => rowOf(one, 'TK-1', '6000.00')));
  await world.settlement.confirm(world.as('enterprise'), batchId, 1);
  await world.drain();
}, 120_000);
afterAll(() => world.stop());

/** The same, counted in the rows. */
const paid = () =>
  world.db.one<{ count: number; netFen: bigint; grossFen: bigint; taxFen: bigint; feeFen: bigint }>(
    `SELECT count(*)::int AS count, sum(gross_fen)::bigint AS "grossFen", sum(fee_fen)::bigint AS "feeFen",
            sum(vat_fen + surcharge_fen + income_tax_fen)::bigint AS "taxFen", sum(net_fen)::bigint AS "netFen"
       FROM public.orders WHERE batch_id = $1 AND state = 'paid'`,
    [batchId],
  );

describe('figures of the boards (R13.1)', () => {
  it('tell the live board of today, by hour and by place, and of nobody by name', async () => {
    const told = liveFigures.parse(await liveFiguresOf(world.db, world.clock.now()));
    const rows = await paid();
    expect(rows.count).toBe(3);
    expect(told.paidToday).toEqual(rows);
    expect(told.paidThisMonth).toEqual(rows);
    expect(told.hours.reduce((sum, { count }) => sum + count, 0)).toBe(rows.count);
    expect(told.people.active).toBe(3);
    expect(told.places.reduce((sum, { enterprises }) => sum + enterprises, 0)).toBeLessThanOrEqual(told.enterprises);
    expect(
      JSON.stringify(told, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
    ).not.toMatch(new RegExp(world.enterpriseName));
  });

  it('tell the regulator of months and places, the same money in both, and refuse a period that is too long', async () => {
    const told = regulatorFigures.parse(await regulatorFiguresOf(world.db, { from: '2026-10', to: '2026-11' }));
    const rows = await paid();
    expect(told.months.map(({ month, netFen }) => [month, netFen])).toEqual([
      ['2026-10', 0n],
      ['2026-11', rows.netFen],
    ]);
    expect(told.places.reduce((sum, { netFen }) => sum + BigInt(netFen), 0n)).toBe(rows.netFen);
    await expect(regulatorFiguresOf(world.db, { from: '2026-11', to: '2026-10' })).rejects.toMatchObject({
      code: 'figures-period',
    });
    await expect(regulatorFiguresOf(world.db, { from: '2024-11', to: '2026-11' })).rejects.toMatchObject({
      code: 'figures-period',
    });
  });

  it('tell finance of money in and out today, what waits, and how a channel does', async () => {
    const told = financeFigures.parse(await financeFiguresOf(world.db, world.clock.now()));
    const rows = await paid();
    expect(told.depositsToday).toMatchObject({ count: 1, grossFen: 50_000_000n });
    expect(told.paidToday).toEqual(rows);
    expect(told.heldFen).toBe((await world.money()).heldFen);
    expect(told.months.at(-1)).toMatchObject({ month: '2026-11', netFen: rows.netFen });
    expect(told.channels).toEqual([{ channel: 'sandbox-bank', states: [{ state: 'settled', count: 3 }] }]);
    expect(told.unmatched).toEqual({ count: 0, amountFen: 0n, oldestOn: null });
  });

  it('tell operations who came and how far they got', async () => {
    const told = operationsFigures.parse(await operationsFiguresOf(world.db, world.clock.now()));
    expect(told.batches).toEqual([{ state: 'completed', count: 1 }]);
    expect(told.realNames).toEqual([{ state: 'verified', count: 3 }]);
  });

  it('tell an enterprise and a worker of their own months alone', async () => {
    const rows = await paid();
    const at = world.clock.now();
    const of = async (scope: Parameters<typeof ownMonthsOf>[1]) =>
      ownMonths.parse(await ownMonthsOf(world.db, scope, at)).months.at(-1);
    expect(await of({ kind: 'enterprise', enterpriseId: world.enterpriseId })).toEqual({ month: '2026-11', ...rows });
    expect(await of({ kind: 'enterprise', enterpriseId: 999_999 })).toMatchObject({ count: 0, netFen: 0n });
    expect(await of({ kind: 'worker', workerId: workerIds[0] ?? 0 })).toMatchObject({ count: 1 });
    expect(await of({ kind: 'account', accountId: 1 } as never)).toMatchObject({ count: 0 });
  });
});
