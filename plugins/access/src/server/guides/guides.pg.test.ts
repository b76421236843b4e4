import { systemCommand, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { Guide } from '../../domain/guides/guide';
import { bringGuides } from './bring-guides';
import { publishedGuides } from './published-guides';

let kit: TestDatabase;
let db: Database;
beforeAll(async () => {
  kit = await testDatabase();
  db = kit.db;
});
afterAll(() => kit?.drop());

const guide = (name: string, body: string, audience: Guide['audience'] = 'everybody'): Guide => ({
  name,
  title: { zh: `${name}指南`, en: `Guide to ${name}` },
  steps: { zh: ['一', '二', '三'], en: ['one', 'two', 'three'] },
  body: { zh: body, en: body },
  audience,
  pages: [name],
});
const delivered = [guide('tasks', '第一版'), guide('orders', '第一版', 'staff'), guide('mine', '第一版', 'worker')];
let at = Date.UTC(2026, 10, 28);
const bring = (guides: readonly Guide[]): Promise<string[]> =>
  bringGuides(db, systemCommand('guides', new Date((at += 60_000)), 'test'), guides);
const bodyOf = async (name: string): Promise<string | undefined> =>
  (await publishedGuides(db, 'operator')).find((one) => one.name === name)?.body.zh;

it('are published by the first start, once, and told in the audit log', async () => {
  expect(await bring(delivered)).toEqual(['tasks', 'orders', 'mine']);
  expect(await bring(delivered)).toEqual([]);
  const rows = await db.query<object>(
    'SELECT published_at IS NULL AS draft, count(*)::int AS n FROM public.guides GROUP BY 1 ORDER BY 1',
  );
  expect(rows).toEqual([
    { draft: false, n: 3 },
    { draft: true, n: 3 },
  ]);
  const entries = await db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM audit.published_entries WHERE action = 'guide.bring' AND after->>'names' = 'tasks, orders, mine'`,
  );
  expect(entries).toEqual([{ n: 1 }]);
});

it('are read by whom they are for, their own first', async () => {
  const namesFor = async (role: 'operator' | 'worker' | 'enterprise' | 'regulator'): Promise<string[]> =>
    (await publishedGuides(db, role)).map(({ name }) => name);
  expect(await namesFor('operator')).toEqual(['orders', 'tasks']);
  expect(await namesFor('regulator')).toEqual(['orders', 'tasks']);
  expect(await namesFor('worker')).toEqual(['mine', 'tasks']);
  expect(await namesFor('enterprise')).toEqual(['tasks']);
});

it('take the new text of a later release', async () => {
  expect(await bring([guide('tasks', '第二版'), ...delivered.slice(1)])).toEqual(['tasks']);
  expect(await bodyOf('tasks')).toBe('第二版');
});

it('stay as people changed them, took them away or wrote them first', async () => {
  await db.query(`UPDATE public.guides SET body_zh = '我们的写法' WHERE name = 'tasks'`);
  await db.query(`DELETE FROM public.guides WHERE name = 'orders'`);
  await db.query(
    `INSERT INTO public.guides (name, title_zh, title_en, body_zh, audience, document_id, published_at)
     VALUES ('own', '自写', 'Own', '自写', 'everybody', 'own', now())`,
  );
  const later = [...delivered.map(({ name, audience }) => guide(name, '第三版', audience)), guide('own', '第三版')];
  expect(await bring(later)).toEqual(['mine']);
  expect([await bodyOf('tasks'), await bodyOf('orders'), await bodyOf('own')]).toEqual([
    '我们的写法',
    undefined,
    '自写',
  ]);
});

it('are brought once where two processes start at the same time', async () => {
  const more = [guide('new', '第一版')];
  const brought = await Promise.all([bring(more), bring(more)]);
  expect(brought.flat()).toEqual(['new']);
});
