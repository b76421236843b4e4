import { zipOf } from './zip';

/** A column of a sheet to fill in. */
export interface TemplateColumn {
  title: string;
  kind: 'text' | 'amount';
  required?: boolean;
  /** How it is filled in, in both languages, with an example: they stand on a sheet of their own, so that no example is ever paid. */
  note?: { zh: string; en: string };
  example?: string;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Heading row; style 1 is text (`@`), style 2 is a heading, style 3 an amount. */
function sheet(columns: readonly TemplateColumn[]): string {
  const cells = columns
    .map(
      ({ title }, index) =>
        `<c r="${String.fromCharCode(65 + index)}1" s="2" t="inlineStr"><is><t>${escaped(title)}</t></is></c>`,
    )
    .join('');
  const widths = columns
    .map(
      ({ kind }, index) =>
        `<col min="${(index + 1).toString()}" max="${(index + 1).toString()}" width="22" customWidth="1" style="${kind === 'text' ? '1' : '3'}"/>`,
    )
    .join('');
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData><row r="1">${cells}</row></sheetData>${rulesOf(columns)}</worksheet>`;
}

/** Rows that a sheet checks as they are typed. */
const checkedRows = 100_000;

/** Excel itself refuses an amount that is none, in both languages. */
function rulesOf(columns: readonly TemplateColumn[]): string {
  const rules = columns.flatMap(({ kind }, index) => {
    if (kind !== 'amount') return [];
    const letter = String.fromCharCode(65 + index);
    return `<dataValidation type="decimal" operator="greaterThan" allowBlank="1" showErrorMessage="1" errorTitle="金额 Amount" error="请填写大于 0 的金额，单位元，最多两位小数。An amount above zero in yuan, two decimals at most." sqref="${letter}2:${letter}${checkedRows.toString()}"><formula1>0</formula1></dataValidation>`;
  });
  return rules.length === 0
    ? ''
    : `<dataValidations count="${rules.length.toString()}">${rules.join('')}</dataValidations>`;
}

const noteHeads = ['列 Column', '是否必填 Required', '示例 Example', '填写说明', 'How to fill it in'];

/** The second sheet: column by column what belongs there. */
function notes(columns: readonly TemplateColumn[]): string {
  const rows = [
    noteHeads,
    ...columns.map(({ title, required, example, note }) => [
      title,
      required === true ? '必填 Yes' : '选填 No',
      example ?? '',
      note?.zh ?? '',
      note?.en ?? '',
    ]),
  ];
  const cells = (row: readonly string[], at: number): string =>
    row
      .map(
        (text, index) =>
          `<c r="${String.fromCharCode(65 + index)}${at.toString()}" s="${at === 1 ? '2' : '1'}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
      )
      .join('');
  const widths = [16, 18, 26, 60, 70].map(
    (width, index) =>
      `<col min="${(index + 1).toString()}" max="${(index + 1).toString()}" width="${width.toString()}" customWidth="1"/>`,
  );
  const lines = rows.map((row, index) => `<row r="${(index + 1).toString()}">${cells(row, index + 1)}</row>`);
  return `${head}<worksheet xmlns="${main}"><cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.00"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/**
 * A sheet to fill in. XLSX rather than CSV, with its identity and card columns set to text: Excel would otherwise
 * turn eighteen digits into 4.30104E+17, and the lost digits never come back.
 */
export function templateOf(name: string, columns: readonly TemplateColumn[]): Blob {
  return zipOf([
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="r1"/><sheet name="填写说明 Notes" sheetId="2" r:id="r3"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="r3" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', sheet(columns)],
    ['xl/worksheets/sheet2.xml', notes(columns)],
    ['xl/styles.xml', styles],
  ]);
}
