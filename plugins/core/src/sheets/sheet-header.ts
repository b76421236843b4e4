import { maskPersonalText } from '../domain/personal-text';
import { problem, type Problem } from '../domain';
import { sheetProblems } from './sheet-problems';
import { textOf, type RawRow, type SheetColumn } from './sheet-types';

/** A sheet may open with a title and notes; the header must stand within these rows. */
export const HEADER_ROWS = 10;
/** Running numbers that people keep in front; they carry nothing. */
const runningNumbers = new Set(['序号', 'no', 'no.', '#']);

export interface HeaderColumn<K extends string> {
  readonly column: SheetColumn<K>;
  readonly title: string;
  readonly position: number;
}

interface Recognised<K extends string> {
  found: HeaderColumn<K>[];
  unknown: string[];
  twice: string[];
}

type Mapping<K extends string> = Readonly<Record<string, K | null>>;

export interface Header<K extends string> {
  readonly row: RawRow;
  readonly recognised: Recognised<K>;
}

/** The header among the first rows of a sheet: the row that names most columns; undefined when no row names any. */
export function findHeader<K extends string>(
  rows: readonly RawRow[],
  columns: readonly SheetColumn<K>[],
  mapping: Mapping<K> = {},
): Header<K> | undefined {
  let best: Header<K> | undefined;
  for (const row of rows.slice(0, HEADER_ROWS)) {
    const recognised = recognise(row, columns, mapping);
    if (recognised.found.length > (best?.recognised.found.length ?? 0)) best = { row, recognised };
  }
  return best;
}

/**
 * One's own headings where not one of them is known, so that they can be told and mapped: the widest of the first rows
 * that are words. A title above the table is one cell; a row with a long number is data, and data are never told back.
 */
export function ownHeadings<K extends string>(
  rows: readonly RawRow[],
  columns: readonly SheetColumn<K>[],
  mapping: Mapping<K> = {},
): Header<K> | undefined {
  let widest: { row: RawRow; width: number } | undefined;
  for (const row of rows.slice(0, HEADER_ROWS)) {
    const texts = row.cells.map((cell) => textOf(cell).trim()).filter((text) => text !== '');
    if (texts.some((text) => /\d{6}/.test(text))) continue;
    const width = texts.filter((text) => /\p{L}/u.test(text)).length;
    if (width >= 2 && width > (widest?.width ?? 0)) widest = { row, width };
  }
  return widest && { row: widest.row, recognised: recognise(widest.row, columns, mapping) };
}

/**
 * The columns of a header in sheet order.
 * @throws Problem `sheet-header-missing`, or `sheet-columns` naming every unknown, missing and twice-named column.
 */
export function headerColumns<K extends string>(
  header: Header<K> | undefined,
  columns: readonly SheetColumn<K>[],
): HeaderColumn<K>[] {
  if (header === undefined) throw sheetProblems.headerMissing(requiredTitles(columns));
  const { found, unknown, twice } = header.recognised;
  const keys = new Set(found.map(({ column }) => column.key));
  const missing = columns.filter((column) => column.required && !keys.has(column.key)).map(firstTitle);
  if (unknown.length + twice.length + missing.length > 0) {
    throw columnProblem({ unknown, twice, missing, found: found.map(({ title }) => title) });
  }
  return found;
}

function recognise<K extends string>(row: RawRow, columns: readonly SheetColumn<K>[], mapping: Mapping<K>) {
  const byTitle = titleIndex(columns, mapping);
  const recognised: Recognised<K> = { found: [], unknown: [], twice: [] };
  const seen = new Set<K>();
  row.cells.forEach((cell, position) => {
    const title = textOf(cell).trim();
    const plain = plainTitle(title);
    if (plain === '' || runningNumbers.has(plain)) return;
    const column = byTitle.get(plain);
    if (column === null) return;
    if (column === undefined) recognised.unknown.push(maskPersonalText(title).slice(0, 40));
    else if (seen.has(column.key)) recognised.twice.push(title);
    else {
      seen.add(column.key);
      recognised.found.push({ column, title, position });
    }
  });
  return recognised;
}

function titleIndex<K extends string>(columns: readonly SheetColumn<K>[], mapping: Mapping<K>) {
  const byTitle = new Map<string, SheetColumn<K> | null>();
  for (const column of columns) for (const title of column.titles) byTitle.set(plainTitle(title), column);
  for (const [title, key] of Object.entries<K | null>(mapping)) {
    byTitle.set(plainTitle(title), columns.find((column) => column.key === key) ?? null);
  }
  return byTitle;
}

/** Titles compare without case, width, spaces and the stars that mark required columns. */
function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s*\u200b\ufeff]/g, '')
    .toLowerCase();
}

const firstTitle = (column: SheetColumn): string => column.titles[0] ?? column.key;
const requiredTitles = (columns: readonly SheetColumn[]): string[] =>
  columns.filter((column) => column.required).map(firstTitle);

function columnProblem(faults: { unknown: string[]; twice: string[]; missing: string[]; found: string[] }): Problem {
  const list = (titles: string[], separator: string): string => titles.join(separator);
  const zh = [
    faults.missing.length > 0 ? `缺少列：${list(faults.missing, '、')}` : '',
    faults.twice.length > 0 ? `列重复：${list(faults.twice, '、')}` : '',
    faults.unknown.length > 0 ? `无法识别的列：${list(faults.unknown, '、')}` : '',
  ];
  const en = [
    faults.missing.length > 0 ? `missing columns: ${list(faults.missing, ', ')}` : '',
    faults.twice.length > 0 ? `columns named twice: ${list(faults.twice, ', ')}` : '',
    faults.unknown.length > 0 ? `unknown columns: ${list(faults.unknown, ', ')}` : '',
  ];
  return problem(
    422,
    'sheet-columns',
    { zh: zh.filter(Boolean).join('；'), en: en.filter(Boolean).join('; ') },
    {
      fix: {
        zh: '请按模板改正表头，或为这些列指定对应关系',
        en: 'Correct the header as in the template, or map these columns',
      },
      extra: { ...faults },
    },
  );
}
