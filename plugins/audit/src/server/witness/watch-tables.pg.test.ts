import { createDatabase, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { bringUnderWatch } from './watch-tables';

/** An upgrade beside a running platform takes what it can and waits for nobody for long: issue 4, audit. */
let test: TestDatabase;
let owner: Database;
let other: Database;

beforeAll(async () => {
  test = await testDatabase({ only: ['plugins/audit'] });
  owner = createDatabase({ connectionString: test.ownerUrl, max: 1 });
  other = createDatabase({ connectionString: test.ownerUrl, max: 2 });
  await owner.query('CREATE TABLE public.a (id int); CREATE TABLE public.b (id int); CREATE TABLE public.c (id int)');
}, 120_000);
afterAll(async () => {
  await owner?.close();
  await other?.close();
  await test?.drop();
});

const watched = async (): Promise<string[]> => {
  const rows = await owner.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_publication_tables WHERE pubname = 'linggong_watch' AND schemaname = 'public' AND length(tablename) = 1 ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};

it('brings tables under watch one by one, leaves one that is in use, and holds no other meanwhile', async () => {
  const asked: string[] = [];
  await other.transaction(async (tx) => {
    await tx.query('SELECT FROM public.b');
    const outcome = await bringUnderWatch(async (sql, values) => {
      asked.push(String(values[0] ?? ''));
      const answer = owner.query<object>(sql, values);
      // While b is waited for, everybody writes into a.
      if (values[0] === 'public.b') await other.query('INSERT INTO public.a VALUES (1)');
      return answer;
    }, 1);
    expect(outcome).toEqual({ touched: 2, busy: ['public.b'] });
  });
  expect(asked).toEqual(['', 'public.a', 'public.b', 'public.c']);
  expect(await watched()).toEqual(['a', 'c']);
});

it('comes again for it, and then has nothing to do', async () => {
  let release: () => void = () => undefined;
  const letGo = new Promise<void>((resolve) => (release = resolve));
  let held: Promise<void> | undefined;
  await new Promise<void>((isHeld) => {
    held = other.transaction(async (tx) => {
      await tx.query('SELECT FROM public.b');
      isHeld();
      await letGo;
    });
  });
  const outcome = await bringUnderWatch(async (sql, values) => {
    return owner.query<object>(sql, [...values]).catch((error: unknown) => {
      release();
      throw error;
    });
  }, 5);
  await held;
  expect(outcome).toEqual({ touched: 1, busy: [] });
  expect(await watched()).toEqual(['a', 'b', 'c']);
  expect(await bringUnderWatch((sql, values) => test.db.query(sql, [...values]))).toEqual({ touched: 0, busy: [] });
});

it('is bounded in the statement of earlier releases as well', async () => {
  await owner.query('CREATE TABLE public.d (id int)');
  await other.transaction(async (tx) => {
    await tx.query('SELECT FROM public.d');
    expect(await test.db.one('SELECT audit.watch_tables() AS touched')).toEqual({ touched: 0 });
  });
  expect(await test.db.one('SELECT audit.watch_tables() AS touched')).toEqual({ touched: 1 });
});
