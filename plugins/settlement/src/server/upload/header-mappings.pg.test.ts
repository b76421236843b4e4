import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { rememberedMapping, rememberMapping } from './header-mappings';

let kit: TestDatabase;
beforeAll(async () => {
  kit = await testDatabase();
}, 120_000);
afterAll(() => kit?.drop());

it('two uploads that map the same titles, in whatever order, wait for one another and never both', async () => {
  let second: Promise<void> = Promise.resolve();
  await kit.db.transaction(async (one) => {
    await rememberMapping(one, 1, { a: 'name' });
    second = kit.db.transaction((other) => rememberMapping(other, 1, { b: null, a: null }));
    await waiting();
    await rememberMapping(one, 1, { b: 'remark' });
  });
  await second;
  expect(await rememberedMapping(kit.db, 1)).toEqual({ b: null, a: null });
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
