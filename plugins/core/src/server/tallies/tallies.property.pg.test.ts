import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { checkTallies, foldTallies, rebuildTallies, tallySum, tallySums } from '.';

/** Three tables that are counted: one by an enterprise and a state, with money; one whose rows count twice or not at all. */
const COUNTED = `
  CREATE TABLE public.payments (id int PRIMARY KEY, enterprise_id int, state text, day date, fen bigint);
  CREATE FUNCTION public.payment_tallies(p public.payments) RETURNS SETOF core.contribution LANGUAGE sql IMMUTABLE AS $$
    SELECT t.tally, p.state, p.day, p.enterprise_id, 1::bigint, p.fen, 1::bigint, 2::bigint, p.fen - 2
      FROM (VALUES ('payments'), ('paid')) AS t (tally) WHERE t.tally = 'payments' OR p.state = 'paid'
  $$;
  INSERT INTO public.payments VALUES (1000, 1, 'paid', '2026-01-31', 500), (1001, NULL, 'open', '2026-02-01', 700);
  SELECT core.keep_tallies('public.payments', 'public.payment_tallies', ARRAY['payments', 'paid']);
  ALTER TABLE public.payments ADD COLUMN later text;
  ALTER TABLE public.payments DROP COLUMN later;
  GRANT SELECT, INSERT, UPDATE, DELETE ON public.payments TO linggong_app`;

type Step =
  | {
      do: 'insert' | 'upsert';
      id: number;
      many: number;
      state: string;
      enterprise: number | null;
      day: number;
      fen: number;
    }
  | { do: 'update'; from: number; to: number; state: string; day: number }
  | { do: 'money'; id: number; fen: number }
  | { do: 'delete'; id: number }
  | { do: 'fold'; most: number }
  | { do: 'commit' | 'rollback' | 'empty' };

const id = fc.integer({ min: 0, max: 12 });
const fen = fc.integer({ min: 1, max: 900 });
const day = fc.integer({ min: 1, max: 3 });
const state = fc.constantFrom('open', 'paying', 'paid');
const row = { id, many: fc.integer({ min: 1, max: 4 }), state, enterprise: fc.constantFrom(null, 1, 2), day, fen };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('insert' as const, 'upsert' as const), ...row }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('update' as const), from: id, to: id, state, day }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('money' as const), id, fen }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), id }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('fold' as const), most: fc.integer({ min: 1, max: 9 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('commit' as const, 'commit' as const, 'rollback' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('empty' as const) }) },
);

let kit: TestDatabase;
let owner: Client;
let people: [Client, Client];

beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/core'] });
  const opened = [kit.ownerUrl, kit.url, kit.url].map((connectionString) => new Client({ connectionString }));
  for (const client of opened) await client.connect();
  owner = opened[0] as Client;
  people = [opened[1] as Client, opened[2] as Client];
  await owner.query(COUNTED);
}, 120_000);
afterAll(async () => {
  await Promise.all([owner, ...people].map((client) => client.end()));
  await kit.drop();
});

/** Ids of one connection are its own, so that no row makes the other wait; the totals are everybody's. */
async function run(client: Client, whose: number, one: Step): Promise<void> {
  const at = (number: number): number => number + whose * 100;
  switch (one.do) {
    case 'insert':
    case 'upsert':
      await client.query(
        `INSERT INTO public.payments SELECT n, $3, $4, make_date(2026, 2, $5), $6 FROM generate_series($1::int, $1::int + $2::int - 1) n
         ON CONFLICT (id) DO ${one.do === 'insert' ? 'NOTHING' : 'UPDATE SET fen = payments.fen + 1, enterprise_id = excluded.enterprise_id'}`,
        [at(one.id), one.many, one.enterprise, one.state, one.day, one.fen],
      );
      return;
    case 'update':
      await client.query(
        'UPDATE public.payments SET state = $3, day = make_date(2026, 2, $4) WHERE id BETWEEN $1 AND $2',
        [at(one.from), at(one.to), one.state, one.day],
      );
      return;
    case 'money':
      await client.query(
        `MERGE INTO public.payments p USING (SELECT $1::int AS id) s ON p.id = s.id
         WHEN MATCHED THEN UPDATE SET fen = $2 WHEN NOT MATCHED THEN INSERT VALUES ($1, 3, 'open', '2026-03-01', $2)`,
        [at(one.id), one.fen],
      );
      return;
    case 'delete':
      await client.query('DELETE FROM public.payments WHERE id = $1', [at(one.id)]);
      return;
    case 'fold':
      await client.query('SELECT core.fold_tallies($1)', [one.most]);
      return;
    case 'commit':
    case 'rollback':
      await client.query(`${one.do}; BEGIN`);
      return;
    case 'empty':
      await people[0].query('COMMIT');
      await people[1].query('COMMIT');
      await owner.query('TRUNCATE public.payments');
      await people[0].query('BEGIN');
      await people[1].query('BEGIN');
  }
}

const differing = async (): Promise<[string, bigint, readonly string[]][]> =>
  (await checkTallies(kit.db, 5)).map(({ tally, differing: count, samples }) => [tally, count, samples]);
const agreed = [
  ['paid', 0n, []],
  ['payments', 0n, []],
];

describe('tallies (计数, R13.1)', () => {
  it('count what was there before they were kept', async () => {
    expect(await differing()).toEqual(agreed);
    expect(await tallySum(kit.db, { tally: 'payments' })).toEqual({
      count: 2,
      grossFen: 1200n,
      feeFen: 2n,
      taxFen: 4n,
      netFen: 1196n,
    });
    expect(await tallySums(kit.db, 'month', { tally: 'payments' })).toMatchObject([
      { key: '2026-01', grossFen: 500n },
      { key: '2026-02', grossFen: 700n },
    ]);
    expect(await tallySums(kit.db, 'enterprise', { tally: 'payments' })).toMatchObject([{ key: '1', grossFen: 500n }]);
    expect(await tallySum(kit.db, { tally: 'payments', enterpriseId: 1, parts: ['open'] })).toMatchObject({
      count: 0,
      grossFen: 0n,
    });
  });

  it('are what their rows come to, whatever two people do at once and whenever it is folded', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(0 as const, 1 as const), step), { maxLength: 40 }),
        async (steps) => {
          for (const client of people) await client.query('BEGIN');
          for (const [whose, one] of steps) {
            // Who folds waits for a fold that is not committed, and that one may wait for nobody: folds commit at once.
            if (one.do === 'fold') await people[whose].query('COMMIT');
            await run(people[whose], whose, one);
            if (one.do === 'fold') await people[whose].query('BEGIN');
            expect(await differing()).toEqual(agreed);
          }
          for (const client of people) await client.query('COMMIT');
          await foldTallies(kit.db);
          expect(await differing()).toEqual(agreed);
          const left = await owner.query(
            'SELECT FROM core.tally_deltas UNION ALL SELECT FROM core.tallies WHERE count = 0 AND gross_fen = 0',
          );
          expect(left.rowCount).toBe(0);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  it('are found wrong where a change went past the trigger, and are put right', async () => {
    await owner.query('TRUNCATE public.payments; ALTER TABLE public.payments DISABLE TRIGGER ALL');
    await owner.query("INSERT INTO public.payments VALUES (5, 2, 'open', '2026-02-02', 100)");
    await owner.query('ALTER TABLE public.payments ENABLE TRIGGER ALL');
    expect(await differing()).toEqual([
      ['paid', 0n, []],
      ['payments', 2n, ['open 2026-02-02 #0', 'open 2026-02-02 #2']],
    ]);
    await kit.db.transaction((tx) => rebuildTallies(tx, 'public.payments'));
    expect(await differing()).toEqual(agreed);
    expect(await tallySum(kit.db, { tally: 'payments' })).toMatchObject({ count: 1, grossFen: 100n });
  });

  it('cannot be written by who changes rows', async () => {
    const tables = ['core.tallies', 'core.tally_deltas', 'core.tally_sources'];
    for (const table of tables) {
      await expect(kit.db.query(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
    }
    await expect(kit.db.query("SELECT core.keep_tallies('public.payments', 'x', ARRAY['y'])")).rejects.toThrow(
      /permission denied/,
    );
  });
});
