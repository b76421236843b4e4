import { trialBalance } from '@linggong/ledger';
import { person, rowOf, settlementWorld, type SettlementWorld } from './settlement.fixture';

let world: SettlementWorld;

beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());

interface BatchState {
  state: string;
  ready: number;
  blocked: number;
  version: number;
  grossFen: bigint;
  netFen: bigint;
}

const batchState = (id: number): Promise<BatchState> =>
  world.db.one<BatchState>(
    `SELECT state, ready_count AS ready, blocked_count AS blocked, quote_version AS version, gross_fen AS "grossFen",
            net_fen AS "netFen" FROM public.settlement_batches WHERE id = $1`,
    [id],
  );

describe('the main job', () => {
  it('runs from a sheet to paid workers, reserved taxes and balanced books', async () => {
    const people = Array.from({ length: 20 }, (_, serial) => person(serial));
    const workerIds = await world.workers(people);
    await world.task('TK-1', workerIds, 1_500_000n);
    await world.deposit(100_000_000n);
    const id = await world.upload(people.map((one) => rowOf(one, 'TK-1', '12000.00')));
    await world.drain();
    expect(await world.db.query("SELECT row_no, codes FROM settlement.lines WHERE codes <> '{}'")).toEqual([]);
    expect(await batchState(id)).toMatchObject({
      state: 'quoted',
      ready: 20,
      blocked: 0,
      version: 1,
      grossFen: 24_000_000n,
    });
    const confirmed = await world.settlement.confirm(world.as('enterprise'), id, 1);
    expect(confirmed).toEqual({ orders: 20, rule: 'finance-approver' });
    await world.settlement.release(world.as('finance-approver', 2), id);
    await world.drain();
    const orders = await world.db.query(
      'SELECT state, count(*)::int AS n FROM public.orders WHERE batch_id = $1 GROUP BY 1',
      [id],
    );
    expect(orders).toEqual([{ state: 'paid', n: 20 }]);
    expect((await batchState(id)).state).toBe('completed');
    const balance = await trialBalance(world.db, world.clock.now());
    expect(balance.totals.balanceFen).toBe(0n);
  }, 120_000);
});
