import { createFeePlan } from '@linggong/billing';
import { systemCommand } from '@linggong/core';
import { policySeed } from '@linggong/risk/domain';
import { adoptSeeds } from '@linggong/studio';
import type { Person } from './people.fixture';
import { batchView } from './read/batch-view';
import { rowOf, settlementWorld, type SettlementWorld } from './settlement.fixture';

/** What the class of an enterprise means for its batches (R6.2): the price of its plan, and how closely its payments are looked at. */
let world: SettlementWorld;
let people: Person[];
let task: string;
let serial = 0;

beforeAll(async () => {
  world = await settlementWorld();
  await adoptSeeds(world.db, systemCommand('studio', world.clock.now(), 'test'), [policySeed]);
}, 120_000);
afterAll(() => world?.stop());
beforeEach(async () => {
  const made = await world.another(3);
  people = made.people;
  task = `CT-${(serial += 1).toString()}`;
  await world.task(task, made.workerIds, 900_000_000n);
  await world.deposit(50_000_000n);
});

/** Rates the enterprise of this test, as the tables would; gives the rating. */
async function rated(name: string): Promise<number> {
  const { id } = await world.db.one<{ id: number }>(
    `INSERT INTO risk.ratings (enterprise_id, class, computed_class, score, facts, table_version, classes_version, cause, rated_at)
     VALUES ($1, $2, $2, 50, '{}', 1, 1, 'asked', now()) RETURNING id`,
    [world.enterpriseId, name],
  );
  await world.db.query(
    `INSERT INTO risk.rating_heads (enterprise_id, rating_id, class, since, looked_at) VALUES ($1, $2, $3, '2026-11-01', now())
     ON CONFLICT (enterprise_id) DO UPDATE SET rating_id = excluded.rating_id, class = excluded.class`,
    [world.enterpriseId, id, name],
  );
  return id;
}

const agree = (terms: { raisedSurcharge?: string; highSurcharge?: string }) =>
  world.db.transaction((tx) =>
    createFeePlan(tx, world.as('finance-approver'), {
      enterpriseId: world.enterpriseId,
      effectiveFrom: '2026-11-02',
      rate: '0.06',
      ...terms,
    }),
  );
const quoted = (...amounts: string[]) =>
  world.quoted(amounts.map((amount, index) => rowOf(people[index] as Person, task, amount)));
const view = (id: number) => batchView(world.db, id, { id: 1, role: 'operator' }, world.clock.now());
const confirm = async (id: number) =>
  world.settlement.confirm(world.as('enterprise'), id, (await world.batch(id)).version);
const surcharges = () =>
  world.db.query<{ ratingId: number; tier: string; millionths: bigint }>(
    `SELECT rating_id AS "ratingId", tier, surcharge_millionths AS millionths FROM billing.class_surcharges WHERE enterprise_id = $1`,
    [world.enterpriseId],
  );

describe('the fee of a class', () => {
  it('is the rate of the plan with what it agrees for the tier, pinned with class and rating, and told to billing', async () => {
    await agree({ raisedSurcharge: '0.005', highSurcharge: '0.01' });
    const ratingId = await rated('E');
    const id = await quoted('1000.00', '33.33');
    // 7 % of 100,000 and of 3,333 fen.
    expect((await world.batch(id)).feeFen).toBe(7_000n + 233n);
    expect(await view(id)).toMatchObject({
      figures: { feeRate: '0.07' },
      feeTerms: { rate: '0.07', highSurcharge: '0.01' },
      feeClass: { class: 'E', ratingId, tier: 'high', surcharge: '0.01' },
    });
    expect(await surcharges()).toEqual([]);
  });

  it('stays what the plan says where the plan agrees no surcharge, and where nobody rated the enterprise', async () => {
    const unrated = await quoted('1000.00');
    expect([(await world.batch(unrated)).feeFen, (await view(unrated)).feeClass]).toEqual([6_000n, null]);
    await rated('D');
    const id = await quoted('1000.00');
    expect((await world.batch(id)).feeFen).toBe(6_000n);
    expect((await view(id)).feeClass).toMatchObject({ class: 'D', tier: 'raised', surcharge: null });
  });

  it('is quoted anew where the class changed for one that costs something else, and not for one that costs the same', async () => {
    await agree({ raisedSurcharge: '0.005', highSurcharge: '0.01' });
    await rated('A');
    const id = await quoted('1000.00');
    expect((await world.batch(id)).feeFen).toBe(6_000n);
    const ratingId = await rated('D');
    await expect(confirm(id)).rejects.toMatchObject({
      code: 'quote-stale',
      extra: { cause: 'fee-class', quote: { feeFen: 6_500 } },
    });
    expect((await view(id)).feeClass).toMatchObject({ class: 'D', ratingId, surcharge: '0.005' });
    await rated('B');
    await expect(confirm(id)).rejects.toMatchObject({ extra: { cause: 'fee-class', quote: { feeFen: 6_000 } } });
    await rated('A');
    await confirm(id);
    expect(await surcharges()).toEqual([]);
  });
});

describe('the depth of review of a class', () => {
  const risk = () => ({ ...world.as('operator', 31), reason: '已核对人员、任务与金额' });
  const accept = async (id: number, version?: number) =>
    world.settlement.acceptByClass(risk(), id, version ?? (await world.batch(id)).version);
  const codes = async (id: number) => (await view(id)).blockers.map(({ code }) => code);

  it('has the payments of a batch looked at by a person: one question a batch, asked once for the same payments', async () => {
    await rated('E');
    const id = await quoted('1000.00', '2000.00', '3000.00');
    expect(await codes(id)).toEqual(['class-review']);
    expect((await view(id)).blockers[0]?.explain.zh).toContain('3 笔付款');
    const shown = await batchView(world.db, id, { id: 31, role: 'risk-officer' }, world.clock.now());
    expect(shown.nextActions.map(({ action }) => action)).toEqual(['review-class']);
    await expect(confirm(id)).rejects.toMatchObject({ code: 'quote-stale', extra: { cause: 'class-review' } });
    await expect(accept(id, 9)).rejects.toMatchObject({ code: 'quote-stale' });
    await accept(id);
    expect(await codes(id)).toEqual([]);
    await expect(accept(id)).rejects.toMatchObject({ code: 'class-review-not-asked' });
    expect(
      await world.db.query(
        `SELECT payments, amount_fen AS fen, class, reason FROM settlement.class_reviews WHERE batch_id = $1`,
        [id],
      ),
    ).toEqual([{ payments: 3, fen: 600_000n, class: 'E', reason: '已核对人员、任务与金额' }]);
    // Checked again with nothing changed, the look stands.
    await world.settlement.recheck(world.as('operator'), id, {});
    await world.drain();
    expect(await codes(id)).toEqual([]);
    await confirm(id);
    expect((await world.batch(id)).state).toBe('confirmed');
  });

  it('asks again where a payment was left out', async () => {
    await rated('D');
    const id = await quoted('1000.00', '2000.00');
    await accept(id);
    const [line] = await world.db.query<{ id: bigint }>(
      'SELECT id FROM settlement.lines WHERE batch_id = $1 ORDER BY row_no LIMIT 1',
      [id],
    );
    await world.settlement.exclude({ ...world.as('operator'), reason: '重复' }, id, { lineIds: [Number(line?.id)] });
    await world.drain();
    expect(await codes(id)).toEqual(['class-review']);
  });

  it('asks nobody for a class that is looked at as usual, or closer', async () => {
    await rated('C');
    const id = await quoted('1000.00');
    expect(await codes(id)).toEqual([]);
    await expect(accept(id)).rejects.toMatchObject({ code: 'class-review-not-asked' });
    await confirm(id);
  });
});
