import { changedFields, createDataProvider, sumsOf } from './data-provider';
import { ProblemError, UnreachableError } from './problem';

interface Seen {
  url: string;
  method: string;
  headers: Headers;
  body: unknown;
}

const seen: Seen[] = [];
let answer: () => Response;

beforeEach(() => {
  seen.length = 0;
  const stored = new Map([
    ['linggong.session', 'token-1'],
    ['linggong.locale', 'zh'],
  ]);
  Object.assign(globalThis, { localStorage: { getItem: (name: string) => stored.get(name) ?? null } });
  globalThis.fetch = (input, init = {}) => {
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    seen.push({ url: String(input), method: init.method ?? 'GET', headers: new Headers(init.headers), body });
    return Promise.resolve(answer());
  };
});

const json = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), { status: 200, ...init });
const list = {
  pagination: { page: 2, perPage: 25 },
  sort: { field: 'id', order: 'DESC' as const },
  filter: { state: 'paid' },
};

describe('the data provider', () => {
  const provider = createDataProvider();

  it('reads a list in the simple-rest dialect, with the sums of the whole filtered set', async () => {
    answer = () =>
      json([{ id: 26 }], { headers: { 'Content-Range': 'orders 25-25/26', 'X-Sums': '{"netFen":590273118}' } });
    const result = await provider.getList('orders', list);
    expect(result).toEqual({ data: [{ id: 26 }], total: 26, meta: { sums: { netFen: 590273118 } } });
    const url = new URL(seen[0]?.url ?? '', 'http://x');
    expect(url.pathname).toBe('/api/console/orders');
    expect(url.searchParams.get('range')).toBe('[25,49]');
    expect(url.searchParams.get('filter')).toBe('{"state":"paid"}');
    expect(seen[0]?.headers.get('Authorization')).toBe('Bearer token-1');
    expect(seen[0]?.headers.get('Accept-Language')).toBe('zh');
  });

  it('lets the rows of a list be there before their count', async () => {
    const rows = Array.from({ length: 25 }, (_, index) => ({ id: index + 1 }));
    answer = () => json(rows, { headers: { 'Content-Range': 'orders 25-49/*' } });
    const first = await provider.getList('orders', { ...list, meta: { totals: 'soon' } });
    expect(first).toEqual({
      data: rows,
      pageInfo: { hasNextPage: true, hasPreviousPage: true },
      meta: { later: true },
    });
    expect(new URL(seen[0]?.url ?? '', 'http://x').searchParams.get('totals')).toBe('soon');
    // A page that is not full is the last one.
    answer = () => json(rows.slice(0, 3), { headers: { 'Content-Range': 'orders 25-27/*' } });
    expect(await provider.getList('orders', { ...list, meta: { totals: 'soon' } })).toMatchObject({ total: 28 });
  });

  it('reads rows by their numbers, all of them however many', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => n + 1);
    answer = () => json([{ id: 1 }], { headers: { 'Content-Range': 'workers 0-0/1' } });
    expect(await provider.getMany('workers', { ids })).toEqual({ data: [{ id: 1 }] });
    const url = new URL(seen[0]?.url ?? '', 'http://x');
    expect(url.searchParams.get('range')).toBe('[0,39]');
    expect(JSON.parse(url.searchParams.get('filter') ?? '')).toEqual({ id: ids });
  });

  it('never puts a personal number into an address', async () => {
    answer = () => json({ items: [{ id: 7 }] });
    const result = await provider.getList('workers', { ...list, filter: { identityNumber: '11010519491231002X' } });
    expect(result.data).toEqual([{ id: 7 }]);
    expect(seen[0]).toMatchObject({
      url: '/api/v1/workers/search',
      method: 'POST',
      body: { identityNumber: '11010519491231002X' },
    });
    expect(seen.some(({ url }) => url.includes('11010519491231002X'))).toBe(false);
  });

  it('sends an edit as a PATCH of what changed, and nothing where nothing did', async () => {
    answer = () => json({ id: 1, name: 'b', industry: 'x' });
    const previousData = { id: 1, name: 'a', industry: 'x' };
    const result = await provider.update('enterprises', { id: 1, data: { ...previousData, name: 'b' }, previousData });
    expect(seen[0]).toMatchObject({ url: '/api/v1/enterprises/1', method: 'PATCH', body: { name: 'b' } });
    expect(result.data).toMatchObject({ id: 1, name: 'b' });
    await provider.update('enterprises', { id: 1, data: previousData, previousData });
    expect(seen).toHaveLength(1);
  });

  it('gives a command the key of its intention, so that a second press has no second effect', async () => {
    answer = () => json({ batch: {} }, { status: 202 });
    await provider.command('settlement-batches', 47, 'confirm', { quoteVersion: 3 }, 'key-1');
    await provider.command('settlement-batches', 47, 'confirm', { quoteVersion: 3 }, 'key-1');
    expect(seen.map(({ url }) => url)).toEqual(Array(2).fill('/api/v1/settlement-batches/47/confirm'));
    expect(seen.map(({ headers }) => headers.get('Idempotency-Key'))).toEqual(['key-1', 'key-1']);
  });

  it('gives every other write a key of its own, and a read none', async () => {
    answer = () => json({ id: 1 });
    await provider.create('enterprises', { data: { name: 'x' } });
    await provider.getOne('enterprises', { id: 1 });
    expect(seen[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
    expect(seen[1]?.headers.has('Idempotency-Key')).toBe(false);
  });

  it('tells a refusal in the words of the server', async () => {
    const problem = {
      code: 'quote-stale',
      title: '报价已变化',
      fix: '请核对后重新确认',
      traceId: 't',
      quoteVersion: 4,
    };
    answer = () => json(problem, { status: 409, headers: { 'Content-Type': 'application/problem+json' } });
    const refusal: unknown = await provider
      .command('settlement-batches', 47, 'confirm', {})
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ProblemError);
    expect(refusal).toMatchObject({
      status: 409,
      message: '报价已变化',
      problem: { code: 'quote-stale', quoteVersion: 4 },
    });
  });

  it('says so where no server answers, and where a proxy answers with a page', async () => {
    answer = () => {
      throw new TypeError('fetch failed');
    };
    await expect(provider.getOne('orders', { id: 1 })).rejects.toBeInstanceOf(UnreachableError);
    answer = () => new Response('<html>502</html>', { status: 502 });
    await expect(provider.getOne('orders', { id: 1 })).rejects.toMatchObject({
      status: 502,
      message: 'problem.unavailable',
    });
  });

  it('deletes nothing', async () => {
    await expect(provider.delete('orders', { id: 1 })).rejects.toThrow('problem.neverDeleted');
    expect(seen).toHaveLength(0);
  });
});

describe('pieces', () => {
  it('reads sums and ignores what is no sum', () => {
    expect(sumsOf(new Headers({ 'X-Sums': '{"a":1,"b":"2","c":"x"}' }))).toEqual({ a: 1, b: 2 });
    expect(sumsOf(new Headers({ 'X-Sums': 'broken' }))).toBeUndefined();
    expect(sumsOf(new Headers())).toBeUndefined();
  });

  it('compares fields by value', () => {
    expect(changedFields({ a: [1], b: 1 }, { a: [1], b: 2 })).toEqual({ b: 2 });
  });
});
