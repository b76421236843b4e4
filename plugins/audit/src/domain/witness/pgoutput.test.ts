import fc from 'fast-check';
import { instantOf, lsnOf, lsnText } from './lsn';
import { parseMessage } from './pgoutput';

const text = (value: string): Buffer => Buffer.from(`${value}\0`);
const int = (bytes: 1 | 2 | 4 | 8, value: number): Buffer => {
  const buffer = Buffer.alloc(bytes);
  if (bytes === 8) buffer.writeBigInt64BE(BigInt(value));
  else buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};
const value = (content: string): Buffer =>
  Buffer.concat([Buffer.from('t'), int(4, Buffer.byteLength(content)), Buffer.from(content)]);
const tuple = (...values: Buffer[]): Buffer => Buffer.concat([int(2, values.length), ...values]);
const message = (tag: string, ...parts: Buffer[]): Buffer => Buffer.concat([Buffer.from(tag), ...parts]);

const update = message(
  'U',
  int(4, 7),
  Buffer.from('O'),
  tuple(value('1'), value('旧'), Buffer.from('n')),
  Buffer.from('N'),
  tuple(value('1'), value('新'), Buffer.from('u')),
);

describe('messages of pgoutput', () => {
  it('tell begin and commit with place and instant', () => {
    expect(parseMessage(message('B', int(8, 9), int(8, 1_000_000), int(4, 77)))).toEqual({
      kind: 'begin',
      xid: 77,
      commitMicros: 1_000_000n,
    });
    expect(parseMessage(message('C', int(1, 0), int(8, 9), int(8, 12), int(8, 0)))).toEqual({
      kind: 'commit',
      endLsn: 12n,
    });
    expect(instantOf(1_000_000n).toISOString()).toBe('2000-01-01T00:00:01.000Z');
  });

  it('tell tables, notes and rows; what is stored elsewhere and unchanged is left open', () => {
    const columns = [int(1, 1), text('id'), int(4, 20), int(4, 0), int(1, 0), text('name'), int(4, 25), int(4, 0)];
    const relation = message('R', int(4, 7), text('public'), text('goods'), Buffer.from('f'), int(2, 2), ...columns);
    expect(parseMessage(relation)).toEqual({
      kind: 'relation',
      relation: {
        oid: 7,
        name: 'public.goods',
        columns: [
          { name: 'id', typeOid: 20, isKey: true },
          { name: 'name', typeOid: 25, isKey: false },
        ],
      },
    });
    expect(parseMessage(message('M', int(1, 1), int(8, 5), text('p'), int(4, 2), Buffer.from('{}')))).toEqual({
      kind: 'note',
      isTransactional: true,
      prefix: 'p',
      content: '{}',
    });
    expect(parseMessage(update)).toEqual({
      kind: 'update',
      oid: 7,
      before: ['1', '旧', null],
      after: ['1', '新', undefined],
    });
    expect(parseMessage(message('T', int(4, 1), int(1, 0), int(4, 7)))).toEqual({ kind: 'truncate', oids: [7] });
  });

  it('are refused where they are cut off, and where they are of another protocol', () => {
    for (let length = 1; length < update.length; length += 1) {
      expect(() => parseMessage(update.subarray(0, length))).toThrow();
    }
    expect(() => parseMessage(message('S', int(4, 1)))).toThrow(/protocol/);
  });
});

it('places in the log are written as PostgreSQL writes them', () => {
  expect(lsnText(0x16_b374_d848n)).toBe('16/B374D848');
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (lsn) => lsnOf(lsnText(lsn)) === lsn));
  expect(() => lsnOf('16')).toThrow();
});
