import fc from 'fast-check';
import { CsvSplitter, QuoteOpen, RecordTooLong } from './csv-records';

function split(text: string, piece = text.length, lineEnd: '\n' | '\r' = '\n'): string[][] {
  const splitter = new CsvSplitter(',', lineEnd);
  const records: string[][] = [];
  for (let start = 0; start < text.length; start += piece)
    records.push(...splitter.push(text.slice(start, start + piece)));
  return [...records, ...splitter.end()];
}

const written = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('CSV records', () => {
  it.each<[string, string, string[][]]>([
    [
      'plain cells',
      'a,b\r\nc,\r\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['no line end at the end', 'a,b', [['a', 'b']]],
    ['blank lines are records of their own', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['quoted delimiter, quote and line end', '"a,1","b""2","c\nd"\n', [['a,1', 'b"2', 'c\nd']]],
    ['a quote inside an unquoted cell', '5" pipe,x\n', [['5" pipe', 'x']]],
    ['text behind a closing quote', '"a"b,c\n', [['ab', 'c']]],
    ['an empty quoted cell at the end', 'a,""\n', [['a', '']]],
  ])('%s', (_name, text, records) => {
    expect(split(text)).toEqual(records);
  });

  it('takes the line ends of old spreadsheets', () => {
    expect(split('a,b\rc,d\r', 3, '\r')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('names the record whose quote never closes, at the end or once it has grown too long', () => {
    expect(() => split('a\nb\n"c,d\n')).toThrow(new QuoteOpen(3));
    expect(() => split(`a\n"b\n${'x,y\n'.repeat(40_000)}`, 8_192)).toThrow(new QuoteOpen(2));
  });

  it('refuses a record that no table has before it looks into it', () => {
    expect(() => split(`a\nb,${'"'.repeat(70_000)}`, 8_192)).toThrow(new RecordTooLong(2));
    expect(() => split(`a\n${','.repeat(70_000)}\n`)).toThrow(new RecordTooLong(2));
    expect(() => split(`a\n"${'\n'.repeat(1_001)}"\n`)).toThrow(new QuoteOpen(2));
    expect(split(`"${'\n'.repeat(999)}"\n`)).toHaveLength(1);
  });

  it('gives back whatever was written, cut into any pieces', () => {
    const record = fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '张', ' ') }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        (records, piece) => {
          const text = records.map((cells) => `${cells.map(written).join(',')}\n`).join('');
          expect(split(text, piece)).toEqual(records);
        },
      ),
    );
  });
});
