import { createDatabase, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { LINE_UNREGISTERED } from './console';

let test: TestDatabase;
let db: Database;
beforeAll(async () => {
  test = await testDatabase();
  db = createDatabase({ connectionString: test.url, max: 1 });
}, 120_000);
afterAll(async () => {
  await db?.close();
  await test?.drop();
});

it('finds the credits that are no deposit yet by their own index, in its order', async () => {
  const plan = await db.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    return tx.query(
      `EXPLAIN SELECT l.id FROM channels.statement_lines l WHERE (${LINE_UNREGISTERED} = $1)
        ORDER BY l.booked_at DESC NULLS LAST, l.id DESC LIMIT 25 OFFSET 0`,
      [true],
    );
  });
  expect(JSON.stringify(plan)).toContain('using statement_lines_unregistered');
  expect(JSON.stringify(plan)).not.toContain('Sort');
});
