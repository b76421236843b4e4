import { exportCsvHead, exportCsvLine } from '../export-cell';
import { exportText, type ExportColumn, type ExportValue } from './export-value';
import { sheetXml, workbookParts } from './sheet-xml';
import { zipChunks, type Deflate } from './zip';

export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A list that leaves as a file (列表导出): its columns, and its rows as they come. */
export interface ExportedList {
  /** Name of the sheet. */
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: AsyncIterable<readonly ExportValue[]>;
}

/**
 * The file of a list, piece by piece: whoever reads slowly is waited for, so that a million rows take no more memory than a thousand. The
 * same in a browser and on the server, which bring the `deflate` that they have. Texts that a spreadsheet would compute are texts (`exportCell`).
 * @throws RangeError for what no sheet of Excel holds
 */
export function exportChunks(format: ExportFormat, list: ExportedList, deflate: Deflate): AsyncIterable<Uint8Array> {
  if (format === 'csv') return encoded(csvText(list));
  const parts = workbookParts(list.name).map(([name, xml]) => ({ name, bytes: encoded(inOne(xml)) }));
  const sheet = { name: 'xl/worksheets/sheet1.xml', bytes: encoded(sheetXml(list.columns, list.rows)) };
  return zipChunks([...parts, sheet], deflate);
}

/** Text that is gathered before it is handed on. */
const PIECE_LENGTH = 65_536;

async function* csvText({ columns, rows }: ExportedList): AsyncGenerator<string> {
  let piece = exportCsvHead + exportCsvLine(columns.map(({ heading }) => heading));
  for await (const row of rows) {
    piece += exportCsvLine(columns.map((column, at) => exportText(column, row[at] ?? null)));
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

async function* inOne(text: string): AsyncGenerator<string> {
  yield text;
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
