import ExcelJS from 'exceljs';
import { cellText, type DecisionTable, type TableCell, type TableRow } from '../../domain';
import { beside, otherwiseSheetId, sheetTitle } from './sheet-columns';

/** How cells are written, for whoever fills them in. */
const notes: readonly string[] = [
  '条件写法：> 50000.00、≥ 1 且 ≤ 5、任一：甲；乙、除外：甲、格式：^退款；留空表示不限。',
  '金额以元为单位；日期写作 2026-11-22；双语文字写作 中文 || English。',
  '请勿改动表头和隐藏的“行编号”列；新增的行将“行编号”留空即可。最后一行“*”为“其余”答案。',
];

/** A table as a workbook (XLSX): a heading of labels, a hidden column of row ids, every cell as text. */
export async function writeTableSheet(table: DecisionTable): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('决策表', { views: [{ state: 'frozen', ySplit: 1 }] });
  const titles = table.columns.map((column) => sheetTitle(table, column));
  const { id, ...others } = beside;
  sheet.columns = [id, ...titles, ...Object.values(others)].map((header) => ({
    header,
    width: Math.max(14, header.length * 2 + 4),
    // Text, so that a spreadsheet changes nothing that is typed.
    style: { numFmt: '@' },
    hidden: header === id,
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of table.rows) sheet.addRow(lineOf(table, row.id, row.cells, row));
  sheet.addRow(lineOf(table, otherwiseSheetId, table.otherwise));
  const help = book.addWorksheet('填写说明');
  help.getColumn(1).width = 110;
  help.addRows(notes.map((note) => [note]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

function lineOf(
  table: DecisionTable,
  id: string,
  cells: Readonly<Record<string, TableCell>>,
  facts: Pick<TableRow, 'note' | 'basis' | 'off'> = {},
): string[] {
  return [
    id,
    ...table.columns.map((column) => cellText(column, cells[column.id])),
    facts.note?.zh ?? '',
    facts.note?.en ?? '',
    facts.basis ?? '',
    facts.off === true ? '是' : '',
  ];
}
