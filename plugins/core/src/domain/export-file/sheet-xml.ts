import {
  sheetCell,
  unwritable,
  type ExportColumn,
  type ExportKind,
  type ExportValue,
  type SheetCell,
} from './export-value';

/** Rows that a sheet of Excel has below its heading. */
export const SHEET_ROWS_MAX = 1_048_575;
/** Characters that a cell of Excel holds. */
const CELL_LENGTH_MAX = 32_767;
/** Text that is gathered before it is handed on. */
const PIECE_LENGTH = 65_536;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Place of each style in `cellXfs`. */
const styles = { heading: 1, money: 2, count: 3, day: 4, instant: 5, text: 6 } as const;
const widths: Readonly<Record<ExportKind, number>> = { text: 20, money: 16, count: 10, day: 12, instant: 20 };

/** The parts of a workbook (ECMA-376) with one sheet, beside the sheet itself. */
export function workbookParts(sheetName: string): readonly (readonly [name: string, xml: string])[] {
  const ml = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const xml = (text: string): string => declaration + text;
  return [
    [
      '[Content_Types].xml',
      xml(
        `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
          `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${ml}.sheet.main+xml"/>` +
          `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${ml}.worksheet+xml"/>` +
          `<Override PartName="/xl/styles.xml" ContentType="${ml}.styles+xml"/></Types>`,
      ),
    ],
    ['_rels/.rels', xml(relations([['officeDocument', 'xl/workbook.xml']]))],
    [
      'xl/workbook.xml',
      xml(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(nameOf(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      xml(
        relations([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['styles', 'styles.xml'],
        ]),
      ),
    ],
    ['xl/styles.xml', xml(stylesXml)],
  ];
}

/** The sheet: headings that stay in sight, then the rows as they come. @throws RangeError beyond what a sheet holds */
export async function* sheetXml(
  columns: readonly ExportColumn[],
  rows: AsyncIterable<readonly ExportValue[]>,
): AsyncGenerator<string> {
  const cols = columns.map(
    ({ kind }, index) => `<col min="${index + 1}" max="${index + 1}" width="${widths[kind]}" customWidth="1"/>`,
  );
  const letters = columns.map((_column, index) => letterOf(index));
  const headings = columns.map(({ heading }, at) => textCell(`${letters[at] ?? ''}1`, heading, styles.heading));
  let piece =
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" ` +
    `activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData><row r="1">${headings.join('')}</row>`;
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > SHEET_ROWS_MAX) throw new RangeError(`a sheet holds ${SHEET_ROWS_MAX} rows`);
    const cells = columns.map((column, at) =>
      cellXml(`${letters[at] ?? ''}${count + 1}`, sheetCell(column, row[at] ?? null)),
    );
    piece += `<row r="${count + 1}">${cells.join('')}</row>`;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData></worksheet>`;
}

function cellXml(place: string, cell: SheetCell | undefined): string {
  if (cell === undefined) return '';
  if (cell.is === 'number') return `<c r="${place}" s="${styles[cell.style]}"><v>${cell.text}</v></c>`;
  return textCell(place, cell.text, styles.text);
}

/** The text stands in its cell: what begins like a formula is none here, and no table of texts grows in memory. */
function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, CELL_LENGTH_MAX))}</t></is></c>`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text in XML 1.0, without the characters that it has no place for. */
function escaped(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>"]/g, (sign) => signs[sign] ?? '');
}

/** What Excel takes for the name of a sheet. */
function nameOf(text: string): string {
  return (
    text
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet1'
  );
}

/** A, B … Z, AA … */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

const format = (id: number): string =>
  `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
const stylesXml =
  `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="7">${format(0)}<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>` +
  `${format(4)}${format(3)}${format(164)}${format(165)}${format(49)}</cellXfs></styleSheet>`;
