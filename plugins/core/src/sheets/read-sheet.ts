import { contentHeadBytes, otherContent } from '../domain';
import { csvRows, detectEncoding } from './csv-rows';
import { otherZip } from './other-zip';
import { findHeader, headerColumns, HEADER_ROWS, ownHeadings, type HeaderColumn } from './sheet-header';
import { sheetProblems } from './sheet-problems';
import { blankCells, isBlank, sheetRow } from './sheet-rows';
import { LARGEST_FILE, type RawRow, type ReadSheetOptions, type Sheet, type SheetRow } from './sheet-types';
import { Spool } from './spool';
import { readWorkbook } from './xlsx-workbook';
import { xlsxRows } from './xlsx-rows';
import { ZipDirectory } from './zip-directory';

/** People leave gaps; a sheet with more blank rows than this is none that people made, and only costs time. */
const BLANK_ROWS = 100_000;

/** Rows before columns are known, and what is told about where they came from. */
interface RawSheet {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: 'utf-8' | 'gb18030' | null;
  readonly sheetName: string | null;
  rows(): AsyncGenerator<RawRow>;
}

/**
 * Reads a CSV (UTF-8 with or without BOM, GB18030) or XLSX of bounded size without holding it in memory: the bytes are
 * spooled encrypted, the header is recognised, and the rows are walked by the caller.
 * @throws Problem `sheet-empty`, `sheet-too-large`, `sheet-encoding`, `sheet-other-content`, `sheet-old-format`, `sheet-broken`,
 *   `sheet-too-large-unpacked`, `sheet-several`, `sheet-row-too-long`, `sheet-header-missing`, `sheet-columns`.
 */
export async function readSheet<K extends string>(
  source: AsyncIterable<Buffer>,
  options: ReadSheetOptions<K>,
): Promise<Sheet<K>> {
  const spool = await Spool.from(source, options.maxBytes ?? LARGEST_FILE);
  try {
    const raw = await rawSheet(spool, options);
    const first = await firstRows(raw, options.maxRows);
    if (first.length === 0) throw sheetProblems.empty();
    const header =
      findHeader(first, options.columns, options.mapping) ?? ownHeadings(first, options.columns, options.mapping);
    const columns = headerColumns(header, options.columns);
    // headerColumns has refused a sheet without header.
    const headerRow = header?.row ?? { rowNo: 0, cells: [] };
    return {
      format: raw.format,
      encoding: raw.encoding,
      sheetName: raw.sheetName,
      columns: columns.map(({ column, title }) => ({ key: column.key, title })),
      bytes: spool.bytes,
      sha256: spool.sha256,
      rows: rowsUnder(raw, headerRow, columns, options),
      original: () => spool.read(),
      close: () => spool.close(),
    };
  } catch (error) {
    await spool.close();
    throw error;
  }
}

async function rawSheet<K extends string>(spool: Spool, options: ReadSheetOptions<K>): Promise<RawSheet> {
  const { value: head } = await spool.read(0, Math.min(contentHeadBytes, spool.bytes)).next();
  if (head === undefined) throw sheetProblems.empty();
  const other = otherContent(head);
  if (other !== undefined) throw sheetProblems.otherContent(other);
  const magic = head.toString('hex');
  if (magic.startsWith('d0cf11e0')) throw sheetProblems.oldFormat();
  return magic.startsWith('504b0304') ? rawXlsx(spool, options) : rawCsv(spool);
}

async function rawCsv(spool: Spool): Promise<RawSheet> {
  const encoding = await detectEncoding(spool);
  return { format: 'csv', encoding, sheetName: null, rows: () => csvRows(spool, encoding) };
}

/** The one worksheet that carries the header; notes on other worksheets do no harm. */
async function rawXlsx<K extends string>(spool: Spool, options: ReadSheetOptions<K>): Promise<RawSheet> {
  const zip = await ZipDirectory.open(spool);
  const other = otherZip(zip);
  if (other !== undefined) throw sheetProblems.otherContent(other);
  const workbook = await readWorkbook(zip);
  const sheets = workbook.sheets.map(({ name, path }): RawSheet => ({
    format: 'xlsx',
    encoding: null,
    sheetName: name,
    rows: () => xlsxRows(zip, path, workbook),
  }));
  const [only, ...others] = sheets;
  if (only === undefined) throw sheetProblems.broken();
  if (others.length === 0) return only;
  const candidates: RawSheet[] = [];
  for (const sheet of sheets) {
    if (findHeader(await firstRows(sheet, options.maxRows), options.columns, options.mapping)) candidates.push(sheet);
  }
  if (candidates.length > 1) throw sheetProblems.severalSheets(candidates.map(({ sheetName }) => sheetName ?? ''));
  return candidates[0] ?? only;
}

async function firstRows(raw: RawSheet, maxRows: number): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of filledRows(raw, maxRows)) {
    rows.push(row);
    if (rows.length === HEADER_ROWS) break;
  }
  return rows;
}

/** The rows that hold anything. @throws Problem `sheet-too-many-rows` where blank ones pile up without end */
async function* filledRows(raw: RawSheet, maxRows: number): AsyncGenerator<RawRow> {
  let blank = 0;
  for await (const row of raw.rows()) {
    if (!isBlank(row)) yield row;
    else if ((blank += 1) > BLANK_ROWS) throw sheetProblems.tooManyRows(maxRows);
  }
}

async function* rowsUnder<K extends string>(
  raw: RawSheet,
  header: RawRow,
  columns: readonly HeaderColumn<K>[],
  options: ReadSheetOptions<K>,
): AsyncGenerator<SheetRow<K>> {
  // More cells than the header mean a stray separator in a CSV; in a workbook they are notes beside the table.
  const width = raw.format === 'csv' ? header.cells.length : Infinity;
  const blank = blankCells(options.columns);
  let count = 0;
  for await (const row of filledRows(raw, options.maxRows)) {
    if (row.rowNo <= header.rowNo) continue;
    count += 1;
    if (count > options.maxRows) throw sheetProblems.tooManyRows(options.maxRows);
    yield sheetRow(row, columns, blank, width);
  }
  if (count === 0) throw sheetProblems.headerOnly();
}
