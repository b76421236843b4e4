import { createStories, readTimeline, record, replayStory } from '@linggong/audit';
import type { Command } from '@linggong/core';
import { watchedDatabase, type WatchedDatabase } from './witness.fixture';

/** The story of an object tells what went past the application at its place: issue 4, audit; R9.5. */
let world: WatchedDatabase;
const stories = createStories();
const auditor = { role: 'audit-admin', scope: { kind: 'all' } } as const;
const command: Command = { actor: { kind: 'system', name: 'test' }, at: new Date(), traceId: 't' };
const goods = { kind: 'task', id: '1' };

beforeAll(async () => {
  world = await watchedDatabase();
  const owner = `SELECT NULL::int AS "enterpriseId", NULL::int AS "workerId" FROM public.goods WHERE id = $1`;
  stories.add({ kind: 'task', resource: 'task', owner, table: { name: 'public.goods' } });
  stories.relate({
    of: 'task',
    kind: 'engagement',
    resource: 'engagement',
    ids: `SELECT 'EG-' || id AS id FROM public.goods WHERE $1::int = 1 AND id IN (2, 3)`,
    table: {
      name: 'public.goods',
      keys: `SELECT 'EG-' || id AS id, id AS key FROM public.goods WHERE 'EG-' || id = ANY ($1::text[])`,
    },
  });
  world.start();
  await world.settled();
}, 180_000);
afterAll(() => world?.end());

// What comes to be has no state before it.
const tell = (before: object | null, after: object): Promise<void> =>
  record(world.app, command, {
    action: `task.${before ? 'change' : 'create'}`,
    subject: goods,
    ...(before && { before }),
    after,
  });

it('tells entries and changes past them in pages, each change once, with its user and masked; and replays both', async () => {
  const { superuserUrl } = world.test;
  await tell(null, { price: '1', phone: '*******8000' });
  await world.psql(superuserUrl, "UPDATE public.goods SET price = 99, phone = '13900139000' WHERE id = 1");
  await world.psql(world.test.url, 'UPDATE public.goods SET price = 5 WHERE id IN (3, 4)');
  await tell({ price: '99' }, { price: '100' });
  await world.psql(
    superuserUrl,
    "SET session_replication_role = 'replica'",
    'UPDATE public.goods SET price = 7 WHERE id = 1',
  );
  await world.told(3);
  const told: string[] = [];
  for (let cursor: string | undefined, isEnd = false; !isEnd;) {
    const page = await readTimeline(world.test.db, stories, { ...goods, id: '1' }, { limit: 1, cursor }, auditor);
    told.push(
      ...page.bypasses.map(({ dbUser, subjectId, after }) => `${dbUser} ${subjectId} ${JSON.stringify(after)}`),
      ...page.items.map(({ after }) => JSON.stringify(after)),
    );
    cursor = page.nextCursor;
    isEnd = cursor === undefined;
  }
  expect(told).toEqual([
    'postgres 1 {"price":"7"}',
    '{"price":"100"}',
    'linggong_app EG-3 {"price":"5"}',
    'postgres 1 {"phone":"*******9000","price":"99"}',
    '{"phone":"*******8000","price":"1"}',
  ]);
  const replay = await replayStory(world.test.db, stories, goods, new Date(Date.now() + 60_000), auditor);
  expect(replay).toMatchObject({ entries: 2, contradictions: [], isBypassCut: false });
  expect(replay.fields).toContainEqual({ field: 'price', value: '7', entryId: null, bypassNo: expect.anything() });
  expect(replay.bypasses.map(({ dbUser, operation }) => [dbUser, operation])).toEqual([
    ['postgres', 'update'],
    ['postgres', 'update'],
  ]);
});

it('tells them to nobody who may not read what went past the platform', async () => {
  const operator = { role: 'operator', scope: { kind: 'all' } } as const;
  const page = await readTimeline(world.test.db, stories, goods, { limit: 50 }, operator);
  expect([page.items.length, page.bypasses]).toEqual([2, []]);
  const replay = await replayStory(world.test.db, stories, goods, new Date(Date.now() + 60_000), operator);
  expect(replay.bypasses).toEqual([]);
  expect(replay.contradictions).toMatchObject([{ field: 'price', expected: '1', found: '99' }]);
});

it('tells that the whole table was emptied', async () => {
  await world.psql(world.test.superuserUrl, 'TRUNCATE public.goods');
  await world.told(1);
  const replay = await replayStory(world.test.db, stories, goods, new Date(Date.now() + 60_000), auditor);
  expect(replay.bypasses[0]).toMatchObject({ operation: 'truncate', subjectId: '1' });
  expect(replay.fields.find(({ field }) => field === 'price')).toMatchObject({ value: null });
});
