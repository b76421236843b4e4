import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { tableChanges, tableFaults, type DecisionTable } from '../../domain';
import { payments } from '../../domain/kinds/decision-table/payments.fixture';
import { readTableSheet } from './read-table-sheet';
import { writeTableSheet } from './write-table-sheet';

const read = (bytes: Buffer, base: DecisionTable = payments) =>
  readTableSheet(Readable.from([bytes]), 'table.xlsx', base);

/** The sheet of the payments as somebody changed it in a spreadsheet. */
async function changed(change: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  // exceljs takes the buffer type of its own typings.
  await book.xlsx.load((await writeTableSheet(payments)) as unknown as ExcelJS.Buffer);
  const sheet = book.getWorksheet('决策表');
  if (sheet === undefined) throw new Error('no sheet');
  change(sheet);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a decision table in a spreadsheet (R13.1)', () => {
  it('comes back as it went out, ids and all', async () => {
    expect(await read(await writeTableSheet(payments))).toEqual({ ok: true, table: payments });
  });

  it('shows what was changed before it is taken', async () => {
    const sheet = await read(
      await changed((rows) => {
        rows.getCell('B2').value = '> 80000.00';
        rows.getCell('B3').value = 40_000;
      }),
    );
    if (!sheet.ok) throw new Error('refused');
    expect(tableFaults(sheet.table)).toEqual([]);
    expect(tableChanges(payments, sheet.table).map(({ where, after }) => `${where.zh} ${after?.zh ?? ''}`)).toEqual([
      '第 1 行 · 单笔金额 大于 80,000.00',
      '第 2 行 · 单笔金额 等于 40,000.00',
    ]);
  });

  it('gives new rows and copied ones ids of their own', async () => {
    const sheet = await read(
      await changed((rows) => {
        const copied = rows.getRow(2).values as string[];
        rows.insertRow(3, copied.slice(1));
        rows.insertRow(4, ['', '> 5.00', '', '', '', '', '', '', '', '', '复核']);
      }),
    );
    expect(sheet.ok && sheet.table.rows.map(({ id }) => id)).toEqual(['large', 'r-1', 'r-2', 'new', 'odd', 'cheap']);
  });

  it.each<[string, (sheet: ExcelJS.Worksheet) => void, object]>([
    ['renamed', (sheet) => void (sheet.getCell('B1').value = '金额'), { unknown: ['金额'], missing: ['单笔金额'] }],
    ['missing', (sheet) => void sheet.spliceColumns(2, 1), { missing: ['单笔金额'] }],
    ['added', (sheet) => void (sheet.getCell('Q1').value = '部门'), { unknown: ['部门'] }],
  ])('refuses a column that was %s, by its name', async (_how, change, extra) => {
    await expect(changed(change).then((bytes) => read(bytes))).rejects.toMatchObject({
      ...{ code: 'sheet-columns', extra },
      // The table offers no mapping of columns; the sheet that went out has them all.
      fix: { zh: expect.stringContaining('导出表格') },
    });
  });

  it('names the cells that it cannot read, as the spreadsheet counts rows', async () => {
    const sheet = await read(
      await changed((rows) => {
        rows.getCell('B2').value = '大于五万';
        rows.getCell('D3').value = 'D 级';
        rows.getCell('B6').value = '> 5.00';
      }),
    );
    expect(sheet.ok ? [] : sheet.faults.map(({ text }) => text.zh.slice(0, 22))).toEqual([
      '表格第 2 行 · 单笔金额：“大于五万” ',
      '表格第 3 行 · 企业等级：“D 级” 看',
      '表格第 6 行 · 单笔金额：“其余”只填答',
    ]);
  });

  it('says of a formula that it is one', async () => {
    const sheet = await read(await changed((rows) => void (rows.getCell('B2').value = { formula: '1+1', result: 2 })));
    expect(sheet.ok ? [] : sheet.faults.map(({ text }) => text.zh)).toEqual([
      '表格第 2 行 · 单笔金额：单元格是公式，请改为它的结果',
    ]);
  });
});
