import { checkTallies, foldTallies, tallySum, tallySums } from '@linggong/core';
import { rowOf, settlementWorld, type SettlementWorld } from './settlement.fixture';

let world: SettlementWorld;

beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());

/** Tallies of settlement, parties and tasks that are not what their rows come to. */
const wrong = async () => (await checkTallies(world.db, 5)).filter(({ differing }) => differing > 0n);

const states = async (tally: string) =>
  Object.fromEntries(
    (await tallySums(world.db, 'part', { tally, enterpriseId: world.enterpriseId })).map(({ key, count }) => [
      key,
      count,
    ]),
  );

describe('tallies of orders (R13.1)', () => {
  it('see every way that orders go: confirmed, sent, paid, returned, failed, cancelled, cleared', async () => {
    const { people, workerIds } = await world.another(4);
    await world.deposit(50_000_000n);
    await world.task('TK-1', workerIds, 100_000_000n);
    const sheet = people.map((one) => rowOf(one, 'TK-1', '6000.00'));
    const given = await world.quoted(sheet.slice(0, 1));
    const id = await world.quoted(sheet);
    expect(await states('batches')).toEqual({ quoted: 2 });
    await world.settlement.confirm(world.as('enterprise'), id, 1);
    expect(await states('orders')).toEqual({ confirmed: 4 });
    expect(await wrong()).toEqual([]);
    await world.drain();
    const seen = await states('orders');
    expect(Object.values(seen).reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(seen).toHaveProperty('paid');
    expect(await wrong()).toEqual([]);
    await world.settlement.cancel(world.as('enterprise'), given);
    await world.db.query('UPDATE public.orders SET payee_account_masked = NULL, remark = NULL WHERE batch_id = $1', [
      id,
    ]);
    expect(await wrong()).toEqual([]);
    await foldTallies(world.db);
    expect(await states('orders')).toEqual(seen);
    const paid = await tallySum(world.db, { tally: 'orders', parts: ['paid'], enterpriseId: world.enterpriseId });
    const kept = await world.db.one(
      `SELECT count(*)::int AS count, sum(gross_fen)::bigint AS "grossFen", sum(fee_fen)::bigint AS "feeFen",
              sum(vat_fen + surcharge_fen + income_tax_fen)::bigint AS "taxFen", sum(net_fen)::bigint AS "netFen"
         FROM public.orders WHERE batch_id = $1 AND state = 'paid'`,
      [id],
    );
    expect(paid).toEqual(kept);
    // What was paid by hour and by tax month is the same money.
    expect(await tallySum(world.db, { tally: 'order-months', enterpriseId: world.enterpriseId })).toEqual(paid);
    expect((await tallySum(world.db, { tally: 'order-hours' })).netFen).toBe(paid.netFen);
    expect(await checkTallies(world.db, 5)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ tally: 'real-names', differing: 0n }),
        expect.objectContaining({ tally: 'tasks' }),
      ]),
    );
  });
});
