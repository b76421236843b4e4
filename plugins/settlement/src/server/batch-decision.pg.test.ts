import { createDatabase } from '@linggong/core';
import { batchSeed } from '@linggong/risk';
import { decisionTable } from '@linggong/studio/domain';
import { batchTable } from './batch-table.fixture';
import { pastBatchesSource } from './check/past-batches';
import type { Person } from './people.fixture';
import { batchView } from './read/batch-view';
import { rowOf, settlementWorld, type SettlementWorld } from './settlement.fixture';

/** A batch as a whole is decided with its quote (R6.2, R6.3): what it stands on, who lets it go, and that no other payments go with it. */
let world: SettlementWorld;
let people: Person[];
let workerIds: number[];
let task: string;
let serial = 0;

beforeAll(async () => {
  world = await settlementWorld(undefined, undefined, undefined, batchTable);
}, 400_000);
afterAll(() => world?.stop());
beforeEach(async () => {
  ({ people, workerIds } = await world.another(4));
  task = await agreed();
});

/** A task of the enterprise with everybody accepted, and money for it. */
async function agreed(): Promise<string> {
  const number = `BD-${(serial += 1).toString()}`;
  await world.task(number, workerIds, 90_000_000n);
  await world.deposit(500_000_000n);
  return number;
}
const quoted = (...amounts: string[]) =>
  world.quoted(amounts.map((amount, index) => rowOf(people[index] as Person, task, amount)));
const viewAs = (role: 'enterprise' | 'risk-officer' | 'finance-officer', id: number) =>
  batchView(world.db, id, { id: 31, role }, world.clock.now());
const codes = async (id: number) => (await viewAs('risk-officer', id)).blockers.map(({ code }) => code);
const versionOf = async (id: number) => (await world.batch(id)).version;
const confirm = async (id: number) => world.settlement.confirm(world.as('enterprise'), id, await versionOf(id));
const officer = () => ({ ...world.as('operator', 31), reason: '已核对合同与验收单' });
const accept = async (id: number, version?: number) =>
  world.settlement.acceptBatch(officer(), id, version ?? (await versionOf(id)));
/** Past the guards of a table, as no account of the platform can. */
async function asOwner(table: string, statement: string, id: number | undefined): Promise<void> {
  const owner = createDatabase({ connectionString: world.test.ownerUrl, max: 1 });
  await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await owner.query(statement, [id]);
  await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await owner.close();
}
const decisions = (id: number) =>
  world.db.query<{ outcome: string; hits: string[]; input: Record<string, unknown>; version: bigint }>(
    `SELECT outcome, hits, input, version_id AS version FROM risk.decisions
      WHERE subject_kind = 'settlement-batch' AND subject_id = $1 ORDER BY id`,
    [id],
  );

it('the rows of the first day leave the batches of a new enterprise alone, and name what they rest on', () => {
  const { rows } = decisionTable.parse(batchSeed.content);
  expect(rows.length).toBeGreaterThan(5);
  for (const { cells, basis } of rows) {
    expect(cells).toMatchObject({ 'batches-before': { from: 10 } });
    expect(basis).toBeTruthy();
  }
});

it('keeps what a batch stands on, frozen, with the version that it is decided by', async () => {
  const first = await quoted('1000.00', '1000.00');
  await confirm(first);
  await world.drain();
  expect(await world.orderStates(first)).toEqual(['paid', 'paid']);
  const renewed = `UPDATE public.bank_cards SET added_at = '2026-11-20' WHERE worker_id = $1`;
  await asOwner('public.bank_cards', renewed, workerIds[0]);
  // Another enterprise paid two of the people today.
  const enterprise = world.enterpriseId;
  await world.db.query(
    `INSERT INTO risk.worker_days (worker_id, day, enterprise_id, task_id, card_id, orders, amount_fen)
     SELECT id, '2026-11-22', $2, 1, 1, 1, 100 FROM unnest($1::int[]) AS w (id)`,
    [[workerIds[1], workerIds[3]], enterprise + 1],
  );
  const second = await quoted('1000.00', '50.50', '1000.00', 'x');
  const [decided] = await decisions(second);
  expect(decided).toMatchObject({ outcome: 'approve', hits: [] });
  expect(decided?.input).toMatchObject({
    payments: 3,
    payees: 3,
    totalFen: 205_050,
    readyPercent: 75,
    heldPercent: 0,
    newPayeePercent: 33,
    equalAmountPercent: 66,
    roundAmountPercent: 66,
    hour: 11,
    outsideHours: 0,
    medianPercent: 102,
    batchesBefore: 1,
    batchesToday: 1,
    changedCardPercent: 33,
    sharedPayeePercent: 33,
    enterpriseClass: 'unrated',
  });
  const pins = await world.db.query<{ version: bigint }>(
    `SELECT version_id AS version FROM studio.pins WHERE subject_kind = 'settlement-batch' AND subject_id = $1::text`,
    [second],
  );
  expect(pins.map(({ version }) => Number(version))).toContain(Number(decided?.version));
  await expect(
    world.db.query('UPDATE settlement.batch_decisions SET outcome = $2 WHERE batch_id = $1', [second, 'decline']),
  ).rejects.toThrow(/permission denied|never rewritten/);
});

it('waits for risk, and is let go for exactly its payments, with a reason', async () => {
  const id = await quoted('31000.00', '20.00');
  expect(await codes(id)).toEqual(['batch-review']);
  const shown = await viewAs('risk-officer', id);
  expect(shown).toMatchObject({ awaitsRisk: 'batch-review', risk: { outcome: 'review', review: null } });
  expect(shown.risk?.reasons).toEqual([{ zh: '总额较大', en: 'A large total' }]);
  expect(shown.nextActions.map(({ action }) => action)).toEqual(['review-batch']);
  // The enterprise learns that it is looked at, and no rule; so does staff that reads no decisions.
  for (const role of ['enterprise', 'finance-officer'] as const) {
    const told = await viewAs(role, id);
    expect([told.risk, JSON.stringify(told).includes('总额较大')]).toEqual([null, false]);
  }
  await expect(confirm(id)).rejects.toMatchObject({ code: 'batch-blocked' });
  await expect(accept(id, 9)).rejects.toMatchObject({ code: 'quote-stale' });
  await accept(id);
  expect(await codes(id)).toEqual([]);
  expect((await viewAs('risk-officer', id)).risk?.review).toMatchObject({ reason: '已核对合同与验收单' });
  await expect(accept(id)).rejects.toMatchObject({ code: 'batch-review-not-asked' });
  // Checked again with nothing changed, what was let go stands.
  await world.settlement.recheck(world.as('operator'), id, {});
  await world.drain();
  expect([await codes(id), (await decisions(id)).map(({ outcome }) => outcome)]).toEqual([[], ['review', 'review']]);
  // Edited, it is looked at again.
  const [line] = await world.db.query<{ id: bigint }>(
    'SELECT id FROM settlement.lines WHERE batch_id = $1 ORDER BY row_no',
    [id],
  );
  await world.settlement.editLine(world.as('operator'), Number(line?.id), { amountFen: 3_100_100 });
  await world.drain();
  expect(await codes(id)).toEqual(['batch-review']);
  await expect(confirm(id)).rejects.toMatchObject({ code: 'batch-blocked' });
  await accept(id);
  await confirm(id);
  expect((await world.batch(id)).state).toBe('released');
});

it('held, it is a case and waits; declined, it is a case that nobody lets go', async () => {
  const held = await quoted('500.00', '500.00', '500.00');
  expect([await codes(held), (await decisions(held))[0]]).toMatchObject([['batch-review'], { outcome: 'hold' }]);
  const declined = await quoted('60000.00');
  expect(await codes(declined)).toEqual(['batch-declined']);
  expect((await viewAs('risk-officer', declined)).nextActions).toEqual([]);
  await expect(accept(declined)).rejects.toMatchObject({ code: 'batch-review-not-asked' });
  await expect(confirm(declined)).rejects.toMatchObject({ code: 'batch-blocked' });
  const told = await world.db.query<{ ids: string[] }>(
    `SELECT payload -> 'decisionIds' AS ids FROM jobs.events WHERE type = 'risk.decision.stopped' AND payload ->> 'moment' = 'batch'`,
  );
  expect(told.length).toBeGreaterThanOrEqual(2);
});

it('binds no quote without its decision: one from before is quoted anew and decided', async () => {
  const id = await quoted('10.00');
  await asOwner('settlement.batch_decisions', 'DELETE FROM settlement.batch_decisions WHERE batch_id = $1', id);
  await expect(confirm(id)).rejects.toMatchObject({ code: 'quote-stale', extra: { cause: 'batch-decision' } });
  await confirm(id);
  expect(await decisions(id)).toHaveLength(2);
});

it('is replayed as it was decided last (R13.1)', async () => {
  const period = { from: '2026-11-01', to: '2026-11-30' } as const;
  const count = await pastBatchesSource.count(world.db, period);
  const all = await pastBatchesSource.page(world.db, { ...period, after: undefined, limit: 100 });
  const batches = await world.db.query('SELECT DISTINCT batch_id FROM settlement.batch_decisions');
  expect([count, all.length]).toEqual([batches.length, batches.length]);
  const [first, second] = await pastBatchesSource.page(world.db, { ...period, after: undefined, limit: 2 });
  expect([first, second]).toEqual(all.slice(0, 2));
  expect(await pastBatchesSource.page(world.db, { ...period, after: second?.cursor, limit: 1 })).toEqual([all[2]]);
  expect(first).toMatchObject({ subject: { label: expect.stringMatching(/^PB-/) }, input: { batchesBefore: 0 } });
});
