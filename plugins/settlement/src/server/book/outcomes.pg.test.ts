import { subAccounts, type SandboxCase } from '@linggong/channels';
import { accountOf, balances, trialBalance, verifyBooks } from '@linggong/ledger';
import { person, rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';

let world: SettlementWorld;
let serial = 5_000;
let task = 0;

beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());
beforeEach(async () => {
  world.clock.moveTo('2026-11-22T03:00:00Z');
  await world.another(0);
  await world.deposit(100_000_000n);
});

/** A batch that pays 10,000.00 to one person for each case, confirmed and released; gives its id. */
async function released(cases: readonly SandboxCase[], amount = '10000.00'): Promise<number> {
  task += 1;
  const people = cases.map((sandbox) => person((serial += 1), sandbox));
  await world.task(`TK-${task}`, await world.workers(people), 100_000_000n);
  const id = await world.quoted(people.map((one) => rowOf(one, `TK-${task}`, amount)));
  await world.settlement.confirm(world.as('enterprise'), id, 1);
  if ((await world.batch(id)).state === 'confirmed') {
    await world.settlement.release(world.as('finance-approver', 2), id);
  }
  return id;
}

/** The bank's own books and ours say the same of the enterprise's sub-account, and the books balance. */
async function booksAgree(): Promise<void> {
  const { number } = await world.db.one<{ number: string }>(
    'SELECT sub_account_number AS number FROM public.enterprise_accounts WHERE enterprise_id = $1',
    [world.enterpriseId],
  );
  const [bank] = await subAccounts(world.db, [number]);
  const [ours] = await balances(world.db, { accounts: [accountOf('bank', world.enterpriseId)] });
  expect(ours?.balanceFen).toBe(bank?.balanceFen);
  expect((await trialBalance(world.db, world.clock.now())).totals.balanceFen).toBe(0n);
  expect(await verifyBooks(world.db)).toEqual([]);
}

describe('the bank answers', () => {
  it('paid, refused and late: each order ends on its own, and the batch with the last', async () => {
    const id = await released(['settles', 'closed', 'delayed', 'wrong-name']);
    await world.drain();
    expect(await world.orderStates(id)).toEqual(['paid', 'failed', 'paying', 'failed']);
    expect((await world.batch(id)).state).toBe('paying');
    expect((await world.money()).heldFen).toBe(1_060_000n);
    await booksAgree();
    await world.drain('2026-11-22T06:00:00Z');
    expect(await world.orderStates(id)).toEqual(['paid', 'failed', 'paid', 'failed']);
    expect((await world.batch(id)).state).toBe('completed');
    expect(await world.money()).toEqual({ availableFen: 100_000_000n - 2_120_000n, heldFen: 0n });
    await booksAgree();
    const told = await world.db.query<{ action: string; before: object; after: object }>(
      `SELECT action, before, after FROM audit.published_entries
        WHERE subject_kind = 'settlement-batch' AND subject_id = $1 AND action LIKE 'order.%' ORDER BY action, count`,
      [String(id)],
    );
    const paid = { grossFen: '1000000', feeFen: '60000' };
    expect(told).toMatchObject([
      {
        action: 'order.fail',
        before: { orderState: ['paying'] },
        after: { orderState: 'failed', grossFen: '2000000' },
      },
      { action: 'order.pay', before: { orderState: ['paying'], ...paid }, after: { orderState: 'paid', ...paid } },
      { action: 'order.pay', before: { orderState: ['paying'], ...paid }, after: { orderState: 'paid', ...paid } },
    ]);
  });

  it('gives the reason of a refusal in plain words, and the work may be paid again', async () => {
    const id = await released(['closed']);
    await world.drain();
    const order = await world.db.one<{ code: string; text: string }>(
      'SELECT reason_code AS code, reason_text AS text FROM public.orders WHERE batch_id = $1',
      [id],
    );
    expect(order).toEqual({ code: 'AC04', text: '收款账户已销户' });
    const left = await world.db.query(
      `SELECT e.settled_fen AS settled, e.state, m.gross_fen AS month, t.state AS tax
         FROM public.orders o JOIN public.engagements e ON e.id = o.engagement_id JOIN public.tax_records t ON t.order_id = o.id
         JOIN settlement.worker_months m ON m.worker_id = o.worker_id WHERE o.batch_id = $1`,
      [id],
    );
    expect(left).toEqual([{ settled: 0n, state: 'accepted', month: 0n, tax: 'voided' }]);
  });

  it('and takes a payment back the next morning: ledger, taxes, acceptance and order are unwound', async () => {
    const id = await released(['returned', 'settles']);
    await world.drain();
    expect(await world.orderStates(id)).toEqual(['paid', 'paid']);
    expect((await world.batch(id)).state).toBe('completed');
    await world.drain('2026-11-23T03:00:00Z');
    expect(await world.orderStates(id)).toEqual(['returned', 'paid']);
    expect(await world.money()).toEqual({ availableFen: 100_000_000n - 1_060_000n, heldFen: 0n });
    const taxes = await world.db.query(
      `SELECT t.state FROM public.tax_records t JOIN public.orders o ON o.id = t.order_id WHERE o.batch_id = $1 ORDER BY o.row_no`,
      [id],
    );
    expect(taxes).toEqual([{ state: 'voided' }, { state: 'paid' }]);
    const counts = await world.db.one(
      `SELECT state, paid_count AS paid, returned_count AS returned FROM public.settlement_batches WHERE id = $1`,
      [id],
    );
    expect(counts).toEqual({ state: 'completed', paid: 1, returned: 1 });
    await booksAgree();
  });

  it('tells the other plugins once a chunk, and an answer heard twice books once', async () => {
    const id = await released(['settles', 'settles']);
    await world.drain();
    const events = await world.db.query<{ type: string; payload: { orderIds: number[] } }>(
      `SELECT type, payload FROM jobs.events WHERE key = $1 AND type = 'settlement.order.paid'`,
      [`batch-${id}`],
    );
    expect(events.map(({ payload }) => payload.orderIds.length)).toEqual([2]);
    const before = await world.money();
    const again = events.flatMap(({ payload }) => payload.orderIds);
    await world.db.transaction((tx) =>
      world.tools.jobs.emit(
        tx,
        { type: 'channels.payout.settled', key: 'again', payload: { channel: 'sandbox-bank', orderIds: again } },
        world.as('operator'),
      ),
    );
    await world.drain();
    expect(await world.money()).toEqual(before);
    await booksAgree();
  });
});

describe('the month of sending', () => {
  it('decides the tax: orders released after the end of the month are quoted again before they are sent', async () => {
    world.clock.moveTo('2026-11-30T15:50:00Z');
    const id = await released(['settles', 'settles'], '60000.00');
    await world.drain('2026-11-30T16:10:00Z');
    expect(await world.orderStates(id)).toEqual(['paid', 'paid']);
    const months = await world.db.query(
      `SELECT t.tax_month AS month, t.state, to_char(o.tax_day, 'YYYY-MM-DD') AS day FROM public.tax_records t
         JOIN public.orders o ON o.id = t.order_id WHERE o.batch_id = $1 ORDER BY o.id, t.id`,
      [id],
    );
    const both = [
      { month: '2026-11', state: 'voided', day: '2026-12-01' },
      { month: '2026-12', state: 'paid', day: '2026-12-01' },
    ];
    expect(months).toEqual([...both, ...both]);
    await booksAgree();
  });

  it('takes a file back that was prepared in time and did not leave', async () => {
    world.clock.moveTo('2026-11-30T15:58:00Z');
    const id = await released(['settles'], '60000.00');
    await world.settlement.pay(world.as('operator'), id);
    expect(await world.orderStates(id)).toEqual(['paying']);
    await world.drain('2026-11-30T16:01:00Z');
    expect(await world.orderStates(id)).toEqual(['paid']);
    const payouts = await world.db.query(
      `SELECT p.attempt, p.state FROM public.payouts p JOIN public.orders o ON o.id = p.order_id WHERE o.batch_id = $1 ORDER BY 1`,
      [id],
    );
    expect(payouts).toEqual([
      { attempt: 1, state: 'cancelled' },
      { attempt: 2, state: 'settled' },
    ]);
    await booksAgree();
  });
});

describe('a payment that its taxes eat up', () => {
  it('needs no bank: the worker gets nothing now, and owes the rest', async () => {
    task += 1;
    const one = person((serial += 1));
    const ids = await world.workers([one]);
    await world.task(`TK-${task}`, ids, 100_000_000n);
    const first = await world.quoted([rowOf(one, `TK-${task}`, '100900.00')]);
    await world.settlement.confirm(world.as('enterprise'), first, 1);
    await world.settlement.release(world.as('finance-approver', 2), first);
    await world.drain();
    const second = await world.quoted([rowOf(one, `TK-${task}`, '200.00')]);
    await world.settlement.confirm(world.as('enterprise'), second, 1);
    await world.drain();
    const [order] = await world.db.query<{ state: string; net: bigint; owed: bigint; payouts: number }>(
      `SELECT state, net_fen AS net, receivable_fen AS owed,
              (SELECT count(*)::int FROM public.payouts WHERE order_id = o.id) AS payouts
         FROM public.orders o WHERE batch_id = $1`,
      [second],
    );
    expect(order).toMatchObject({ state: 'paid', net: 0n, payouts: 0 });
    expect(order?.owed).toBeGreaterThan(0n);
    expect((await world.batch(second)).state).toBe('completed');
    const third = await world.quoted([rowOf(one, `TK-${task}`, '5000.00')]);
    await world.settlement.confirm(world.as('enterprise'), third, 1);
    await world.drain();
    const [collected] = await world.db.query<{ collected: bigint }>(
      'SELECT collected_fen AS collected FROM public.orders WHERE batch_id = $1',
      [third],
    );
    expect(collected?.collected).toBe(order?.owed);
    const [receivable] = await balances(world.db, { accounts: [accountOf('receivable', world.enterpriseId)] });
    expect(receivable?.balanceFen).toBe(0n);
    await booksAgree();
  });
});
