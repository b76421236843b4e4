import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { savedViewsAnswer } from '../../api/saved-view';
import { VIEWS_MAX } from '../../domain/saved-view';
import { consoleResource } from '../console/console-resource';
import { keepLists } from '../console/list-registry';
import type { Account } from '../http/account';
import { keepView, removeView, viewsOf } from './views';

const at = new Date('2026-11-26T02:00:00Z');
let kit: TestDatabase;

// Only number and role are looked at.
const keeper = (id: number) => ({ account: { id, role: 'audit-admin' } as Account, at });
const view = { listName: 'view-rows', viewName: '八号企业', filter: '{"enterpriseId":8}' };
const keep = (id: number, more: object = {}) =>
  kit.db.transaction((tx) => keepView(tx, keeper(id), { ...view, ...more }));

beforeAll(async () => {
  kit = await testDatabase({ only: ['jobs', 'audit', 'vault', 'access'].map((name) => `plugins/${name}`) });
  keepLists([
    consoleResource({
      name: 'view-rows',
      resource: 'account',
      from: 'public.up_users u',
      columns: { id: { sql: 'u.id', sort: true }, enterpriseId: { sql: 'u.enterprise_id', filter: 'relation' } },
      scope: () => 'all',
    }),
  ]);
}, 400_000);
afterAll(() => kit?.drop());

it('keeps a view under its name, replaces it under the same, and gives it to its owner alone', async () => {
  await keep(1);
  await keep(1, { sort: '["id","DESC"]', shownColumns: { enterpriseId: false } });
  const items = await viewsOf(kit.db, keeper(1), 'view-rows');
  expect(savedViewsAnswer.parse({ items }).items).toMatchObject([
    {
      viewName: '八号企业',
      filter: '{"enterpriseId": 8}',
      sort: '["id", "DESC"]',
      shownColumns: { enterpriseId: false },
    },
  ]);
  expect(await viewsOf(kit.db, keeper(2), 'view-rows')).toEqual([]);
  const id = items[0]?.id ?? '';
  await expect(kit.db.transaction((tx) => removeView(tx, keeper(2).account, id))).rejects.toMatchObject({
    status: 404,
  });
  expect(await kit.db.transaction((tx) => removeView(tx, keeper(1).account, id))).toBe('view-rows');
  expect(await viewsOf(kit.db, keeper(1), 'view-rows')).toEqual([]);
});

it('takes what the list knows and no more', async () => {
  await expect(keep(1, { filter: '{"password":1}' })).rejects.toMatchObject({ status: 400 });
  await expect(keep(1, { sort: '["password","ASC"]' })).rejects.toMatchObject({ status: 400 });
  await expect(keep(1, { shownColumns: { password: true } })).rejects.toMatchObject({ code: 'view-column-unknown' });
  await expect(keep(1, { listName: 'no-such-list' })).rejects.toMatchObject({ status: 404 });
});

it('keeps twenty a list, also where they come at the same time', async () => {
  const kept = await Promise.allSettled(
    Array.from({ length: VIEWS_MAX + 3 }, (_, index) => keep(3, { viewName: `视图 ${index.toString()}` })),
  );
  expect(kept.filter(({ status }) => status === 'fulfilled')).toHaveLength(VIEWS_MAX);
  expect(await viewsOf(kit.db, keeper(3), 'view-rows')).toHaveLength(VIEWS_MAX);
});
