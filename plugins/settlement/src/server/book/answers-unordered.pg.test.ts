import { subAccounts } from '@linggong/channels';
import { accountOf, balances, verifyBooks } from '@linggong/ledger';
import { CATCH_UP_JOB } from '../pay/pay-job';
import { person, rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';

let world: SettlementWorld;
let serial = 8_000;

beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());
beforeEach(async () => {
  world.clock.moveTo('2026-11-22T03:00:00Z');
  await world.another(0);
  await world.deposit(100_000_000n);
});

/** A batch whose first payment settles and comes back the next day, and whose second settles; sent, with no answer heard. */
async function sent(): Promise<number> {
  const people = [person((serial += 1), 'returned'), person((serial += 1))];
  await world.task(`TK-U-${serial}`, await world.workers(people), 100_000_000n);
  const id = await world.quoted(people.map((one) => rowOf(one, `TK-U-${serial}`, '10000.00')));
  await world.settlement.confirm(world.as('enterprise'), id, 1);
  await world.tools.jobs.drain();
  expect(await world.orderStates(id)).toEqual(['paying', 'paying']);
  return id;
}

/** Collects what the bank says until an instant; nobody hears of it yet. */
async function told(at: string): Promise<void> {
  world.clock.moveTo(at);
  await world.tools.channels.collect(world.as('operator'));
}

/** As a failed try does: a delivery waits, the others overtake it. */
async function postpone(hearer: string, until: string): Promise<void> {
  const waiting = await world.db.query(
    'UPDATE jobs.outbox SET due_at = $2::timestamptz WHERE hearer = $1 AND failed_at IS NULL RETURNING 1',
    [hearer, until],
  );
  expect(waiting.length).toBeGreaterThan(0);
}

/** As a delivery that is out of tries: nobody hears of it any more. */
async function lose(hearer: string): Promise<void> {
  const lost = await world.db.query(
    'UPDATE jobs.outbox SET failed_at = $2::timestamptz WHERE hearer = $1 AND failed_at IS NULL RETURNING 1',
    [hearer, world.clock.now()],
  );
  expect(lost.length).toBeGreaterThan(0);
}

async function oneReturnedOnePaid(id: number): Promise<void> {
  expect(await world.orderStates(id)).toEqual(['returned', 'paid']);
  expect(await world.money()).toEqual({ availableFen: 100_000_000n - 1_060_000n, heldFen: 0n });
  const counts = await world.db.one(
    'SELECT state, paid_count AS paid, returned_count AS returned FROM public.settlement_batches WHERE id = $1',
    [id],
  );
  expect(counts).toEqual({ state: 'completed', paid: 1, returned: 1 });
  const taxes = await world.db.query<{ state: string }>(
    'SELECT t.state FROM public.tax_records t JOIN public.orders o ON o.id = t.order_id WHERE o.batch_id = $1 ORDER BY o.row_no',
    [id],
  );
  expect(taxes.map(({ state }) => state)).toEqual(['voided', 'paid']);
  const { number } = await world.db.one<{ number: string }>(
    'SELECT sub_account_number AS number FROM public.enterprise_accounts WHERE enterprise_id = $1',
    [world.enterpriseId],
  );
  const [bank] = await subAccounts(world.db, [number]);
  const [ours] = await balances(world.db, { accounts: [accountOf('bank', world.enterpriseId)] });
  expect(ours?.balanceFen).toBe(bank?.balanceFen);
  expect(await verifyBooks(world.db)).toEqual([]);
}

describe('events have no order (R5.5, 退汇)', () => {
  it('settled, then returned', async () => {
    const id = await sent();
    await told('2026-11-22T04:00:00Z');
    await world.tools.jobs.drain();
    expect(await world.orderStates(id)).toEqual(['paid', 'paid']);
    await told('2026-11-23T03:00:00Z');
    await world.tools.jobs.drain();
    await oneReturnedOnePaid(id);
  });

  it('returned, while settled waits for its retry: paid and unwound at once, and the late event changes nothing', async () => {
    const id = await sent();
    await told('2026-11-22T04:00:00Z');
    await postpone('settlement.book-paid', '2026-11-23T05:00:00Z');
    await told('2026-11-23T03:00:00Z');
    await world.tools.jobs.drain();
    expect(await world.orderStates(id)).toEqual(['returned', 'paying']);
    world.clock.moveTo('2026-11-23T05:00:00Z');
    await world.tools.jobs.drain();
    await oneReturnedOnePaid(id);
  });

  it('settled, heard when the payment has come back already', async () => {
    const id = await sent();
    await told('2026-11-22T04:00:00Z');
    await told('2026-11-23T03:00:00Z');
    await postpone('settlement.book-returned', '2026-11-23T05:00:00Z');
    await world.tools.jobs.drain();
    await oneReturnedOnePaid(id);
    world.clock.moveTo('2026-11-23T05:00:00Z');
    await world.tools.jobs.drain();
    await oneReturnedOnePaid(id);
  });

  it('books the return with the time at which it happened at the bank', async () => {
    const id = await sent();
    await told('2026-11-23T03:00:00Z');
    await world.tools.jobs.drain();
    await oneReturnedOnePaid(id);
    const [reversal] = await world.db.query<{ at: Date }>(
      `SELECT t.occurred_at AS at FROM ledger.transactions t JOIN public.orders o ON t.reverses_key = 'order-paid:' || o.id
        WHERE o.batch_id = $1`,
      [id],
    );
    expect(reversal?.at).toEqual(new Date('2026-11-23T02:00:00Z'));
  });
});

describe('what nobody heard is found by the schedule', () => {
  it('a settlement', async () => {
    const id = await sent();
    await told('2026-11-22T04:00:00Z');
    await lose('settlement.book-paid');
    await world.tools.jobs.tick(CATCH_UP_JOB);
    await world.tools.jobs.drain();
    expect(await world.orderStates(id)).toEqual(['paid', 'paid']);
    await told('2026-11-23T03:00:00Z');
    await world.tools.jobs.drain();
    await oneReturnedOnePaid(id);
  });

  it('a return, long after its batch was completed', async () => {
    const id = await sent();
    await told('2026-11-22T04:00:00Z');
    await world.tools.jobs.drain();
    await told('2026-11-23T03:00:00Z');
    await lose('settlement.book-returned');
    await world.tools.jobs.drain();
    expect(await world.orderStates(id)).toEqual(['paid', 'paid']);
    await world.tools.jobs.tick(CATCH_UP_JOB);
    await oneReturnedOnePaid(id);
    await world.tools.jobs.tick(CATCH_UP_JOB);
    await oneReturnedOnePaid(id);
  });

  it('but not what was said a moment ago: its events are on their way', async () => {
    const id = await sent();
    await told('2026-11-22T03:05:00Z');
    await world.tools.jobs.tick(CATCH_UP_JOB);
    expect(await world.orderStates(id)).toEqual(['paying', 'paying']);
    await world.tools.jobs.drain();
    expect(await world.orderStates(id)).toEqual(['paid', 'paid']);
  });
});
