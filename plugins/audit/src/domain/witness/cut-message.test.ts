import fc from 'fast-check';
import { keptValue } from './column-policy';
import { MessageCutter } from './cut-message';
import { parseMessage, type LogMessage, type Tuple } from './pgoutput';

const key = Buffer.alloc(32, 7);
const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const int32 = (value: number): Buffer =>
  Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]);
const sized = (text: string): Buffer => Buffer.concat([int32(Buffer.byteLength(text)), Buffer.from(text)]);
const tuple = (values: Tuple): Buffer =>
  Buffer.concat([
    int16(values.length),
    ...values.map((value) =>
      typeof value === 'string'
        ? Buffer.concat([Buffer.from('t'), sized(value)])
        : Buffer.from(value === null ? 'n' : 'u'),
    ),
  ]);
const message = (tag: string, ...parts: Buffer[]): Buffer => Buffer.concat([Buffer.from(tag), int32(9), ...parts]);

/** In pieces of any size, as a socket gives them. */
function cut(whole: Buffer, sizes: readonly number[]): Buffer {
  const cutter = new MessageCutter(whole.length);
  for (let at = 0, turn = 0; at < whole.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    cutter.take(whole.subarray(at, at + size));
    at += size;
  }
  if (!cutter.message) throw new Error('the message has no end');
  return cutter.message;
}

/** What is kept of a row, whatever way it came: as text, and as a fingerprint. */
function kept(read: LogMessage): unknown {
  const row = (values: Tuple | undefined): unknown =>
    values?.map((value) =>
      value === undefined
        ? 'unchanged'
        : ['note', 'card_sealed'].map((name) => keptValue({ name, typeOid: 25 }, value, key)),
    );
  return { ...read, before: row('before' in read ? read.before : []), after: row('after' in read ? read.after : []) };
}

const part = fc.constantFrom('a', '身份', '😀', '13800138000 ', 'é');
const text = fc.tuple(part, fc.nat({ max: 4_000 })).map(([one, count]) => one.repeat(count));
const values = fc.array(fc.oneof(text, fc.constantFrom(null, undefined, '')), { maxLength: 4 });
const sizes = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 5 });

it('keeps of a cut row what is kept of the whole one, in whatever pieces it comes', () => {
  fc.assert(
    fc.property(
      values,
      values,
      sizes,
      fc.constantFrom('insert', 'delete', 'update', 'plain'),
      (one, other, by, kind) => {
        const whole = {
          insert: () => message('I', Buffer.from('N'), tuple(one)),
          delete: () => message('D', Buffer.from('O'), tuple(one)),
          update: () => message('U', Buffer.from('O'), tuple(one), Buffer.from('N'), tuple(other)),
          plain: () => message('U', Buffer.from('N'), tuple(other)),
        }[kind]();
        expect(kept(parseMessage(cut(whole, by)))).toEqual(kept(parseMessage(whole)));
      },
    ),
    { numRuns: 60 },
  );
});

it('holds no more of a row than its short values and two kilobytes of each long one', () => {
  const large = 'x'.repeat(3_000_000);
  expect(cut(message('I', Buffer.from('N'), tuple([large, 'short', large])), [65_536]).length).toBeLessThan(5_000);
});

it.each([['linggong.ddl'], ['linggong.writer'], ['x']])('keeps of a long note %s that it was there', (prefix) => {
  const head = Buffer.concat([Buffer.from('M\u0001'), Buffer.alloc(8), Buffer.from(`${prefix}\u0000`)]);
  const note = Buffer.concat([head, sized('中'.repeat(100_000))]);
  const told = { kind: 'note', isTransactional: true, prefix, content: undefined };
  for (const size of [1, 7, 65_536]) expect(parseMessage(cut(note, [size]))).toEqual(told);
});

it('passes over a note that is none of ours, and refuses what it does not know or what does not end', () => {
  const note = Buffer.concat([Buffer.from('M'), Buffer.alloc(500_000, 0x41)]);
  expect(parseMessage(cut(note, [1_000]))).toEqual({ kind: 'other' });
  expect(() => cut(message('R', Buffer.alloc(10)), [4])).toThrow(/message 82/);
  const short = message('I', Buffer.from('N'), int16(2), Buffer.from('n'));
  expect(() => cut(short, [5])).toThrow(/cut off/);
  expect(() => cut(Buffer.concat([message('I', Buffer.from('N'), tuple([null])), Buffer.from('n')]), [64])).toThrow(
    /cut off/,
  );
});
