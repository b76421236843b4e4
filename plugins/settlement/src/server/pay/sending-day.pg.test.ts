import { verifyBooks } from '@linggong/ledger';
import { Killed, person, rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { CATCH_UP_JOB, PAY_JOB, SEND_JOB } from './pay-job';

let world: SettlementWorld;
let serial = 7_000;
/** True while the bank cannot be reached. */
let away = false;

beforeAll(async () => {
  world = await settlementWorld(undefined, (bank) => ({
    ...bank,
    enquire: (ids, at) => (away ? Promise.reject(new Killed('no connection')) : bank.enquire(ids, at)),
    submit: (file, at) => (away ? Promise.reject(new Killed('no connection')) : bank.submit(file, at)),
  }));
}, 120_000);
afterAll(() => world.stop());
beforeEach(() => void (away = false));

/** A batch of one order, confirmed and released by itself at an instant. */
async function released(at: string): Promise<number> {
  world.clock.moveTo(at);
  await world.another(0);
  await world.deposit(100_000_000n);
  const one = person((serial += 1));
  await world.task(`TK-S-${serial}`, await world.workers([one]), 100_000_000n);
  const id = await world.quoted([rowOf(one, `TK-S-${serial}`, '60000.00')]);
  await world.settlement.confirm(world.as('enterprise'), id, 1);
  return id;
}

interface TaxDays {
  readonly order: string;
  readonly record: string;
  readonly state: string;
  readonly net: bigint;
  readonly recordNet: bigint;
}

function taxDays(id: number): Promise<TaxDays[]> {
  return world.db.query<TaxDays>(
    `SELECT to_char(o.tax_day, 'YYYY-MM-DD') AS order, to_char(t.tax_day, 'YYYY-MM-DD') AS record, t.state, o.net_fen AS net,
            t.net_fen AS "recordNet"
       FROM public.orders o JOIN public.tax_records t ON t.order_id = o.id WHERE o.batch_id = $1 ORDER BY t.id`,
    [id],
  );
}

async function attempts(id: number): Promise<string[]> {
  const rows = await world.db.query<{ state: string }>(
    `SELECT p.state FROM public.payouts p JOIN public.orders o ON o.id = p.order_id WHERE o.batch_id = $1 ORDER BY p.attempt`,
    [id],
  );
  return rows.map(({ state }) => state);
}

describe('the tax day is the Shanghai day of sending (design 4, R5.6)', () => {
  it('a file prepared before midnight and sent after it carries the day on which it left, and no other figure', async () => {
    const id = await released('2026-11-23T15:58:00Z');
    await world.settlement.pay(world.as('operator'), id);
    const [before] = await taxDays(id);
    expect(before).toMatchObject({ order: '2026-11-23', record: '2026-11-23', state: 'reserved' });
    await world.drain('2026-11-23T16:01:00Z');
    expect(await taxDays(id)).toEqual([{ ...before, order: '2026-11-24', record: '2026-11-24', state: 'paid' }]);
    expect(await attempts(id)).toEqual(['settled']);
  });

  it('a batch released some days after it was confirmed is taxed on the day of the release', async () => {
    const id = await released('2026-11-20T03:00:00Z');
    await world.drain('2026-11-24T03:00:00Z');
    expect(await taxDays(id)).toMatchObject([{ order: '2026-11-24', record: '2026-11-24', state: 'paid' }]);
  });

  it('sending a file again does not move the day of its first hand-over', async () => {
    const id = await released('2026-11-23T15:50:00Z');
    await world.drain('2026-11-23T15:58:00Z');
    await world.tools.channels.resend(world.as('operator'));
    await world.drain('2026-11-23T16:30:00Z');
    expect(await taxDays(id)).toMatchObject([{ order: '2026-11-23', record: '2026-11-23', state: 'paid' }]);
  });

  it('the database keeps the month of a record, and the day of a final one', async () => {
    const id = await released('2026-11-23T03:00:00Z');
    const move = (day: string) =>
      world.db.query(
        `UPDATE public.tax_records SET tax_day = $2::date WHERE order_id IN (SELECT id FROM public.orders WHERE batch_id = $1)`,
        [id, day],
      );
    await expect(move('2026-12-01')).rejects.toThrow('never changed');
    await world.drain();
    await expect(move('2026-11-24')).rejects.toThrow('never changed');
  });
});

describe('the hard facts at the moment of sending (R5.5)', () => {
  const suspend = (id: number) =>
    world.db.query(
      `UPDATE public.workers SET state = 'suspended' WHERE id IN (SELECT worker_id FROM public.orders WHERE batch_id = $1)`,
      [id],
    );
  const failedAndFreed = async (id: number, code: string) => {
    const [order] = await world.db.query(
      'SELECT state, reason_code AS code, sent_at AS sent FROM public.orders WHERE batch_id = $1',
      [id],
    );
    expect(order).toEqual({ state: 'failed', code, sent: null });
    expect(await world.money()).toEqual({ availableFen: 100_000_000n, heldFen: 0n });
    expect((await world.batch(id)).state).toBe('completed');
    expect(await taxDays(id)).toMatchObject([{ state: 'voided' }]);
    expect(await verifyBooks(world.db)).toEqual([]);
  };

  it('a worker suspended after the release is not paid: the order fails, its money is free', async () => {
    const id = await released('2026-11-24T02:00:00Z');
    await suspend(id);
    await world.drain();
    expect(await attempts(id)).toEqual([]);
    await failedAndFreed(id, 'worker-inactive');
  });

  it('nor one who is suspended while his file waits for a bank that is away', async () => {
    const id = await released('2026-11-24T02:00:00Z');
    away = true;
    await world.tools.jobs.drain();
    expect(await attempts(id)).toEqual(['prepared']);
    await suspend(id);
    away = false;
    world.clock.moveTo('2026-11-24T04:00:00Z');
    await world.tools.jobs.tick(CATCH_UP_JOB);
    await world.drain();
    expect(await attempts(id)).toEqual(['cancelled']);
    await failedAndFreed(id, 'worker-inactive');
  });

  it('nor anybody of an enterprise that is suspended, nor a card that was replaced', async () => {
    const first = await released('2026-11-24T02:00:00Z');
    await world.db.query(`UPDATE public.enterprises SET state = 'suspended' WHERE id = $1`, [world.enterpriseId]);
    await world.drain();
    await failedAndFreed(first, 'enterprise-inactive');
    const second = await released('2026-11-24T02:00:00Z');
    await world.db.query(
      `UPDATE public.bank_cards SET state = 'replaced', replaced_at = now()
        WHERE id IN (SELECT bank_card_id FROM public.orders WHERE batch_id = $1)`,
      [second],
    );
    await world.drain();
    await failedAndFreed(second, 'card-unverified');
  });
});

describe('a bank that is away', () => {
  it('gets nothing handed over, so that a month that ends meanwhile is quoted anew', async () => {
    const id = await released('2026-11-30T15:50:00Z');
    away = true;
    await world.tools.jobs.drain();
    expect([await world.orderStates(id), await attempts(id)]).toEqual([['paying'], ['prepared']]);
    away = false;
    world.clock.moveTo('2026-11-30T16:10:00Z');
    await world.tools.jobs.tick(CATCH_UP_JOB);
    await world.drain();
    expect(await world.orderStates(id)).toEqual(['paid']);
    expect(await attempts(id)).toEqual(['cancelled', 'settled']);
    expect(await taxDays(id)).toMatchObject([
      { order: '2026-12-01', record: '2026-11-30', state: 'voided' },
      { order: '2026-12-01', record: '2026-12-01', state: 'paid' },
    ]);
    expect(await verifyBooks(world.db)).toEqual([]);
  });

  it('longer than a job tries is asked again by the schedule, once', async () => {
    const id = await released('2026-11-24T02:00:00Z');
    away = true;
    await world.tools.jobs.drain();
    const runs = (name: string) =>
      world.db.query<{ state: string }>(
        `SELECT state FROM jobs.runs WHERE name = $1 AND (payload ->> 'batchId')::int = $2 ORDER BY serial`,
        [name, id],
      );
    expect(await runs(SEND_JOB)).toEqual([{ state: 'failed' }]);
    await world.tools.jobs.tick(CATCH_UP_JOB);
    expect(await runs(SEND_JOB)).toHaveLength(1);
    away = false;
    world.clock.moveTo('2026-11-24T03:00:00Z');
    await world.tools.jobs.tick(CATCH_UP_JOB);
    await world.tools.jobs.tick(CATCH_UP_JOB);
    expect(await runs(SEND_JOB)).toEqual([{ state: 'failed' }, { state: 'waiting' }]);
    await world.drain();
    expect(await world.orderStates(id)).toEqual(['paid']);
    // What waited that long was taken back, looked at once more, and sent as a new file.
    expect(await attempts(id)).toEqual(['cancelled', 'settled']);
    expect(await runs(SEND_JOB)).toHaveLength(3);
    await world.tools.jobs.tick(CATCH_UP_JOB);
    expect(await runs(SEND_JOB)).toHaveLength(3);
  });

  it('and a released batch whose job of paying was lost is taken up as well', async () => {
    const id = await released('2026-11-24T02:00:00Z');
    const lost = await world.db.query(
      `WITH lost AS (UPDATE jobs.runs SET state = 'failed', finished_at = $2::timestamptz
                      WHERE name = $3 AND (payload ->> 'batchId')::int = $1 RETURNING id)
       DELETE FROM jobs.outbox WHERE run_id IN (SELECT id FROM lost) RETURNING 1`,
      [id, world.clock.now(), PAY_JOB],
    );
    expect(lost).toHaveLength(1);
    world.clock.moveTo('2026-11-24T02:20:00Z');
    await world.tools.jobs.tick(CATCH_UP_JOB);
    await world.drain();
    expect(await world.orderStates(id)).toEqual(['paid']);
  });
});
