import {
  cellText,
  freeRowIds,
  isConditionColumn,
  readCellText,
  type CellWish,
  type DecisionTable,
  type TableAnswer,
  type TableCommand,
  type TableRow,
} from '@linggong/studio/domain';
import type { Text2 } from '../../parts/text2';
import type { Block, Place } from './selection';

/** The block as a spreadsheet takes it: tabs between cells, lines between rows. Notes are not in it. */
export function blockText(table: DecisionTable, block: Block): string {
  const columns = table.columns.slice(block.left, block.right + 1);
  const lines = [...table.rows.slice(block.top, block.bottom + 1).map(({ cells }) => cells)];
  if (block.bottom >= table.rows.length) lines.push(table.otherwise);
  return lines
    .map((cells) => columns.map((column) => tabbed(cellText(column, cells[column.id]))).join('\t'))
    .join('\n');
}

/** What spreadsheets put in quotes. */
const tabbed = (text: string): string => (/["\t\n]/.test(text) ? `"${text.split('"').join('""')}"` : text);

/** Cells of a text from the clipboard. Quotes around a cell and doubled inside are how spreadsheets write lines and quotes. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [['']];
  let isQuoted = false;
  const put = (sign: string): void => {
    const row = rows.at(-1);
    if (row !== undefined) row[row.length - 1] += sign;
  };
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if (isQuoted && sign === '"' && source[at + 1] === '"') {
      put('"');
      at += 1;
    } else if (sign === '"' && (isQuoted || rows.at(-1)?.at(-1) === '')) isQuoted = !isQuoted;
    else if (!isQuoted && sign === '\t') rows.at(-1)?.push('');
    else if (!isQuoted && sign === '\n') rows.push(['']);
    else put(sign);
  }
  return rows;
}

export type Pasted =
  | { readonly ok: true; readonly command: TableCommand; readonly rows: number; readonly cols: number }
  | { readonly ok: false; readonly text: Text2 };

/** A block put down at a place, as one command: rows that are missing are added where that is allowed. Nothing is pasted in part. */
export function pasteAt(table: DecisionTable, place: Place, text: string, mayAdd: boolean): Pasted {
  const block = cellsOf(text);
  const cols = Math.max(...block.map((row) => row.length));
  if (place.col + cols > table.columns.length)
    return refusal('右侧没有足够的列', 'There are not enough columns to the right');
  if (place.row === table.rows.length && block.length === 1) return pasteOtherwise(table, place.col, block[0] ?? []);
  const missing = Math.max(0, place.row + block.length - table.rows.length);
  if (missing > 0 && !mayAdd) return refusal('下方没有足够的行', 'There are not enough rows below');
  const added: TableRow[] = freeRowIds(table, missing).map((id) => ({ id, cells: {} }));
  const rows = [...table.rows, ...added];
  const wishes: CellWish[] = [];
  for (const [down, texts] of block.entries()) {
    for (const [across, typed] of texts.entries()) {
      const [row, column] = [rows[place.row + down], table.columns[place.col + across]];
      if (row === undefined || column === undefined) continue;
      const read = readCellText(column, typed);
      if (!read.ok) return refusalAt(place.row + down, column.label, read.text);
      wishes.push({ row: row.id, column: column.id, cell: read.cell });
    }
  }
  const set: TableCommand = { do: 'set-cells', cells: wishes };
  const insert: TableCommand = {
    do: 'insert-rows',
    rows: added.map((row, index) => ({ at: table.rows.length + index, row })),
  };
  const command: TableCommand = missing > 0 ? { do: 'all', commands: [insert, set] } : set;
  return { ok: true, command, rows: block.length, cols };
}

function pasteOtherwise(table: DecisionTable, left: number, texts: readonly string[]): Pasted {
  const commands: TableCommand[] = [];
  for (const [across, typed] of texts.entries()) {
    const column = table.columns[left + across];
    if (column === undefined || isConditionColumn(column)) continue;
    const read = readCellText(column, typed);
    if (!read.ok) return refusalAt(table.rows.length, column.label, read.text);
    // What an answer column reads is an answer.
    commands.push({ do: 'set-otherwise', column: column.id, value: read.cell as TableAnswer | undefined });
  }
  return { ok: true, command: { do: 'all', commands }, rows: 1, cols: texts.length };
}

const refusal = (zh: string, en: string): Pasted => ({
  ok: false,
  text: { zh: `没有粘贴：${zh}`, en: `Nothing was pasted. ${en}` },
});

const refusalAt = (row: number, column: Text2, why: Text2): Pasted =>
  refusal(`第 ${row + 1} 行 · ${column.zh}：${why.zh}`, `Row ${row + 1}, ${column.en}: ${why.en}`);
