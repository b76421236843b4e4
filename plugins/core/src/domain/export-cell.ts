/** A sign that a figure may carry in front; anything else after such a start is what a spreadsheet computes. */
const figure = /^[+-]?\d[\d,]*(\.\d+)?%?$/;

/** What spreadsheets take for the beginning of a formula, half and full width, with whatever blank they skip before it. */
const formulaStart = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** Tab, return and line feed at the start of a cell move what follows into a place of its own when it is pasted. */
const controlStart = /^[\t\r\n]/;

/**
 * A text as it may stand in a cell of a file that people open in a spreadsheet (导出单元格): what would run gets an apostrophe and is
 * shown as text. Figures stay figures. Files for banks are not for people; their writer refuses such texts instead.
 */
export function exportCell(text: string): string {
  const runs = (formulaStart.test(text) && !figure.test(text)) || controlStart.test(text);
  return runs ? `'${text}` : text;
}

/** A byte order mark, so that Excel reads Chinese right. */
export const exportCsvHead = '\uFEFF';

/** Rows as CSV (RFC 4180) with a byte order mark; with `exportCsvLine` the one writer of CSV for people. */
export function exportCsv(rows: readonly (readonly string[])[]): string {
  return exportCsvHead + rows.map(exportCsvLine).join('');
}

/** One row of it, with its end. */
export function exportCsvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(exportCell(cell))).join(',')}\r\n`;
}

function quoted(text: string): string {
  // eslint-disable-next-line no-restricted-syntax -- this is the one writer
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
