import { keptValue } from './column-policy';
import { enrolmentRow, isTimely } from './enrolment-row';
import { rowChange } from './row-change';
import { reviewWatch, type PendingThing, type WatchedLog, type WatchedThing } from './watch-faults';

const key = Buffer.alloc(32, 1);
const column = (name: string, typeOid = 25) => ({ name, typeOid, isKey: true });

describe('what is kept of a value', () => {
  it('is a fingerprint of what is sealed, hashed or secret, the same for the same', () => {
    const kept = keptValue(column('identity_sealed'), 'abc', key);
    expect(kept).toEqual({ hmac: expect.stringMatching(/^[0-9a-f]{24}$/), bytes: 3 });
    expect(keptValue(column('identity_sealed'), 'abc', key)).toEqual(kept);
    expect(keptValue(column('identity_sealed'), 'abc', Buffer.alloc(32, 2))).not.toEqual(kept);
    for (const name of ['password', 'reset_password_token', 'phone_blind', 'token_hash', 'secret']) {
      expect(keptValue(column(name), 'abc', key)).toMatchObject({ bytes: 3 });
    }
    expect(keptValue(column('anything', 17), '\\x00', key)).toMatchObject({ bytes: 4 });
  });

  it('is the text with personal numbers starred, and the head of what is long', () => {
    expect(keptValue(column('note'), '电话13800138000。', key)).toBe('电话*******8000。');
    expect(keptValue(column('price_fen', 20), '123456', key)).toBe('123456');
    expect(keptValue(column('note'), null, key)).toBeNull();
    expect(keptValue(column('note'), 'x'.repeat(5_000), key)).toMatchObject({ head: 'x'.repeat(200), bytes: 5_000 });
  });
});

describe('a changed row', () => {
  const relation = { oid: 1, name: 'public.goods', columns: [column('id', 20), column('name'), column('paper')] };

  it('is kept by what changed, and whole where it came or went', () => {
    const updated = rowChange(
      { kind: 'update', oid: 1, before: ['1', 'a', 'p'], after: ['1', 'b', undefined] },
      relation,
      key,
    );
    expect(updated).toEqual({
      relation: 'public.goods',
      operation: 'update',
      rowKey: '1',
      before: { name: 'a' },
      after: { name: 'b' },
    });
    const gone = rowChange({ kind: 'delete', oid: 1, before: ['1', 'a', null] }, relation, key);
    expect(gone).toMatchObject({ before: { id: '1', name: 'a', paper: null }, after: undefined });
  });

  it('is named by its first column where it has no id', () => {
    const moves = { oid: 2, name: 'x.y', columns: [column('day'), column('fen')] };
    expect(rowChange({ kind: 'insert', oid: 2, after: ['2026-01-01', '5'] }, moves, key).rowKey).toBe('day=2026-01-01');
  });
});

describe('an enrolment', () => {
  const columns = ['id', 'pid', 'port', 'login', 'kind', 'claimed_ms', 'proof'].map((name) => column(name));
  const relation = { oid: 1, name: 'audit.enrolments', columns };
  const row = enrolmentRow(relation, ['1', '7', '5000', 'linggong_app', 'serve', '1000', '\\x0102']);

  it('counts for the session that wrote it, when it says so', () => {
    expect(row).toEqual({ pid: 7, port: 5000, kind: 'serve', claimedMs: 1000, proof: Buffer.from([1, 2]) });
    if (!row) throw new Error('no row');
    expect(isTimely(row, { pid: 7, port: 5000 }, new Date(2_000))).toBe(true);
    expect(isTimely(row, { pid: 8, port: 5000 }, new Date(2_000))).toBe(false);
    expect(isTimely(row, { pid: 7, port: 5001 }, new Date(2_000))).toBe(false);
    expect(isTimely(row, { pid: 7, port: 5000 }, new Date(400_000))).toBe(false);
    expect(enrolmentRow(relation, ['1', '7', '5000', 'x', 'other', '1', ''])).toBeUndefined();
  });
});

describe('the watch', () => {
  const thing = (more: Partial<WatchedThing> = {}): WatchedThing => ({
    name: 'public.goods',
    fault: null,
    mark: '1 1 file=9',
    mayBeNew: false,
    ...more,
  });
  const calm = new Map([['public.goods', '1 1 file=9']]);
  const none = new Map<string, PendingThing>();
  const log = (more: Partial<WatchedLog> = {}): WatchedLog => ({
    end: 5n,
    read: 5n,
    altered: new Set(),
    left: new Set(),
    ...more,
  });
  const emptied = thing({ mark: '1 1 file=10' });

  it('takes a new table as it is, and is silent as long as nothing changes', () => {
    expect(reviewWatch([thing()], new Map(), none, log())).toEqual({ events: [], baseline: calm, pending: none });
    expect(reviewWatch([thing()], calm, none, log()).events).toEqual([]);
  });

  it('tells what was touched and put back, what is gone, and a fault when it is seen twice', () => {
    expect(reviewWatch([emptied], calm, none, log()).events).toMatchObject([{ fault: 'touched' }]);
    expect(reviewWatch([], calm, none, log()).events).toMatchObject([{ fault: 'gone', before: '1 1 file=9' }]);
    const off = thing({ fault: 'note-off', mark: '2 1 file=9' });
    const first = reviewWatch([off], calm, none, log());
    expect(first.events).toEqual([]);
    const second = reviewWatch([off], calm, first.pending, log());
    expect(second.events).toMatchObject([{ fault: 'note-off', before: '1 1 file=9', after: 'note-off 2 1 file=9' }]);
    expect(reviewWatch([off], second.baseline, none, log()).events).toEqual([]);
    expect(reviewWatch([emptied], second.baseline, none, log()).events).toMatchObject([{ fault: 'touched' }]);
  });

  it('waits until the log is read up to where a difference was seen, and is silent where a migration made it', () => {
    const first = reviewWatch([emptied], calm, none, log({ read: 4n }));
    expect(first).toMatchObject({ events: [], baseline: calm });
    const later = reviewWatch([emptied], calm, first.pending, log({ end: 9n, read: 5n }));
    expect(later.events).toMatchObject([{ name: 'public.goods', fault: 'touched' }]);
    const altered = new Set(['public.goods']);
    const own = reviewWatch([emptied], calm, first.pending, log({ end: 9n, read: 5n, altered }));
    expect(own).toEqual({ events: [], baseline: new Map([['public.goods', '1 1 file=10']]), pending: none });
    expect(reviewWatch([], calm, first.pending, log({ altered }))).toMatchObject({ events: [], baseline: none });
  });

  it('gives a migration five minutes to take under watch what it made', () => {
    const bare = thing({ name: 'public.wares', fault: 'no-note' });
    let pending: ReadonlyMap<string, PendingThing> = none;
    let looks = 0;
    for (; looks < 100; looks += 1) {
      const review = reviewWatch([bare], new Map(), pending, log({ altered: new Set(['public.wares']) }));
      pending = review.pending;
      if (review.events.length > 0) break;
    }
    expect(looks).toBe(29);
  });

  it('knows a mark of an earlier release by its beginning', () => {
    const older = new Map([['public.goods', '1 1']]);
    expect(reviewWatch([thing()], older, none, log())).toMatchObject({ events: [], baseline: calm });
    expect(reviewWatch([thing({ mark: '2 1 file=9' })], older, none, log()).events).toHaveLength(1);
  });

  it('passes over what is gone by right, and forgets it', () => {
    const left = new Set(['audit.entries_2026_01']);
    const marks = new Map([...calm, ['audit.entries_2026_01', '1 1'], ['audit.entries_2026_02', '1 1']]);
    const review = reviewWatch([thing()], marks, none, log({ left }));
    expect(review.events).toMatchObject([{ name: 'audit.entries_2026_02', fault: 'gone' }]);
    expect(review.baseline).toEqual(calm);
  });

  it('waits for a partition that was just made', () => {
    const part = thing({ fault: 'no-note', mayBeNew: true });
    const pending = new Map([['public.goods', { lsn: 1n, looks: 5 }]]);
    expect(reviewWatch([part], new Map(), pending, log()).events).toEqual([]);
  });
});
