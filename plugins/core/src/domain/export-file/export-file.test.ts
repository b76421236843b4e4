import { Workbook } from 'exceljs';
import fc from 'fast-check';
import { exportChunks, type ExportColumn, type ExportValue } from '.';
import { nodeDeflate as deflate } from '../../server/node-deflate';

async function* rowsOf(rows: Iterable<readonly ExportValue[]>): AsyncGenerator<readonly ExportValue[]> {
  yield* rows;
}

async function fileOf(
  format: 'csv' | 'xlsx',
  columns: readonly ExportColumn[],
  rows: Iterable<readonly ExportValue[]>,
) {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportChunks(format, { name: '订单 / 2026', columns, rows: rowsOf(rows) }, deflate))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

async function sheetOf(columns: readonly ExportColumn[], rows: Iterable<readonly ExportValue[]>) {
  const book = new Workbook();
  // Its types know no generic Buffer yet.
  await book.xlsx.load((await fileOf('xlsx', columns, rows)) as unknown as Parameters<typeof book.xlsx.load>[0]);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const columns: readonly ExportColumn[] = [
  { heading: '编号', kind: 'text' },
  { heading: '金额', kind: 'money' },
  { heading: '人数', kind: 'count' },
  { heading: '日期', kind: 'day' },
  { heading: '时间', kind: 'instant' },
];
const row = ['00012345678901234567', -123_456n, 1_200n, '2026-02-28', '2026-11-22T16:00:05.000Z'] as const;

/** Issue 6, exports: CSV and XLSX with numbers that a spreadsheet counts with, and texts that it does not compute. */
describe('the file of a list', () => {
  it('is CSV with amounts in yuan, and instants of Shanghai', async () => {
    const text = (await fileOf('csv', columns, [row, ['=1+1', null, null, null, null]])).toString();
    expect(text).toBe(
      "\uFEFF编号,金额,人数,日期,时间\r\n00012345678901234567,-1234.56,1200,2026-02-28,2026-11-23 00:00:05\r\n'=1+1,,,,\r\n",
    );
  });

  it('is a workbook of Excel with real numbers and days, and numbers of things as text', async () => {
    const sheet = await sheetOf(columns, [row]);
    expect(sheet.name).toBe('订单   2026');
    expect(sheet.getRow(1).values).toEqual([undefined, '编号', '金额', '人数', '日期', '时间']);
    expect(sheet.getRow(2).values).toEqual([
      undefined,
      '00012345678901234567',
      -1234.56,
      1200,
      new Date('2026-02-28T00:00:00Z'),
      new Date('2026-11-23T00:00:05Z'),
    ]);
    expect(['B2', 'D2', 'A2'].map((place) => sheet.getCell(place).numFmt)).toEqual(['#,##0.00', 'yyyy-mm-dd', '@']);
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
  });

  it('never holds what a spreadsheet would compute, and gives every text back', async () => {
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom(...'=+-@＝ \t<>&"\'1a张\u0001\u{20000}'), minLength: 1 }),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (cells) => {
        const sheet = await sheetOf(
          [{ heading: 'h', kind: 'text' }],
          cells.map((cell) => [cell]),
        );
        cells.forEach((cell, index) => {
          const read = sheet.getCell(index + 2, 1).text;
          expect(/^[-+]?[\d,.]+%?$/.test(read) || !/^\s*[=+\-@＝]/.test(read)).toBe(true);
          expect(read.endsWith(cell.replaceAll('\u0001', ''))).toBe(true);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('has columns beyond Z', async () => {
    const wide = Array.from({ length: 30 }, (_none, at): ExportColumn => ({ heading: `c${at}`, kind: 'count' }));
    const sheet = await sheetOf(wide, [wide.map((_column, at) => BigInt(at))]);
    expect(sheet.getCell('AD2').value).toBe(29);
  });

  it.each(['csv', 'xlsx'] as const)(
    'waits for whoever reads it, and holds no more than a piece (%s)',
    async (format) => {
      let made = 0;
      const endless = async function* (): AsyncGenerator<readonly ExportValue[]> {
        for (;;) {
          made += 1;
          yield ['x'.repeat(100), BigInt(made), 1n, '2026-01-01', null];
          if (made % 1_000 === 0) await new Promise((resolve) => setImmediate(resolve));
        }
      };
      let bytes = 0;
      for await (const piece of exportChunks(format, { name: 'n', columns, rows: endless() }, deflate)) {
        bytes += piece.length;
        if (bytes > 100_000) break;
      }
      // Deflate makes this text twenty times smaller, and its streams buffer a few pieces.
      expect(made).toBeLessThan(60_000);
    },
  );

  it('goes no further than a sheet does', async () => {
    const rows = (function* (): Generator<readonly ExportValue[]> {
      for (let n = 0; n < 1_048_576; n += 1) yield [];
    })();
    await expect(fileOf('xlsx', [{ heading: 'h', kind: 'text' }], rows)).rejects.toThrow('1048575 rows');
  });
});
