import { systemCommand } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { News } from '../../domain/news';
import { pruneNews, readNews, seeNews } from './read-news';
import { NEWS_MAX, tellNews } from './tell-news';

const at = new Date('2026-11-26T02:00:00Z');
const later = (days: number): Date => new Date(at.getTime() + days * 86_400_000);

let kit: TestDatabase;
/** Numbers of accounts: two of enterprise 1, one of enterprise 2, one of worker 1, two of the house. */
let own: number, beside: number, other: number, worker: number, staff: number, colleague: number;

beforeAll(async () => {
  kit = await testDatabase();
  const open = async (name: string, role: string, enterprise: number | null, workerId: number | null) => {
    const { id } = await kit.db.one<{ id: number }>('SELECT access.open_account($1, $2, $3, $4, $5, $6) AS id', [
      name.padEnd(24, '0'),
      name,
      role,
      enterprise,
      workerId,
      at,
    ]);
    return id;
  };
  [own, beside, other] = [
    await open('news-own', 'enterprise', 1, null),
    await open('news-beside', 'enterprise', 1, null),
    await open('news-other', 'enterprise', 2, null),
  ];
  worker = await open('news-worker', 'worker', null, 1);
  [staff, colleague] = [
    await open('news-staff', 'operator', null, null),
    await open('news-else', 'operator', null, null),
  ];
}, 400_000);
afterAll(() => kit?.drop());
beforeEach(() => kit.db.query('DELETE FROM access.news'));

const tell = (news: readonly News[], on = at): Promise<number> =>
  kit.db.transaction((tx) => tellNews(tx, systemCommand('news', on, 'news'), news));
const batch = (id: number, to: News['to'], kind: News['kind'] = 'batch-quoted'): News => ({
  kind,
  to,
  page: 'settlement-batches',
  id,
  number: `PB-${id.toString()}`,
});
const told = async (account: number): Promise<string[]> =>
  (await readNews(kit.db, account)).items.map(
    ({ kind, subjectId, things, isNew }) => `${kind} ${subjectId ?? '-'} ${things}${isNew ? ' new' : ''}`,
  );

describe('what came of one’s own things is told to whom it concerns, and to nobody else', () => {
  it('all accounts of an enterprise, and not those of another', async () => {
    expect(await tell([batch(5, { enterpriseId: 1 })])).toBe(2);
    expect(await Promise.all([own, beside, other, worker, staff].map(told))).toEqual([
      ['batch-quoted 5 1 new'],
      ['batch-quoted 5 1 new'],
      [],
      [],
      [],
    ]);
  });

  it('a worker, or one account of the house', async () => {
    await tell([batch(5, { workerId: 1 }), batch(6, { accountId: staff })]);
    expect(await Promise.all([worker, staff, colleague, own].map(told))).toEqual([
      ['batch-quoted 5 1 new'],
      ['batch-quoted 6 1 new'],
      [],
      [],
    ]);
  });

  it('once where an account is named beside its enterprise', async () => {
    await tell([batch(5, { enterpriseId: 1 }), batch(5, { accountId: own })]);
    expect(await told(own)).toEqual(['batch-quoted 5 1 new']);
  });

  it('in one line where a call tells an account of many, and they add up until they are read', async () => {
    const many = (from: number): News[] =>
      Array.from({ length: NEWS_MAX }, (_, i) => batch(from + i, { enterpriseId: 1 }));
    expect(await tell(many(1))).toBe(2);
    expect(await tell(many(2_000))).toBe(2);
    expect(await told(own)).toEqual(['batch-quoted - 2000 new']);
    await expect(tell([...many(1), batch(0, { enterpriseId: 1 })])).rejects.toThrow(RangeError);
  });

  it('of one thing only what came last, as new and as the newest', async () => {
    await tell([batch(5, { enterpriseId: 1 })]);
    await tell([batch(6, { enterpriseId: 1 })]);
    const [newest] = (await readNews(kit.db, own)).items;
    await seeNews(kit.db, own, newest?.id ?? '0', at);
    await tell([batch(5, { enterpriseId: 1 })]);
    expect(await told(own)).toEqual(['batch-quoted 5 1 new', 'batch-quoted 6 1']);
  });
});

describe('news is read by an account for itself', () => {
  it('up to a line; what came meanwhile stays new', async () => {
    await tell([batch(5, { enterpriseId: 1 })]);
    const [first] = (await readNews(kit.db, own)).items;
    await tell([batch(6, { enterpriseId: 1 })]);
    expect(await seeNews(kit.db, own, first?.id ?? '0', at)).toBe(1);
    expect([await readNews(kit.db, own), await readNews(kit.db, beside)].map(({ newCount }) => newCount)).toEqual([
      1, 2,
    ]);
  });

  it('thirty at a time', async () => {
    for (let id = 1; id <= 32; id += 1) await tell([batch(id, { accountId: staff })]);
    const { items, newCount } = await readNews(kit.db, staff);
    const rest = await readNews(kit.db, staff, items.at(-1)?.id);
    expect([items.length, rest.items.length, newCount]).toEqual([30, 2, 32]);
    expect(items[0]?.subjectId).toBe('32');
  });

  it('goes ninety days after it came', async () => {
    await tell([batch(5, { accountId: staff })]);
    await tell([batch(6, { accountId: staff })], later(2));
    await pruneNews(kit.db, later(91));
    expect(await told(staff)).toEqual(['batch-quoted 6 1 new']);
  });
});
