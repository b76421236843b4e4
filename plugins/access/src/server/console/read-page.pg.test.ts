import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { readPage, readPageSoon } from './read-page';

let kit: TestDatabase;
beforeAll(async () => {
  kit = await testDatabase({ only: ['core'] });
});
afterAll(() => kit?.drop());

/** Rows that are there at once, and a sum that takes 0.2 s a row. */
const source = {
  from: 'generate_series(1, 3) AS n (id)',
  columns: {
    id: { sql: 'n.id', sort: true },
    slowFen: { sql: "CASE WHEN pg_sleep(0.2)::text = '' THEN n.id ELSE 0 END", sum: true, shown: false },
  },
  scope: undefined,
  order: { column: 'id', direction: 'DESC' },
} as const;
const query = { conditions: [], sort: undefined, offset: 0, limit: 2 };

describe('a page of a list', () => {
  it('comes with the count and the sums of the whole list', async () => {
    expect(await readPage(kit.db, source, query)).toEqual({
      rows: [{ id: 3 }, { id: 2 }],
      total: 3,
      sums: { slowFen: 6n },
    });
  });

  it('comes without them where the rows would wait for them', async () => {
    expect(await readPageSoon(kit.db, source, query)).toEqual({ rows: [{ id: 3 }, { id: 2 }], sums: {} });
  });
});
