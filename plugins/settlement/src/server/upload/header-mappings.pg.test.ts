import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { changeMapping, rememberedMapping, rememberMapping } from './header-mappings';

const command = {
  actor: { kind: 'system', name: 'test' },
  at: new Date('2026-11-22T03:00:00Z'),
  traceId: 'map',
} as const;

let kit: TestDatabase;
beforeAll(async () => {
  kit = await testDatabase();
}, 120_000);
afterAll(() => kit?.drop());

it('two uploads that map the same titles, in whatever order, wait for one another and never both', async () => {
  let second: Promise<void> = Promise.resolve();
  await kit.db.transaction(async (one) => {
    await rememberMapping(one, command, 1, { a: 'name' });
    second = kit.db.transaction((other) => rememberMapping(other, command, 1, { b: null, a: null }));
    await waiting();
    await rememberMapping(one, command, 1, { b: 'remark' });
  });
  await second;
  expect(await rememberedMapping(kit.db, 1)).toEqual({ b: null, a: null });
});

it('changes what a heading means, tells it in the log without its words, and only what is known', async () => {
  const map = (mapping: Parameters<typeof changeMapping>[3]) =>
    kit.db.transaction((tx) => changeMapping(tx, command, 9, mapping));
  await expect(map({ 员工: 'name' })).rejects.toMatchObject({ code: 'not-found' });
  await kit.db.transaction((tx) => rememberMapping(tx, command, 9, { 员工: 'remark', 部门: null }));
  expect(await map({ 员工: 'name' })).toEqual({ 员工: 'name', 部门: null });
  // The same once more is no change, and no entry.
  await map({ 员工: 'name', 部门: null });
  const told = await kit.db.query(
    `SELECT count, before, after FROM audit.published_entries
      WHERE action = 'enterprise.map-columns' AND subject_id = '9' ORDER BY at, count DESC`,
  );
  expect(told).toEqual([
    { count: 2n, before: { columnsMapped: 0, columnsIgnored: 0 }, after: { columnsMapped: 1, columnsIgnored: 1 } },
    { count: 1n, before: { columnsMapped: 1, columnsIgnored: 1 }, after: { columnsMapped: 1, columnsIgnored: 1 } },
  ]);
  expect(JSON.stringify(told.map(({ before, after }) => [before, after]))).not.toMatch(/员工|部门/);
});

/** Until the second stands before the first. */
async function waiting(): Promise<void> {
  for (let look = 0; look < 500; look += 1) {
    const found = await kit.db.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (found.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody waits');
}
