import type { HeaderColumn } from './sheet-header';
import {
  textOf,
  type CellFault,
  type CellFaultReason,
  type RawCell,
  type RawRow,
  type SheetColumn,
  type SheetRow,
} from './sheet-types';

const LONGEST_CELL = 200;

/** True when no cell holds anything: such rows are left out, as people leave gaps. */
export function isBlank(row: RawRow): boolean {
  return row.cells.every((cell) => cell === undefined || textOf(cell).trim() === '');
}

/** A row of nothing: every column that a sheet may carry, also those that this one does not have. Made once a sheet. */
export function blankCells<K extends string>(columns: readonly SheetColumn<K>[]): Readonly<Record<K, string>> {
  // Object.fromEntries forgets its keys; they are exactly those of the columns.
  return Object.fromEntries(columns.map(({ key }) => [key, ''])) as Record<K, string>;
}

/**
 * A raw row under recognised columns, over `blank` cells. `width` is the number of header cells: content beyond it breaks
 * the row.
 */
export function sheetRow<K extends string>(
  row: RawRow,
  columns: readonly HeaderColumn<K>[],
  blank: Readonly<Record<K, string>>,
  width: number,
): SheetRow<K> {
  const cells: Record<K, string> = { ...blank };
  const faults: CellFault<K>[] = [];
  const beyond =
    row.cells.slice(width).some((cell) => textOf(cell).trim() !== '') || isAmountSplit(row, columns, width);
  for (const { column, title, position } of columns) {
    const read = beyond
      ? { fault: 'broken-row' as const }
      : readCell(row.cells[position], column, row.merged?.has(position) ?? false);
    if ('text' in read) cells[column.key] = read.text;
    else faults.push({ column: column.key, title, reason: read.fault });
  }
  return { rowNo: row.rowNo, cells, faults };
}

/**
 * An unquoted thousands separator parts an amount over two cells: `1,000.00` would be read as 1 yuan with the remark 000.00.
 * A remark of three digits alone is taken for one, unless it is 000 or the row is wider than its header.
 */
function isAmountSplit(row: RawRow, columns: readonly HeaderColumn<string>[], width: number): boolean {
  return columns.some(({ column, position }) => {
    const [head, tail] = [row.cells[position], row.cells[position + 1]];
    if (column.kind !== 'amount' || typeof head !== 'string' || typeof tail !== 'string') return false;
    if (!/^\d{1,3}$/.test(head.trim())) return false;
    return /^(\d{3}\.\d{1,2}|000)$/.test(tail.trim()) || (row.cells.length > width && /^\d{3}$/.test(tail.trim()));
  });
}

type ReadCell = { text: string } | { fault: CellFaultReason };
type CellColumn = HeaderColumn<string>['column'];

function readCell(cell: RawCell | undefined, column: CellColumn, merged: boolean): ReadCell {
  if (merged) return { fault: 'merged' };
  if (cell === undefined) return { text: '' };
  if (typeof cell === 'string') return readText(cell, column);
  if (cell.kind === 'number') return readNumber(cell.text, column);
  return { fault: cell.kind };
}

function readText(raw: string, column: CellColumn): ReadCell {
  const text = cleanText(raw);
  if (text.startsWith('=')) return { fault: 'formula' };
  // What a spreadsheet makes of a long number on its way into a CSV: 4.30102E+17.
  if (column.kind === 'text' && /^\d(\.\d+)?E\+\d+$/i.test(text)) return { fault: 'not-text' };
  if (text.length > (column.maxLength ?? LONGEST_CELL)) return { fault: 'too-long' };
  return { text };
}

function readNumber(text: string, column: CellColumn): ReadCell {
  // Files keep 17 digits (4.3499999999999996); the shortest text of the same double is what the person typed (4.35).
  const shortest = String(Number(text));
  if (column.kind === 'amount') return { text: shortest };
  return column.wholeNumbers && /^\d{1,15}$/.test(shortest) ? { text: shortest } : { fault: 'not-text' };
}

/**
 * Control characters become spaces (PostgreSQL refuses NUL in text), then the ends are trimmed. Marks of direction go: a copy from a web page leaves
 * them in numbers, and a text would read otherwise than it is stored.
 */
function cleanText(raw: string): string {
  const marked = raw.replace(/\p{Bidi_Control}+/gu, '');
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  return marked.replace(/[\u0000-\u001f\u007f\u200b\ufeff]+/g, ' ').trim();
}
