import { MessageCutter } from './cut-message';
import { ddlChanges, ddlPrefix } from './ddl-note';
import { foldTransactions } from './fold-transactions';
import { notePrefix } from './writer-note';

const said = (objects: unknown, more: object = {}): string =>
  JSON.stringify({ pid: 7, port: 5000, sessionUser: 'linggong_app', operation: 'ALTER TABLE', objects, ...more });

describe('a note of a command', () => {
  it('is one change an object, with what is worth telling', () => {
    const objects = [
      { relation: 'public.goods', kind: 'table', identity: 'public.goods', columns: 'id bigint', off: null },
      { relation: 'public.goods', kind: 'table', rewritten: 6 },
      { relation: 'public.goods', kind: 'trigger', identity: 'stay on public.goods', dropped: true },
    ];
    expect(ddlChanges(said(objects)).map(({ relation, rowKey, after }) => [relation, rowKey, after])).toEqual([
      ['public.goods', 'ALTER TABLE', { object: 'table public.goods', columns: 'id bigint' }],
      ['public.goods', 'ALTER TABLE', { object: 'table', rewritten: 'default value, column type' }],
      ['public.goods', 'ALTER TABLE', { object: 'trigger stay on public.goods', dropped: 'yes' }],
    ]);
  });

  it('is nothing where somebody else wrote it, and never what a column does not take', () => {
    for (const content of [
      '',
      '7',
      '[]',
      '{"objects": 3}',
      said([7, null, {}, { relation: 5 }, { relation: 'a\u0000b' }]),
    ]) {
      expect(ddlChanges(content)).toEqual([]);
    }
    expect(ddlChanges(said(Array.from({ length: 500 }, () => ({ relation: 'x.y' }))))).toHaveLength(100);
  });
});

describe('a transaction with commands', () => {
  const text = (value: string): Buffer => Buffer.from(`${value}\0`);
  const int = (bytes: number, value: number): Buffer => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeUInt32BE(value, bytes - 4);
    return buffer;
  };
  const note = (prefix: string, content: string): Buffer =>
    Buffer.concat([
      Buffer.from('M\x01'),
      int(8, 5),
      text(prefix),
      int(4, Buffer.byteLength(content)),
      Buffer.from(content),
    ]);
  const folded = (...notes: Buffer[]) => {
    const fold = foldTransactions({
      enrolled: (pid) => (pid === 7 ? 'serve' : undefined),
      isProven: () => false,
      isWatched: (relation) => !relation.startsWith('jobs.'),
      columnKey: Buffer.alloc(32),
    });
    const begin = Buffer.concat([Buffer.from('B'), int(8, 9), int(8, 1), int(4, 77)]);
    const commit = Buffer.concat([Buffer.from('C\0'), int(8, 9), int(8, 12), int(8, 0)]);
    return [begin, ...notes, commit].flatMap((payload) => fold.take(payload));
  };

  it('is told also of the platform’s own, whose rows are not', () => {
    const goods = said([{ relation: 'public.goods', kind: 'table' }]);
    const told = folded(note(ddlPrefix, goods));
    expect(told).toMatchObject([
      { kind: 'rows', changes: [{ relation: 'public.goods', operation: 'ddl' }] },
      {
        kind: 'commit',
        transaction: { ddl: 1, rows: 0n, isEmpty: false, enrolled: 'serve', tables: ['public.goods'] },
      },
    ]);
  });

  it('is told as of an unknown object where its note is too long to be read', () => {
    const objects = [{ relation: 'public.goods', kind: 'table', columns: '列'.repeat(100_000) }];
    const long = note(ddlPrefix, said(objects));
    const cutter = new MessageCutter(long.length);
    cutter.take(long);
    expect(folded(cutter.message ?? Buffer.alloc(0))).toMatchObject([
      { kind: 'rows', changes: [{ relation: 'unknown object', operation: 'ddl' }] },
      { kind: 'commit', transaction: { ddl: 1, notes: [], enrolled: undefined, isEmpty: false } },
    ]);
  });

  it('is empty where the table is not watched, and has two writers where two sign', () => {
    expect(folded(note(ddlPrefix, said([{ relation: 'jobs.runs' }])))).toMatchObject([
      { kind: 'commit', transaction: { isEmpty: true } },
    ]);
    const stranger = said([{ relation: 'public.goods' }], { pid: 8 });
    expect(folded(note(notePrefix, said([])), note(ddlPrefix, stranger)).at(-1)).toMatchObject({
      transaction: { notes: [{ pid: 7 }, { pid: 8 }], enrolled: undefined },
    });
  });
});
