import type { Tx } from '@linggong/core';
import { ordersOfPeople } from './orders-of-people';
import { lineCells, payoutSheets } from './retention';
import { person, rowOf, settlementWorld, type SettlementWorld } from './settlement.fixture';

let world: SettlementWorld;

beforeAll(async () => {
  world = await settlementWorld();
}, 300_000);
afterAll(() => world?.stop());

const later = new Date('2099-01-01T00:00:00Z');
const ask = { before: later, after: '', limit: 10 };

describe('the terms of a settlement batch', () => {
  it('end with the batch: then its sheet and the cells of its lines are due, and not before', async () => {
    const people = [person(0), person(1)];
    const workerIds = await world.workers(people);
    await world.task('TK-1', workerIds, 1_500_000n);
    const open = await world.quoted(people.map((one) => rowOf(one, 'TK-1', '100.00')));
    const over = await world.quoted(people.map((one) => rowOf(one, 'TK-1', '200.00')));
    await world.settlement.cancel({ ...world.as('operator'), reason: '试' }, over);
    const subjects = [`settlement-batch:${over}`, `enterprise:${world.enterpriseId}`];
    const sheets = await payoutSheets.due(world.db, ask);
    expect(sheets).toEqual([{ id: String(over), fileIds: [expect.any(String)], subjects }]);
    expect(await payoutSheets.due(world.db, { ...ask, before: new Date('2020-01-01T00:00:00Z') })).toEqual([]);
    expect(await payoutSheets.due(world.db, { ...ask, after: String(over) })).toEqual([]);

    expect(await lineCells.due(world.db, ask)).toEqual([{ id: String(over), fileIds: [], subjects }]);
    // A hold on one of its people names him, and nobody else.
    await world.db.query(
      `INSERT INTO vault.legal_holds (subject_kind, subject_id, reason, set_by, set_at) VALUES ('worker', $1, '仲裁', 'test', now())`,
      [workerIds[1]],
    );
    const held = [...subjects, `worker:${workerIds[1]}`];
    expect(await payoutSheets.due(world.db, ask)).toMatchObject([{ id: String(over), subjects: held }]);
    expect(await lineCells.due(world.db, ask)).toEqual([{ id: String(over), fileIds: [], subjects: held }]);
    await world.db.transaction(async (tx) => lineCells.purge?.(tx, world.as('operator'), [String(over)]));
    const left = await world.db.query(
      'SELECT batch_id AS batch, count(cells_sealed)::int AS cells, count(*)::int AS lines FROM settlement.lines GROUP BY 1 ORDER BY 1',
    );
    expect(left).toEqual([
      { batch: open, cells: 2, lines: 2 },
      { batch: over, cells: 0, lines: 2 },
    ]);
    expect(await lineCells.due(world.db, ask)).toEqual([]);
  }, 120_000);

  it('wait for a hold on somebody who stands in a line that was matched with nobody', async () => {
    await world.another(0);
    const [held, registered] = [person(10), person(11)];
    const [heldId = 0, otherId = 0] = await world.workers([held, registered]);
    await world.task('TK-2', [otherId], 1_500_000n);
    // The number of one digit more is nobody's; the card is his. The other line has his number and no card of his.
    const rows = [
      [held.name, `${held.identityNumber}9`, held.phone, held.cardNumber, 'TK-2', '100.00', ''],
      [held.name, held.identityNumber, held.phone, registered.cardNumber, 'TK-2', '100.00', ''],
      rowOf(registered, 'TK-2', '100.00'),
    ];
    const batchOf = async (row: readonly string[]): Promise<string> => {
      const id = await world.quoted([row]);
      await world.settlement.cancel({ ...world.as('operator'), reason: '试' }, id);
      return String(id);
    };
    const [byCard = '', byNumber = '', without = ''] = [
      await batchOf(rows[0] ?? []),
      await batchOf(rows[1] ?? []),
      await batchOf(rows[2] ?? []),
    ];
    await world.db.query('UPDATE settlement.lines SET worker_id = NULL WHERE batch_id = $1', [byNumber]);
    await world.db.query(
      `INSERT INTO vault.legal_holds (subject_kind, subject_id, reason, set_by, set_at) VALUES ('worker', $1, '仲裁', 'test', now())`,
      [heldId],
    );
    const named = new Map((await payoutSheets.due(world.db, ask)).map(({ id, subjects }) => [id, subjects]));
    expect(named.get(byCard)).toContain(`worker:${heldId}`);
    expect(named.get(byNumber)).toContain(`worker:${heldId}`);
    expect(named.get(without)).not.toContain(`worker:${heldId}`);
    const cells = new Map((await lineCells.due(world.db, ask)).map(({ id, subjects }) => [id, subjects]));
    expect(cells.get(byCard)).toContain(`worker:${heldId}`);
  }, 120_000);
});

describe('a person who was paid', () => {
  it('is kept by a hold on a batch or an enterprise that he stands in, and by no other', async () => {
    await world.another(0);
    const [inIt, unmatched, elsewhere] = [person(20), person(21), person(22)];
    const ids = await world.workers([inIt, unmatched, elsewhere]);
    const [first = 0, second = 0] = ids;
    await world.task('TK-3', ids, 1_500_000n);
    const batch = await world.quoted([inIt, unmatched].map((one) => rowOf(one, 'TK-3', '100.00')));
    await world.quoted([rowOf(elsewhere, 'TK-3', '100.00')]);
    await world.db.query('UPDATE settlement.lines SET worker_id = NULL WHERE batch_id = $1 AND worker_id = $2', [
      batch,
      second,
    ]);
    const asked = async () => {
      const found = (await ordersOfPeople.heldWith?.(world.db, ids)) ?? [];
      return found.map(({ workerId, subject }) => `${workerId} ${subject}`).sort();
    };
    const before = await asked();
    const hold = (kind: string, id: number) =>
      world.db.query(
        `INSERT INTO vault.legal_holds (subject_kind, subject_id, reason, set_by, set_at) VALUES ($1, $2, '仲裁', 'test', now())`,
        [kind, id],
      );
    await hold('settlement-batch', batch);
    const named = [first, second].map((id) => `${id} settlement-batch:${batch}`);
    expect([before, await asked()]).toEqual([[], named.sort()]);
    await hold('enterprise', world.enterpriseId);
    const all = [...named, ...ids.map((id) => `${id} enterprise:${world.enterpriseId}`)];
    expect(await asked()).toEqual(all.sort());
  }, 120_000);
});

describe('of the lines of everybody', () => {
  const strangers = 40_000;

  /** How the planner reads lines for what is asked, by figures of a table that has many. */
  const plansOf = (work: (tx: Tx) => Promise<unknown>): Promise<string[]> =>
    world.db.transaction(async (tx) => {
      const asked: (readonly [sql: string, values: readonly unknown[]])[] = [];
      const query: Tx['query'] = (sql, values = []) => (asked.push([sql, values]), tx.query(sql, values));
      await work({ ...tx, query });
      const plans = [];
      for (const [sql, values] of asked.filter(([text]) => text.includes('settlement.lines'))) {
        const rows = await tx.query<Record<string, string>>(`EXPLAIN ${sql}`, values);
        plans.push(rows.map((row) => Object.values(row).join('')).join('\n'));
      }
      return plans;
    });

  it('those of the asked alone are read, by the index of numbers', async () => {
    await world.another(0);
    const ids = await world.workers([person(30), person(31)]);
    await world.db.query(
      `INSERT INTO settlement.lines (id, batch_id, row_no, state, identity_blind)
       SELECT 900000 * 2000000::bigint + n, 900000, n, 'blocked', sha256(n::text::bytea) FROM generate_series(1, $1) n`,
      [strangers],
    );
    await world.db.query('SELECT settlement.analyze_lines()');
    const named = ids.map((workerId) => ({ workerId, subject: workerId.toString(16).padStart(64, '0') }));
    const plans = [
      await plansOf(async (tx) => ordersOfPeople.holds?.(tx, ids)),
      await plansOf(async (tx) => ordersOfPeople.heldWith?.(tx, ids)),
      await plansOf(async (tx) => ordersOfPeople.erase?.(tx, world.as('operator'), named)),
    ];
    for (const [plan, ...more] of plans) {
      expect(more).toEqual([]);
      expect(plan).toMatch(/lines_by_identity/);
      expect(plan).not.toMatch(/Seq Scan on lines/);
    }
  }, 120_000);
});
