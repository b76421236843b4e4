import { Readable } from 'node:stream';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { Problem } from '../domain';
import { readSheet } from './read-sheet';
import type { ReadSheetOptions, SheetColumn, SheetRow } from './sheet-types';
import { workbookBytes, zipBytes } from './sheet-fixtures';

type Key = 'name' | 'card' | 'phone' | 'amount';
const columns: SheetColumn<Key>[] = [
  { key: 'name', titles: ['姓名'], required: true, kind: 'text', maxLength: 20 },
  { key: 'card', titles: ['银行卡号'], required: true, kind: 'text' },
  { key: 'phone', titles: ['手机号'], required: false, kind: 'text', wholeNumbers: true },
  { key: 'amount', titles: ['应发金额'], required: true, kind: 'amount' },
];

async function read(bytes: Buffer | string, extra: Partial<ReadSheetOptions<Key>> = {}) {
  const source = Readable.from([Buffer.from(bytes)]);
  const sheet = await readSheet(source, { columns, fileName: 'sheet', maxRows: 100, ...extra });
  try {
    const rows: SheetRow<Key>[] = [];
    for await (const row of sheet.rows) rows.push(row);
    return { ...sheet, rows };
  } finally {
    await sheet.close();
  }
}

async function refused(bytes: Buffer | string, extra: Partial<ReadSheetOptions<Key>> = {}): Promise<Problem> {
  const error: unknown = await read(bytes, extra).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw new Error(`expected a Problem, got ${String(error)}`);
  expect(error.text.zh).not.toBe('');
  expect(error.text.en).not.toBe('');
  return error;
}

const header = '姓名,银行卡号,手机号,应发金额';
const card = '6222028872946788639';

describe('CSV', () => {
  it('takes marks of direction out, which a copy leaves in numbers and which turn a name', async () => {
    const sheet = await read(`${header}\n张\u202e三,\u202d${card}\u202c,1380013\u200e8000,1.00\n`);
    expect(sheet.rows[0]?.cells).toEqual({ name: '张三', card, phone: '13800138000', amount: '1.00' });
  });

  it('reads UTF-8, UTF-8 with BOM and GB18030 alike', async () => {
    const text = `${header}\r\n欧阳娜娜𠮷,${card},13800138000,1234.50\r\n`;
    for (const [bytes, encoding] of [
      [Buffer.from(text), 'utf-8'],
      [Buffer.from(`\ufeff${text}`), 'utf-8'],
      [iconv.encode(text, 'gb18030'), 'gb18030'],
    ] as const) {
      const sheet = await read(bytes);
      expect(sheet.encoding).toBe(encoding);
      expect(sheet.rows).toEqual([
        { rowNo: 2, cells: { name: '欧阳娜娜𠮷', card, phone: '13800138000', amount: '1234.50' }, faults: [] },
      ]);
    }
  });

  it('keeps row numbers over blank rows and a title above the header, and takes tabs', async () => {
    const sheet = await read(`十一月发放表\n\n${header.replaceAll(',', '\t')}\n\n张三\t${card}\t\t8\n`);
    expect(sheet.rows.map(({ rowNo, cells }) => [rowNo, cells.amount])).toEqual([[5, '8']]);
  });

  it('gives every column of its template, also those that the sheet leaves out', async () => {
    const { rows } = await read(`银行卡号,应发金额,姓名\n${card},8,张三\n`);
    expect(rows[0]?.cells).toEqual({ name: '张三', card, phone: '', amount: '8' });
  });

  it('names the row that a stray separator broke, and keeps the others', async () => {
    const { rows } = await read(`${header}\n张三,${card},,1,000.00\n李四,${card},,5\n`);
    expect(rows.map(({ faults }) => faults[0]?.reason)).toEqual(['broken-row', undefined]);
  });

  it('refuses formulas, exponents of long numbers and texts that are too long, by cell', async () => {
    const { rows } = await read(`${header}\n=1+1,6.22203E+18,,=A1\n${'长'.repeat(21)},${card},,1\n`);
    expect(rows[0]?.faults.map(({ column, reason }) => [column, reason])).toEqual([
      ['name', 'formula'],
      ['card', 'not-text'],
      ['amount', 'formula'],
    ]);
    expect(rows[1]?.faults).toEqual([{ column: 'name', title: '姓名', reason: 'too-long' }]);
  });

  it('reads a quoted cell with line breaks as one row', async () => {
    const { rows } = await read(`${header}\n"张\n三",${card},,1\n李四,${card},,2\n`);
    expect(rows.map(({ rowNo, cells }) => [rowNo, cells.name])).toEqual([
      [2, '张 三'],
      [3, '李四'],
    ]);
  });
});

describe('a sheet that cannot be taken says why', () => {
  it.each<[string, Buffer | string, string]>([
    ['empty', '', 'sheet-empty'],
    ['only line ends', '\n\n\n', 'sheet-empty'],
    ['header only', `${header}\n\n`, 'sheet-header-only'],
    ['no header', `张三,${card},,1\n`, 'sheet-header-missing'],
    ['UTF-16', Buffer.from(`\ufeff${header}`, 'utf16le'), 'sheet-encoding'],
    ['no known encoding', Buffer.concat([Buffer.from(header), Buffer.from([0xff, 0xff, 0x0a])]), 'sheet-encoding'],
    [
      'a quote that never closes',
      `${header}\n"张三,${card},,1\n${`李四,${card},,2\n`.repeat(9000)}`,
      'sheet-quote-open',
    ],
    ['an old XLS', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheet-old-format'],
    ['a broken XLSX', Buffer.from('504b030414000600deadbeef', 'hex'), 'sheet-broken'],
    ['a zip that is no workbook', zipBytes({ 'readme.txt': 'hello' }), 'sheet-other-content'],
    ['a workbook without its parts', zipBytes({ '[Content_Types].xml': '<Types/>' }), 'sheet-broken'],
  ])('%s', async (_name, bytes, code) => {
    expect((await refused(bytes)).code).toBe(code);
  });

  it.each<[string, Buffer]>([
    ['PNG 图片', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['JPEG 图片', Buffer.from('ffd8ffe000104a46', 'hex')],
    ['GIF 图片', Buffer.from('GIF89a..')],
    ['WebP 图片', Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
    ['PDF 文档', Buffer.from('%PDF-1.7\n')],
    ['RAR 压缩包', Buffer.from('Rar!\x1a\x07\x00')],
    ['Word 文档', zipBytes({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })],
    ['ZIP 压缩包', zipBytes({ '发放表.csv': `${header}\n` })],
  ])('names what is in it instead: %s', async (kind, bytes) => {
    const { code, text } = await refused(bytes, { fileName: '发放表.xlsx' });
    expect([code, text.zh]).toEqual(['sheet-other-content', `这不是表格文件，内容是 ${kind}`]);
  });

  it('lists unknown, missing and twice-named columns at once', async () => {
    const fault = await refused(`姓名,姓 名,银行卡号,奖金\n张三,张三,${card},5\n`);
    expect(fault).toMatchObject({
      code: 'sheet-columns',
      status: 422,
      extra: { unknown: ['奖金'], twice: ['姓 名'], missing: ['应发金额'], found: ['姓名', '银行卡号'] },
    });
  });

  it("tells one's own headings where not one of them is known, and never a row of data", async () => {
    const own = `十一月发放,合计\n收款者,账号,电话,应得,部门\n张三,${card},13800138000,5,配送\n`;
    expect(await refused(own)).toMatchObject({
      code: 'sheet-columns',
      extra: {
        unknown: ['收款者', '账号', '电话', '应得', '部门'],
        missing: ['姓名', '银行卡号', '应发金额'],
        found: [],
      },
    });
    const mapping = { 收款者: 'name', 账号: 'card', 电话: 'phone', 应得: 'amount', 部门: null } as const;
    const { rows } = await read(own, { mapping });
    expect(rows.map(({ rowNo, cells }) => [rowNo, cells])).toEqual([
      [3, { name: '张三', card, phone: '13800138000', amount: '5' }],
    ]);
    expect((await refused(`张三,${card},配送\n李四,${card},配送\n`)).code).toBe('sheet-header-missing');
  });

  it('takes unknown columns once they are mapped or left out', async () => {
    const { rows } = await read(`姓名,银行卡号,奖金,部门\n张三,${card},5,配送\n`, {
      mapping: { 奖金: 'amount', 部门: null },
    });
    expect(rows[0]?.cells).toEqual({ name: '张三', card, phone: '', amount: '5' });
  });

  it('bounds rows and bytes', async () => {
    const body = `张三,${card},,1\n`;
    expect((await read(`${header}\n${body.repeat(100)}`)).rows).toHaveLength(100);
    expect((await refused(`${header}\n${body.repeat(101)}`)).code).toBe('sheet-too-many-rows');
    expect(await refused(`${header}\n${body.repeat(101)}`, { maxBytes: 500 })).toMatchObject({
      code: 'sheet-too-large',
      status: 413,
    });
  });

  it('gives up on files that only look like a table: no line ends, one quote without end, blank rows without end', async () => {
    expect((await refused(`${header}\n${','.repeat(100_000)}`)).code).toBe('sheet-row-too-long');
    expect((await refused(`${header}\n${'"'.repeat(1_000_000)}`)).code).toBe('sheet-row-too-long');
    expect((await refused('\n'.repeat(1_000_000))).code).toBe('sheet-too-many-rows');
    expect((await refused(`${header}\n${'\n'.repeat(200_000)}`)).code).toBe('sheet-too-many-rows');
  });
});

describe('XLSX', () => {
  async function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('发放');
    sheet.addRow(['姓名', '银行卡号', '手机号', '应发金额']);
    fill(sheet, book);
    return Buffer.from(await book.xlsx.writeBuffer());
  }

  it('reads text and amounts, and refuses a numeric card cell instead of a changed number', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['张三', card, 13800138000, 4.35]);
      sheet.addRow(['李四', Number('6222028872946788639'), '', '1234.5']);
      sheet.addRow([{ richText: [{ text: '王' }, { text: '五' }] }, card, null, 0.1 + 0.2]);
    });
    const sheet = await read(bytes);
    expect(sheet).toMatchObject({ format: 'xlsx', sheetName: '发放', encoding: null });
    expect(sheet.rows[0]?.cells).toEqual({ name: '张三', card, phone: '13800138000', amount: '4.35' });
    expect(sheet.rows[1]).toMatchObject({ cells: { card: '', amount: '1234.5' }, faults: [{ reason: 'not-text' }] });
    expect(sheet.rows[2]?.cells).toMatchObject({ name: '王五', amount: '0.30000000000000004' });
  });

  it('refuses dates, formulas and error values in the amount, by row', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['张三', card, null, new Date('2026-11-22T00:00:00Z')]);
      sheet.addRow(['李四', card, null, { formula: 'SUM(1,1)', result: 2 }]);
      sheet.addRow(['王五', card, null, { error: '#REF!' }]);
    });
    const { rows } = await read(bytes);
    expect(rows.map(({ faults }) => faults.map(({ reason }) => reason))).toEqual([['date'], ['formula'], ['error']]);
  });

  it('refuses the cells of a merged range in every row it touches', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['张三', card, null, 1]);
      sheet.addRow(['李四', card, null, 2]);
      sheet.addRow(['王五', card, null, 3]);
      sheet.mergeCells('D2:D3');
    });
    const { rows } = await read(bytes);
    expect(rows.map(({ faults }) => faults.map(({ column, reason }) => [column, reason]))).toEqual([
      [['amount', 'merged']],
      [['amount', 'merged']],
      [],
    ]);
  });

  it('skips other worksheets without the header, and refuses two with it', async () => {
    const notes = await workbook((sheet, book) => {
      sheet.addRow(['张三', card, null, 1]);
      book.addWorksheet('说明').addRow(['请勿修改表头']);
      book.addWorksheet('隐藏', { state: 'hidden' }).addRow(['姓名', '银行卡号', '应发金额']);
    });
    expect((await read(notes)).rows).toHaveLength(1);
    const twice = await workbook((_sheet, book) => {
      book.addWorksheet('十月').addRow(['姓名', '银行卡号', '应发金额']);
    });
    expect(await refused(twice)).toMatchObject({ code: 'sheet-several', extra: { sheets: ['发放', '十月'] } });
  });

  it('reads cells and rows without references, and tags with a namespace prefix', async () => {
    const cell = (text: string): string => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`;
    const row = (...texts: string[]): string => `<x:row>${texts.map(cell).join('')}</x:row>`;
    const bytes = workbookBytes(
      `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${row('姓名', '银行卡号', '手机号', '应发金额')}${row('张三', card, '', '7.00')}</x:sheetData></x:worksheet>`,
    );
    expect((await read(bytes)).rows).toEqual([
      { rowNo: 2, cells: { name: '张三', card, phone: '', amount: '7.00' }, faults: [] },
    ]);
  });

  it('refuses a zip bomb from its directory, before unpacking', async () => {
    const bomb = zipBytes({ 'xl/workbook.xml': Buffer.alloc(300 * 1_048_576) });
    expect(bomb.length).toBeLessThan(2_000_000);
    const before = process.memoryUsage().rss;
    expect((await refused(bomb)).code).toBe('sheet-too-large-unpacked');
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_048_576);
  });

  it('refuses broken XML inside a sound zip', async () => {
    expect((await refused(workbookBytes('<worksheet><sheetData><row>'))).code).toBe('sheet-broken');
  });
});

describe('the spool', () => {
  it('leaves nothing on disk, not even while the sheet is open', async () => {
    const folder = mkdtempSync(`${tmpdir()}/spool-test-`);
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = folder;
    try {
      const source = Readable.from([Buffer.from(`${header}\n张三,${card},,1\n`)]);
      const sheet = await readSheet(source, { columns, fileName: 'sheet', maxRows: 5 });
      expect(readdirSync(folder)).toEqual([]);
      const bytes: Buffer[] = [];
      for await (const chunk of sheet.original()) bytes.push(chunk);
      expect(Buffer.concat(bytes).toString()).toBe(`${header}\n张三,${card},,1\n`);
      await sheet.close();
    } finally {
      process.env['TMPDIR'] = before;
    }
  });
});
