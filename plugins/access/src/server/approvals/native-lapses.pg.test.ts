import { createDatabase, systemCommand, type Command, type Database } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createNativeLapses, lapseNatively } from './native-lapses';

const start = new Date('2026-11-22T03:00:00Z');
const hours = (count: number): Command => systemCommand('test', new Date(start.getTime() + count * 3_600_000), 'lapse');
const stuckMax = 50;

let test: TestDatabase;
let db: Database;
const lapses = createNativeLapses();
const faults: string[] = [];
const lapsed: string[] = [];
const round = (at: Command) => lapseNatively({ db, lapses, log: { error: (line) => void faults.push(line) } }, at);

beforeAll(async () => {
  test = await testDatabase();
  db = createDatabase({ connectionString: test.url, max: 2 });
}, 240_000);
afterAll(async () => {
  await db?.close();
  await test?.drop();
});

/** A native request whose term ended `serial` seconds after the start. */
async function asked(action: string, serial: number): Promise<void> {
  const request = {
    mode: 'native',
    resource: 'thing',
    action,
    subject_kind: 'thing',
    subject_id: `${action}-${serial}`,
    subject_label: 'T',
    maker_name: 'operator#1',
    view_sha256: '0'.repeat(64),
    deciders: ['finance-approver'],
    asked_at: new Date(start.getTime() - 3_600_000),
    expires_at: new Date(start.getTime() + serial * 1_000),
  };
  await db.query('SELECT access.ask_approval($1, NULL)', [JSON.stringify(request)]);
}

const counted = async (action: string) =>
  (
    await db.query('SELECT state, count(*)::int AS count FROM access.approvals WHERE action = $1 GROUP BY 1', [action])
  )[0];

it('lets no request that cannot be ended keep others from it, nor say so each round', async () => {
  lapses.register('thing:stuck', () => Promise.reject(new Error('the books are closed')));
  lapses.register('thing:free', async (_tx, _command, id) => void lapsed.push(id));
  for (let serial = 0; serial < stuckMax; serial += 1) await asked('stuck', serial);
  await asked('free', 100);
  expect([await round(hours(1)), faults.length]).toEqual([0, stuckMax]);
  expect([await round(hours(1.01)), faults.length, lapsed]).toEqual([1, stuckMax, ['free-100']]);
  expect(await counted('free')).toEqual({ state: 'expired', count: 1 });
  expect([await round(hours(1.5)), faults.length]).toEqual([0, stuckMax]);
  // Those of before come again, after what was never tried.
  await asked('free', 200);
  expect([await round(hours(2.1)), faults.length]).toEqual([1, stuckMax * 2 - 1]);
  expect(await counted('stuck')).toEqual({ state: 'pending', count: stuckMax });
});

it('ends a request alone where the business says that its row was decided already', async () => {
  const refusal = problem(409, 'thing-decided', { zh: '已处理', en: 'Decided already' });
  lapses.register('thing:decided', () => Promise.reject(refusal), ['thing-decided']);
  lapses.register('thing:refused', () => Promise.reject(refusal), ['another']);
  await asked('decided', 0);
  await asked('refused', 0);
  const before = faults.length;
  expect([await round(hours(2.2)), await counted('decided')]).toEqual([1, { state: 'expired', count: 1 }]);
  expect([faults.length - before, await counted('refused')]).toEqual([2, { state: 'pending', count: 1 }]);
});
