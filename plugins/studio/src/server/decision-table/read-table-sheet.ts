import { readSheet, type CellFaultReason, type SheetRow } from '@linggong/core';
import { Problem, problem, type Text2 } from '@linggong/core/domain';
import {
  decisionTable,
  freeRowIds,
  isConditionColumn,
  readCellText,
  type DecisionTable,
  type Fault,
  type TableAnswer,
  type TableCell,
  type TableRow,
} from '../../domain';
import { beside, otherwiseSheetId, sheetColumns } from './sheet-columns';

const bytesMax = 8_388_608;

/** A table as a sheet has it, or what is wrong with the sheet, row by row as the spreadsheet counts. */
export type TableRead =
  { readonly ok: true; readonly table: DecisionTable } | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads the sheet of a table back. Its columns are those of the table: one that was renamed, added or left out is refused by its name.
 * Rows are known by their hidden ids; a new row, or one that was copied in the spreadsheet, gets an id of its own.
 * @throws Problem of `readSheet`, such as 422 `sheet-columns`
 */
export async function readTableSheet(
  source: AsyncIterable<Buffer>,
  fileName: string,
  base: DecisionTable,
): Promise<TableRead> {
  const columns = sheetColumns(base);
  const wish = { columns, fileName, maxRows: 2_001, maxBytes: bytesMax };
  const sheet = await readSheet(source, wish).catch((error: unknown) => {
    throw byTheTable(error);
  });
  try {
    const read = new SheetTable(base);
    for await (const row of sheet.rows) read.take(row);
    return read.result();
  } finally {
    await sheet.close();
  }
}

/** Gathers the rows of a sheet. */
class SheetTable {
  private readonly faults: Fault[] = [];
  private readonly rows: TableRow[] = [];
  private readonly taken = new Set<string>();
  private otherwise: Record<string, TableAnswer> = {};

  constructor(private readonly base: DecisionTable) {}

  take(row: SheetRow): void {
    const cells = this.cellsOf(row);
    const id = row.cells['id'] ?? '';
    if (id !== otherwiseSheetId) {
      this.rows.push({ id: this.idOf(id), cells, ...this.besideOf(row) });
      return;
    }
    // Cells of answer columns are answers; conditions of the otherwise row were told as faults.
    this.otherwise = cells as Record<string, TableAnswer>;
    for (const column of this.base.columns.filter(({ id: one }) => cells[one] !== undefined))
      if (isConditionColumn(column))
        this.tell(row.rowNo, column.label.zh, column.label.en, {
          zh: '“其余”只填答案列',
          en: 'the otherwise answer has no conditions',
        });
  }

  result(): TableRead {
    if (this.faults.length > 0) return { ok: false, faults: this.faults.slice(0, 200) };
    const fresh = freeRowIds({ ...this.base, rows: [...this.base.rows, ...this.rows] }, this.rows.length);
    const rows = this.rows.map((row) => (row.id === '' ? { ...row, id: fresh.shift() ?? '' } : row));
    const { base, otherwise } = this;
    const read = decisionTable.safeParse({ ...base, rows, otherwise });
    if (read.success) return { ok: true, table: read.data };
    const places = read.error.issues.slice(0, 200).map(({ path }) => path);
    return { ok: false, faults: places.map((path) => shapeFault(path)) };
  }

  private cellsOf({ rowNo, cells, faults }: SheetRow): Record<string, TableCell> {
    for (const { title, reason } of faults) this.tell(rowNo, title, title, unreadableTexts[reason]);
    const read: Record<string, TableCell> = {};
    for (const [index, column] of this.base.columns.entries()) {
      const written = cells[`c${index}`] ?? '';
      const typed = readCellText(column, written);
      if (!typed.ok) this.tell(rowNo, column.label.zh, column.label.en, withValue(written, typed.text));
      else if (typed.cell !== undefined) read[column.id] = typed.cell;
    }
    return read;
  }

  private besideOf({ rowNo, cells }: SheetRow): Pick<TableRow, 'note' | 'basis' | 'off'> {
    const { noteZh = '', noteEn = '', basis = '', off = '' } = cells;
    if ((noteZh === '') !== (noteEn === ''))
      this.tell(rowNo, beside.noteZh, 'Note', { zh: '请同时填写中文和英文', en: 'write it in both languages' });
    if (!['', '是', '否'].includes(off))
      this.tell(rowNo, beside.off, 'Off', { zh: '请填写“是”或留空', en: 'write “是” or nothing' });
    return {
      ...(noteZh !== '' && noteEn !== '' && { note: { zh: noteZh, en: noteEn } }),
      ...(basis !== '' && { basis }),
      ...(off === '是' && { off: true }),
    };
  }

  /** The id of a row; empty where it needs a new one. */
  private idOf(id: string): string {
    if (id === '' || this.taken.has(id)) return '';
    this.taken.add(id);
    return id;
  }

  private tell(rowNo: number, zh: string, en: string, why: Text2): void {
    this.faults.push({
      path: `sheet.${rowNo}`,
      code: 'sheet-cell',
      text: { zh: `表格第 ${rowNo} 行 · ${zh}：${why.zh}`, en: `Row ${rowNo} of the sheet, ${en}: ${why.en}` },
    });
  }
}

const unreadableTexts: Readonly<Record<CellFaultReason, Text2>> = {
  formula: { zh: '单元格是公式，请改为它的结果', en: 'the cell holds a formula; put its result there' },
  error: {
    zh: '单元格是公式错误（如 #N/A），请填写内容',
    en: 'the cell holds an error such as #N/A; write what it is to say',
  },
  merged: { zh: '单元格与别的单元格合并了，请取消合并', en: 'the cell is merged with another one; take them apart' },
  'not-text': { zh: '单元格不是文本，请改为文本', en: 'the cell is no text; make it text' },
  date: {
    zh: '单元格是日期格式，请改为文本，写作 2026-11-22',
    en: 'the cell is a date; make it text such as 2026-11-22',
  },
  'too-long': { zh: '文字太长，请缩短', en: 'the text is too long; make it shorter' },
  'broken-row': { zh: '这一行无法读取，请重新填写', en: 'the row cannot be read; write it anew' },
};

/** What stands in a cell that was not understood, so that it is found by its words as well; not more of it than a line holds. */
function withValue(text: string, { zh, en }: Text2): Text2 {
  const letters = [...text.trim()];
  const shown = letters.length > 20 ? `${letters.slice(0, 20).join('')}…` : letters.join('');
  return { zh: `“${shown}” ${zh}`, en: `“${shown}”: ${en}` };
}

/** Titles stand for columns that people know by them; a table has no mapping, so that nothing lands in a wrong column. */
function byTheTable(error: unknown): unknown {
  if (!(error instanceof Problem) || !error.code.startsWith('sheet-')) return error;
  const fix = {
    zh: '请重新点“导出表格”，在导出的表格里修改；列名和列的多少由平台的决策表决定',
    en: 'Take the sheet out again and change that one; which columns there are is decided in the table itself',
  };
  return error.code === 'sheet-columns' || error.code === 'sheet-header-missing'
    ? problem(error.status, error.code, error.text, { ...(error.extra && { extra: error.extra }), fix })
    : error;
}

const shapeFault = (path: readonly PropertyKey[]): Fault => {
  const place = path.map(String).join('.');
  const row = path[0] === 'rows' && typeof path[1] === 'number' ? path[1] + 1 : undefined;
  const where = row === undefined ? { zh: '表', en: 'The table' } : { zh: `第 ${row} 行`, en: `Row ${row}` };
  return {
    path: place,
    code: 'shape',
    text: {
      zh: `${where.zh}的内容超出允许的范围，请检查编号和文字长度`,
      en: `${where.en} holds what a table cannot; look at its id and the length of its texts`,
    },
  };
};
