import { createDatabase } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import type { Person } from '../people.fixture';
import { readBatch } from '../batch-rows';
import { enterpriseFacts } from '../ports/enterprises';
import { rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { insertOrders } from './insert-orders';
import { reserveOrders } from './reserve-orders';

let world: SettlementWorld;
let workerIds: number[];
let people: Person[];
let task = 0;

beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());
beforeEach(async () => {
  world.clock.moveTo('2026-11-22T03:00:00Z');
  ({ people, workerIds } = await world.another(10));
  await world.deposit(50_000_000n);
});

/** What is counted against the people and the enterprise of this test. */
const reserved = () =>
  world.db.one(
    `SELECT (SELECT sum(settled_fen)::bigint FROM public.engagements WHERE enterprise_id = $1) AS settled,
            (SELECT sum(gross_fen)::bigint FROM settlement.worker_months WHERE worker_id = ANY ($2::int[])) AS months,
            (SELECT count(*)::int FROM public.tax_records WHERE enterprise_id = $1 AND state = 'reserved') AS taxes,
            (SELECT count(*)::int FROM public.orders o JOIN public.tax_records t ON t.order_id = o.id
              WHERE o.enterprise_id = $1 AND o.net_fen <> t.net_fen) AS differs`,
    [world.enterpriseId, workerIds],
  );

/** A fresh task with everybody accepted, and a sheet that pays each of `count` people. */
async function sheet(count: number, amount: string): Promise<string[][]> {
  task += 1;
  await world.task(`TK-${task}`, workerIds, 100_000_000n);
  return people.slice(0, count).map((one) => rowOf(one, `TK-${task}`, amount));
}

async function refusal(work: Promise<unknown>): Promise<Problem> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Problem) return error;
  throw error instanceof Error ? error : new Error('nothing was refused');
}

const confirm = (id: number, version: number, account = 1) =>
  world.settlement.confirm(world.as('enterprise', account), id, version);

describe('a confirmation', () => {
  it('holds gross and fee, makes orders, and counts acceptances, months and taxes', async () => {
    const id = await world.quoted(await sheet(2, '60000.00'));
    expect(await confirm(id, 1)).toEqual({ orders: 2, rule: 'finance-approver' });
    expect(await world.money()).toEqual({ availableFen: 50_000_000n - 12_720_000n, heldFen: 12_720_000n });
    expect(await reserved()).toEqual({ settled: 12_000_000n, months: 12_000_000n, taxes: 2, differs: 0 });
  });

  it('taxes in chunks that may part a worker, and comes to the same', async () => {
    const id = await world.quoted([...(await sheet(3, '6000.00')), ...(await sheet(3, '7000.00'))]);
    const [batch, facts] = [await readBatch(world.db, id), await enterpriseFacts(world.db, world.enterpriseId)];
    if (facts === undefined) throw new Error('the enterprise is missing');
    await world.db.transaction(async (tx) => {
      const command = world.as('enterprise');
      expect(await insertOrders(tx, command, batch, facts)).toBe(6);
      await reserveOrders(tx, command, batch, '2026-11-22', 1);
    });
    expect(await reserved()).toMatchObject({ settled: 3_900_000n, taxes: 6, differs: 0 });
  });

  it('of a small batch is released by rule and paid without anybody', async () => {
    const id = await world.quoted(await sheet(2, '100.00'));
    expect(await confirm(id, 1)).toEqual({ orders: 2, rule: 'automatic' });
    await world.drain();
    expect(await world.orderStates(id)).toEqual(['paid', 'paid']);
  });

  it('is released by rule until the small batches of the day come to the amount together', async () => {
    const amounts = ['60000.00', '30000.00', '4000.00', '500.00'];
    const rules: string[] = [];
    for (const amount of amounts) {
      const id = await world.quoted(await sheet(1, amount));
      rules.push((await confirm(id, 1)).rule);
    }
    // 63,600 and 31,800 with the fee; 4,240 more is 99,640, and 530 more is above 100,000.
    expect(rules).toEqual(['automatic', 'automatic', 'automatic', 'finance-approver']);
    world.clock.moveTo('2026-11-22T16:00:00Z');
    expect((await confirm(await world.quoted(await sheet(1, '500.00')), 1)).rule).toBe('automatic');
  });

  it('counts another that is made at the same time', async () => {
    const ids = [await world.quoted(await sheet(1, '90000.00')), await world.quoted(await sheet(1, '90000.01'))];
    const made = await Promise.all(ids.map((id) => confirm(id, 1).catch(() => confirm(id, 2))));
    expect(made.map(({ rule }) => rule).sort()).toEqual(['automatic', 'finance-approver']);
  });

  it('of which a hundred come at once: one wins, the others are told so', async () => {
    const id = await world.quoted(await sheet(5, '30000.00'));
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => confirm(id, 1)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Problem] : []));
    expect(new Set(reasons.map(({ status, code }) => `${status} ${code}`))).toEqual(
      new Set(['409 illegal-transition']),
    );
    expect(await world.orderStates(id)).toHaveLength(5);
    expect((await world.money()).heldFen).toBe(15_900_000n);
  });

  it('of another version is refused and told the current one', async () => {
    const id = await world.quoted(await sheet(1, '100.00'));
    expect(await refusal(confirm(id, 2))).toMatchObject({
      status: 409,
      code: 'quote-stale',
      extra: { quoteVersion: 1 },
    });
  });

  it('after the quote has ended is refused, and checking again gives a new one', async () => {
    const id = await world.quoted(await sheet(1, '100.00'));
    world.clock.moveTo('2026-11-23T03:00:00Z');
    expect((await refusal(confirm(id, 1))).code).toBe('quote-expired');
    expect(await world.settlement.expireQuotes(world.as('operator'))).toBeGreaterThan(0);
    expect((await world.batch(id)).state).toBe('expired');
    await world.settlement.recheck(world.as('enterprise'), id, {});
    await world.drain();
    expect(await world.batch(id)).toMatchObject({ state: 'quoted', version: 2, ready: 1 });
    expect(await confirm(id, 2)).toMatchObject({ orders: 1 });
  });

  it('beyond the deposit is refused with what is missing, and possible after paying in', async () => {
    const id = await world.quoted(await sheet(10, '50000.00'));
    expect(await refusal(confirm(id, 1))).toMatchObject({
      code: 'deposit-insufficient',
      extra: { neededFen: 53_000_000, availableFen: 50_000_000 },
    });
    expect(await world.orderStates(id)).toEqual([]);
    await world.deposit(3_000_000n);
    expect(await confirm(id, 1)).toMatchObject({ orders: 10 });
  });
});

describe('a quote made stale', () => {
  it('by the taxes of another batch answers 409 with the new quote, which then holds', async () => {
    const first = await world.quoted(await sheet(3, '40000.00'));
    const second = await world.quoted(await sheet(3, '40000.00'));
    const before = await world.batch(second);
    await confirm(first, 1);
    const fault = await refusal(confirm(second, 1));
    const after = await world.batch(second);
    expect(after.taxFen).toBeGreaterThan(before.taxFen);
    expect(fault).toMatchObject({
      status: 409,
      code: 'quote-stale',
      extra: { quoteVersion: 2, cause: 'taxes', quote: { ready: 3, netFen: Number(after.netFen) } },
    });
    expect(await confirm(second, 2)).toMatchObject({ orders: 3 });
  });

  it('by a worker who is suspended, a card that is given up, or a contract that ends: only those lines fall', async () => {
    const id = await world.quoted(await sheet(5, '1000.00'));
    await world.db.query(`UPDATE public.workers SET state = 'suspended' WHERE id = $1`, [workerIds[0]]);
    await world.db.query(`UPDATE public.bank_cards SET state = 'replaced', replaced_at = now() WHERE worker_id = $1`, [
      workerIds[1],
    ]);
    await world.db.query(
      `UPDATE public.contracts SET state = 'revoked', revoked_at = '2026-11-01' WHERE worker_id = $1`,
      [workerIds[2]],
    );
    expect((await refusal(confirm(id, 1))).extra).toMatchObject({ cause: 'lines', quote: { ready: 2, blocked: 3 } });
    const codes = await world.db.query(
      `SELECT row_no, codes FROM settlement.lines WHERE batch_id = $1 AND state = 'blocked' ORDER BY row_no`,
      [id],
    );
    expect(codes).toEqual([
      { row_no: 2, codes: ['worker-inactive'] },
      { row_no: 3, codes: ['card-unregistered'] },
      { row_no: 4, codes: ['contract-missing'] },
    ]);
    expect(await confirm(id, 2)).toMatchObject({ orders: 2 });
  });

  it('by another batch that takes what was accepted', async () => {
    const rows = await sheet(2, '600.00');
    await world.db.query(`UPDATE public.engagements SET accepted_fen = 100000 WHERE enterprise_id = $1`, [
      world.enterpriseId,
    ]);
    const first = await world.quoted(rows);
    const second = await world.quoted(rows);
    await confirm(first, 1);
    expect((await refusal(confirm(second, 1))).extra).toMatchObject({
      cause: 'acceptances',
      quote: { ready: 0, blocked: 2 },
    });
    const [line] = await world.db.query<{ codes: string[] }>(
      `SELECT codes FROM settlement.lines WHERE batch_id = $1 LIMIT 1`,
      [second],
    );
    expect(line?.codes).toEqual(['paid-in-other-batch']);
  });

  it('by what another batch brings to the month: risk is asked again (R6.3)', async () => {
    const [one] = await sheet(1, '393900.00');
    const rows = (amount: string) => [one?.map((cell, index) => (index === 5 ? amount : cell)) ?? []];
    await world.db.query(
      `INSERT INTO settlement.worker_months (worker_id, month, gross_fen) VALUES ($1, '2026-11', 10000000)`,
      [workerIds[0]],
    );
    const first = await world.quoted(rows('160000.00'));
    const second = await world.quoted(rows('160000.01'));
    expect([await world.batch(first), await world.batch(second)]).toMatchObject([{ ready: 1 }, { ready: 1 }]);
    await confirm(first, 1);
    expect((await refusal(confirm(second, 1))).extra).toMatchObject({ cause: 'risk', quote: { ready: 0, held: 1 } });
    expect(await world.orderStates(second)).toEqual([]);
  });

  it('by a lower limit of one payment', async () => {
    const id = await world.quoted(await sheet(2, '1000.00'));
    const owner = createDatabase({ connectionString: world.test.ownerUrl, max: 1 });
    const from = `'2026-11-22'`;
    await owner.query(
      `INSERT INTO settlement.policies SELECT ${from}, 50000, worker_month_limit_fen, quote_hours, note
         FROM settlement.policies WHERE effective_from = '2025-01-01'`,
    );
    const fault = await refusal(confirm(id, 1));
    await owner.query(`DELETE FROM settlement.policies WHERE effective_from = ${from}`);
    await owner.close();
    expect(fault.extra).toMatchObject({ cause: 'limits', quote: { ready: 0, blocked: 2 } });
  });

  it('by a fee plan that ends: it is blocked, and its version does not go on and on', async () => {
    const id = await world.quoted(await sheet(1, '1000.00'));
    const until = (day: string | null) =>
      world.db.query('UPDATE public.fee_plans SET effective_to = $2 WHERE enterprise_id = $1', [
        world.enterpriseId,
        day,
      ]);
    await until('2026-11-21');
    expect(await refusal(confirm(id, 1))).toMatchObject({
      code: 'batch-blocked',
      extra: { blockers: ['fee-plan-missing'] },
    });
    expect((await world.batch(id)).version).toBe(1);
    await world.settlement.recheck(world.as('enterprise'), id, {});
    await world.drain();
    expect(await world.batch(id)).toMatchObject({ version: 2, ready: 0, grossFen: 0n, feeFen: 0n });
    expect(await refusal(confirm(id, 2))).toMatchObject({ code: 'batch-blocked' });
    await until(null);
    expect((await refusal(confirm(id, 2))).extra).toMatchObject({
      cause: 'fee-plan',
      quote: { ready: 1, feeFen: 6000 },
    });
    expect(await confirm(id, 3)).toMatchObject({ orders: 1 });
  });

  it('by a new fee plan, or by the end of the month', async () => {
    const id = await world.quoted(await sheet(1, '1000.00'));
    await world.db.query(
      `INSERT INTO public.fee_plans (number, enterprise_id, plan_version, kind, rate_millionths, bearing, charged_when, tax_bearer,
         returned_fee, terms, effective_from, state)
       VALUES ('FP-' || $1::int || '-2', $1::int, 2, 'percent', 80000, 'on-top', 'with-payment', 'worker', 'give-back', '{}',
         '2026-11-20', 'in-force')`,
      [world.enterpriseId],
    );
    expect((await refusal(confirm(id, 1))).extra).toMatchObject({ cause: 'fee-plan', quote: { feeFen: 8_000 } });
    await world.drain('2026-11-30T15:59:00Z');
    await world.settlement.recheck(world.as('enterprise'), id, {});
    await world.drain();
    world.clock.moveTo('2026-11-30T16:00:00Z');
    expect((await refusal(confirm(id, 3))).extra).toMatchObject({ cause: 'month' });
    const { day } = await world.db.one<{ day: string }>(
      'SELECT quote_day AS day FROM public.settlement_batches WHERE id = $1',
      [id],
    );
    expect(day).toBe('2026-12-01');
    expect(await confirm(id, 4)).toMatchObject({ orders: 1 });
  });
});

describe('a release', () => {
  it('takes a second person', async () => {
    const id = await world.quoted(await sheet(3, '60000.00'));
    await confirm(id, 1, 7);
    expect((await refusal(world.settlement.release(world.as('finance-approver', 7), id))).code).toBe(
      'second-person-needed',
    );
    await world.settlement.release(world.as('finance-approver', 8), id);
    expect((await refusal(world.settlement.release(world.as('finance-approver', 9), id))).code).toBe(
      'illegal-transition',
    );
  });
});

describe('a release looks at the hard facts again (R5.5)', () => {
  const suspended = (workerId: number | undefined) =>
    world.db.query(`UPDATE public.workers SET state = 'suspended' WHERE id = $1`, [workerId]);

  it('fails the orders of a suspended worker and of a replaced card, and pays the others', async () => {
    const before = await world.money();
    const id = await world.quoted(await sheet(5, '60000.00'));
    await confirm(id, 1);
    await suspended(workerIds[0]);
    await world.db.query(`UPDATE public.bank_cards SET state = 'replaced', replaced_at = now() WHERE worker_id = $1`, [
      workerIds[1],
    ]);
    await world.settlement.release(world.as('finance-approver', 2), id);
    expect(await world.orderStates(id)).toEqual(['failed', 'failed', 'confirmed', 'confirmed', 'confirmed']);
    expect(await world.money()).toEqual({ availableFen: before.availableFen - 19_080_000n, heldFen: 19_080_000n });
    expect(await reserved()).toEqual({ settled: 18_000_000n, months: 18_000_000n, taxes: 3, differs: 0 });
    const reasons = await world.db.query<{ code: string }>(
      `SELECT reason_code AS code FROM public.orders WHERE batch_id = $1 AND state = 'failed' ORDER BY row_no`,
      [id],
    );
    expect(reasons.map(({ code }) => code)).toEqual(['worker-inactive', 'card-unverified']);
    await world.drain();
    expect(await world.orderStates(id)).toEqual(['failed', 'failed', 'paid', 'paid', 'paid']);
    expect((await world.batch(id)).state).toBe('completed');
    expect((await world.money()).heldFen).toBe(0n);
  });

  it('fails the order of a worker whose agreement was revoked since, also when it is sent later', async () => {
    const id = await world.quoted(await sheet(3, '60000.00'));
    await confirm(id, 1);
    const revoke = (workerId: number | undefined) =>
      world.db.query(`UPDATE public.contracts SET state = 'revoked', revoked_at = $2 WHERE worker_id = $1`, [
        workerId,
        world.clock.now(),
      ]);
    await revoke(workerIds[0]);
    await world.settlement.release(world.as('finance-approver', 2), id);
    expect(await world.orderStates(id)).toEqual(['failed', 'confirmed', 'confirmed']);
    await revoke(workerIds[1]);
    await world.drain();
    expect(await world.orderStates(id)).toEqual(['failed', 'failed', 'paid']);
    const reasons = await world.db.query<{ code: string }>(
      `SELECT DISTINCT reason_code AS code FROM public.orders WHERE batch_id = $1 AND state = 'failed'`,
      [id],
    );
    expect(reasons).toEqual([{ code: 'contract-missing' }]);
  });

  it('releases nothing for a suspended enterprise, or where no order may leave', async () => {
    const id = await world.quoted(await sheet(1, '120000.00'));
    await confirm(id, 1);
    const state = (value: string) =>
      world.db.query('UPDATE public.enterprises SET state = $2 WHERE id = $1', [world.enterpriseId, value]);
    const release = () => refusal(world.settlement.release(world.as('finance-approver', 2), id));
    await state('suspended');
    expect(await release()).toMatchObject({ code: 'batch-blocked', extra: { blockers: ['enterprise-inactive'] } });
    await state('active');
    await suspended(workerIds[0]);
    expect(await release()).toMatchObject({ code: 'orders-unfit', extra: { reasons: ['worker-inactive'] } });
    expect(await world.orderStates(id)).toEqual(['confirmed']);
  });
});

describe('a cancellation after confirmation', () => {
  it('gives back the money and everything that was reserved', async () => {
    const before = await world.money();
    const id = await world.quoted(await sheet(3, '60000.00'));
    await confirm(id, 1);
    await world.settlement.cancel({ ...world.as('enterprise'), reason: '多录一人' }, id);
    expect(await world.money()).toEqual(before);
    expect(await world.orderStates(id)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(await reserved()).toEqual({ settled: 0n, months: 0n, taxes: 0, differs: 0 });
    expect((await refusal(world.settlement.release(world.as('finance-approver', 2), id))).code).toBe(
      'illegal-transition',
    );
  });
});
