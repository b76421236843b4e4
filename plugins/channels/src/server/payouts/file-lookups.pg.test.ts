import { systemCommand, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { calendarFrom } from './channel-settings';
import { demandWindow } from './file-window';
import { demandBank, waitingFiles } from './send-payouts';

let kit: TestDatabase;
beforeAll(async () => {
  kit = await testDatabase({
    only: ['plugins/access', 'plugins/jobs', 'plugins/audit', 'plugins/studio', 'plugins/channels'],
  });
}, 120_000);
afterAll(() => kit.drop());

const at = new Date('2026-11-20T02:00:00Z');
const command = systemCommand('channels-test', at, 'trace-1');

type Statement = readonly [sql: string, params: readonly unknown[]];

/** What is asked of the database. */
async function statementsOf(work: (db: Database) => Promise<unknown>): Promise<Statement[]> {
  const asked: Statement[] = [];
  const keep = (sql: string, params: readonly unknown[] = []): void => void asked.push([sql, params]);
  const db: Database = {
    ...kit.db,
    query: (sql, params) => (keep(sql, params), kit.db.query(sql, params)),
    maybeOne: (sql, params) => (keep(sql, params), kit.db.maybeOne(sql, params)),
  };
  await work(db);
  return asked;
}

/** The plan of a statement where nothing is gone through as a whole that an index could find. */
async function planOf([sql, params]: Statement): Promise<string> {
  return kit.db.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    const rows = await tx.query<Record<string, string>>(`EXPLAIN ${sql}`, params);
    return rows.map((row) => Object.values(row).join('')).join('\n');
  });
}

const channelOf = () => {
  throw new Error('there is no bank in this test');
};

it.each<[string, (db: Database) => Promise<unknown>]>([
  ['asking for the bank of a file', (db) => demandBank(db, channelOf, command, 'PF-1')],
  ['looking at the window of a file', (db) => demandWindow(db, command, 'PF-1')],
  ['finding files that wait', (db) => waitingFiles(db, at, at)],
])('%s finds its payouts by the index of files, however many there are', async (_name, work) => {
  const statements = await statementsOf(work);
  expect(statements).toHaveLength(1);
  for (const statement of statements) {
    expect(await planOf(statement)).toMatch(/using channels_payouts_file on payouts/);
  }
});

it('takes the days on which a bank works from the calendar of the house, which has years that were not delivered', async () => {
  const calendar = await calendarFrom(kit.db, '2026-11-20');
  // Spring Festival of 2027 stands in the calendar alone; of 2028 nobody knows yet, and weekdays are worked.
  expect(['2027-02-08', '2026-10-10', '2028-02-09'].map((day) => calendar.isWorkingDay(day))).toEqual([
    false,
    true,
    true,
  ]);
});
