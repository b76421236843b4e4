import { blockerOf } from '@linggong/settlement/api';
import { roles } from '@linggong/config/roles';
import { guides } from '../i18n/zh/guides';
import type { ConsoleDataProvider } from '../provider';
import { todosOf, type Todo } from './todos';
import { loadWaiting, shortReasons, waitingRow } from './waiting';

const due: Todo = { key: 'duePeriods', resource: 'tax-periods', filter: {}, due: 'dueOn', fen: 'incomeTaxFen' };
const stuck: Todo = {
  key: 'blockedLines',
  resource: 'settlement-batches',
  filter: {},
  since: 'uploadedAt',
  stuck: 'blockedLines',
};

describe('what waits', () => {
  it('is told with its day and its money', () => {
    expect(waitingRow(due, { id: 3, month: '2026-10', dueOn: '2026-11-15', incomeTaxFen: 123 })).toMatchObject({
      id: '3',
      title: '2026-10',
      dueOn: '2026-11-15',
      fen: 123,
    });
  });

  it('names whose it is, and nothing twice', () => {
    expect(
      waitingRow(stuck, { id: 1, number: 'PB-1', enterpriseName: '湘江', uploadedAt: '2026-11-20T00:00:00Z' }),
    ).toMatchObject({
      title: 'PB-1',
      whose: '湘江',
      note: '',
      since: '2026-11-20T00:00:00Z',
    });
    expect(waitingRow(stuck, { id: 1, name: '湘江' }).note).toBe('');
    const about = { zh: '银行卡不属于本人', en: 'The bank card is not his own' };
    expect(waitingRow(stuck, { id: 1, number: 'RC-1', title: about })).toMatchObject({
      title: 'RC-1',
      about,
      note: '',
    });
    expect(waitingRow(stuck, { id: 1, audit: 'backups', kind: 'none' }).title).toBe('backups.none');
  });

  it('has words for every kind of every role', () => {
    const words: Readonly<Record<string, string>> = guides.todo;
    expect(roles.flatMap((role) => todosOf(role)).filter(({ key }) => words[key] === undefined)).toEqual([]);
  });
});

describe('the operator’s list', () => {
  const rows = [
    { id: 1, number: 'PB-1', blockedCount: 12, heldCount: 0, uploadedAt: '2026-11-20T00:00:00Z' },
    { id: 2, number: 'PB-2', blockedCount: 0, heldCount: 0, uploadedAt: '2026-11-21T00:00:00Z' },
  ];
  const provider = {
    getList: (resource: string) =>
      resource === 'jobs' ? Promise.reject(new Error('no')) : Promise.resolve({ data: rows, total: rows.length }),
  } as unknown as ConsoleDataProvider;
  const asked: string[] = [];

  beforeEach(() => {
    asked.length = 0;
    Object.assign(globalThis, {
      localStorage: { getItem: (name: string) => (name === 'linggong.locale' ? 'zh' : null) },
    });
    globalThis.fetch = (url) => {
      asked.push(String(url));
      const groups = [{ ...blockerOf('card-unverified'), count: 12, sumFen: 1, sample: [] }];
      return Promise.resolve(new Response(JSON.stringify({ batch: [], groups })));
    };
  });

  it('holds the batches that the platform must clear, each with how many lines and why', async () => {
    const [first] = await loadWaiting(provider, [stuck], new AbortController().signal);
    expect(first?.count).toBe(1);
    expect(first?.rows[0]).toMatchObject({ title: 'PB-1', reasons: [{ count: 12 }] });
    expect(asked).toEqual(['/api/v1/settlement-batches/1/blockers']);
  });

  it('asks for the reasons of a batch once for all kinds, and leaves out what is refused', async () => {
    const jobs: Todo = { key: 'failedJobs', resource: 'jobs', filter: {} };
    const found = await loadWaiting(
      provider,
      [stuck, { ...stuck, key: 'heldLines', stuck: 'heldLines' }, jobs],
      new AbortController().signal,
    );
    expect(found.map(({ count }) => count)).toEqual([1, 0]);
    expect(asked).toHaveLength(1);
  });
});

it('names the three weightiest reasons of a batch and counts the rest', () => {
  expect(shortReasons(['a', 'b', 'c', 'd', 'e'])).toEqual({ named: ['a', 'b', 'c'], more: 2 });
  expect(shortReasons(['a'])).toEqual({ named: ['a'], more: 0 });
});
