import type { Tx } from '@linggong/core';
import { unfitOrders } from '../confirm/unfit-orders';
import { rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { ordersHeldByMeasures } from './measure-blockers';

let world: SettlementWorld;
beforeAll(async () => {
  world = await settlementWorld();
}, 400_000);
afterAll(() => world.stop());

/** A measure in force, as risk keeps it once it was approved. */
async function measure(kind: string, subjectKind: string, subjectId: number, limits = 'NULL, NULL'): Promise<string> {
  const { number } = await world.db.one<{ number: string }>(
    `WITH made AS (
       INSERT INTO risk.cases (number, source, rule, subject_kind, subject_id, title, severity, dedupe_key, opened_at, last_seen_at, due_at)
       SELECT 'RC-T' || n, 'person', 'test', 'platform', '1', '{"zh":"试","en":"t"}', 'low', 'test:' || n, now(), now(), now()
         FROM nextval('risk.case_number') n RETURNING id)
     INSERT INTO risk.measures (number, case_id, kind, subject_kind, subject_id, line_limit_fen, month_limit_fen, reason, taken_by, approval_id, taken_at)
     SELECT 'RM-T' || nextval('risk.measure_number'), id, $1, $2, $3, ${limits}, '测试', 'risk-officer#1', gen_random_uuid(), now() FROM made
     RETURNING number`,
    [kind, subjectKind, subjectId],
  );
  return number;
}

const stoppedRows = async (batchId: number): Promise<unknown[]> =>
  world.db.query(
    `SELECT l.row_no AS row, l.state, b.code, b.params ->> 'rule' AS rule FROM settlement.lines l
       LEFT JOIN settlement.blockers b ON b.line_id = l.id WHERE l.batch_id = $1 ORDER BY l.row_no, b.code`,
    [batchId],
  );

async function people(count: number, task: string) {
  const made = await world.another(count);
  await world.deposit(100_000_000n);
  await world.task(task, made.workerIds, 100_000_000n);
  return {
    ...made,
    rows: (amounts: string[]) => made.people.map((one, index) => rowOf(one, task, amounts[index] ?? '1')),
  };
}

it('holds the lines of whom a measure names, and those above a lowered limit (R6.3)', async () => {
  const { workerIds, rows } = await people(4, 'TK-M1');
  const [held, limited, monthly] = workerIds;
  const numbers = [
    await measure('hold-orders', 'worker', held ?? 0),
    await measure('lower-limit', 'worker', limited ?? 0, '10000, NULL'),
    await measure('lower-limit', 'worker', monthly ?? 0, 'NULL, 20000'),
  ];
  const id = await world.quoted(rows(['50.00', '100.01', '200.01', '5000.00']));
  const state = (rule: string | undefined) =>
    rule ? { state: 'held', code: 'risk-hold', rule } : { state: 'ready', code: null, rule: null };
  const expected = [...numbers, undefined].map(state);
  expect(await stoppedRows(id)).toMatchObject(expected);
  // At the limit itself all is well.
  const { rows: again } = { rows };
  const within = await world.quoted(again(['50.00', '100.00', '200.00', '5000.00']));
  expect(await stoppedRows(within)).toMatchObject([
    state(numbers[0]),
    state(undefined),
    state(undefined),
    state(undefined),
  ]);
});

it('taken after the check it stops the confirmation, and after that the sending (R6.3)', async () => {
  const { workerIds, rows } = await people(2, 'TK-M2');
  const id = await world.quoted(rows(['10.00', '20.00']));
  await measure('hold-orders', 'worker', workerIds[0] ?? 0);
  const confirmed = await world.settlement.confirm(world.as('enterprise', 1), id, 1).then(
    () => 'confirmed',
    (error: { code?: string }) => error.code,
  );
  expect(confirmed).toBe('quote-stale');
  await world.drain();
  expect(await world.batch(id)).toMatchObject({ held: 1, ready: 1 });

  const other = await people(2, 'TK-M3');
  const later = await world.quoted(other.rows(['10.00', '20.00']));
  await world.settlement.confirm(world.as('enterprise', 1), later, 1);
  await measure('hold-orders', 'enterprise', world.enterpriseId);
  await world.drain();
  const orders = await world.db.query('SELECT state, reason_code AS code FROM public.orders WHERE batch_id = $1', [
    later,
  ]);
  expect(orders).toEqual([
    { state: 'failed', code: 'risk-hold' },
    { state: 'failed', code: 'risk-hold' },
  ]);
  expect((await world.money()).heldFen).toBe(0n);
});

it('what risk itself holds becomes one case a rule and batch, seen again by each check (R8.2)', async () => {
  const { rows } = await people(2, 'TK-M4');
  const id = await world.quoted(rows(['200000.01', '10.00']));
  const cases = () =>
    world.db.query(
      `SELECT rule, severity, times_seen AS seen, facts FROM risk.cases WHERE subject_kind = 'settlement-batch' AND subject_id = $1`,
      [String(id)],
    );
  const [opened] = await cases();
  expect(opened).toMatchObject({ severity: 'medium', seen: 1, facts: { lines: 1, amountFen: 20_000_001 } });
  await world.settlement.recheck(world.as('enterprise', 1), id, {});
  await world.drain();
  expect(await cases()).toMatchObject([{ seen: 2 }]);
});

it('is looked up once a statement, whatever the number of payments (R6.3)', async () => {
  const plans = await world.db.transaction(async (tx) => {
    const asked: (readonly [sql: string, values: readonly unknown[]])[] = [];
    const query: Tx['query'] = (sql, values = []) => (asked.push([sql, values]), tx.query(sql, values));
    const one: Tx['one'] = (sql, values = []) => (asked.push([sql, values]), tx.one(sql, values));
    await unfitOrders({ ...tx, query, one }, 1, '2026-11-22');
    await ordersHeldByMeasures({ ...tx, query, one }, 1);
    const explained = [];
    for (const [sql, values] of asked) {
      const rows = await tx.query<Record<string, string>>(`EXPLAIN ${sql}`, values);
      explained.push(rows.map((row) => Object.values(row).join('')).join('\n'));
    }
    return explained;
  });
  expect(plans).toHaveLength(2);
  for (const plan of plans) expect(plan.match(/hashed SubPlan/g)?.length).toBeGreaterThanOrEqual(2);
});
