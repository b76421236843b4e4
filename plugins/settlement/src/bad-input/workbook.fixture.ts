import { crc32, deflateRawSync } from 'node:zlib';

/** A cell of a workbook: text, a number, a formula with its value, or a number that shows as a date. */
export type Cell = string | { readonly number: string } | { readonly formula: string } | { readonly date: string };

export interface WorksheetOptions {
  readonly name?: string;
  readonly merges?: readonly string[];
  /** Leaves out the references of cells and rows, as some exports do. */
  readonly bare?: boolean;
}

export interface Worksheet extends WorksheetOptions {
  readonly rows: readonly (readonly Cell[])[];
}

/** An XLSX written by hand, so that tests can also make what no program writes. */
export function workbook(worksheets: readonly Worksheet[]): Buffer {
  const links = worksheets.map((_, index) => link(`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`));
  const sheets = worksheets
    .map(({ name }, index) => `<sheet name="${name ?? `表${index + 1}`}" sheetId="${index + 1}" r:id="s${index}"/>`)
    .join('');
  return zip({
    '_rels/.rels': relations(link('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns:r="http://r"><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(...links, link('st', 'styles', 'styles.xml')),
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ...Object.fromEntries(worksheets.map((sheet, index) => [`xl/worksheets/sheet${index}.xml`, worksheetXml(sheet)])),
  });
}

const link = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`;
const relations = (...items: string[]): string => `<Relationships>${items.join('')}</Relationships>`;

function worksheetXml({ rows, merges = [], bare = false }: Worksheet): string {
  const xml = rows.map((cells, row) => {
    const inner = cells.map((cell, column) => cellXml(cell, bare ? '' : ` r="${reference(column, row)}"`)).join('');
    return bare ? `<row>${inner}</row>` : `<row r="${row + 1}">${inner}</row>`;
  });
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const mergeXml = merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`;
  return `<worksheet><sheetData>${xml.join('')}</sheetData>${mergeXml}</worksheet>`;
}

const reference = (column: number, row: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

function cellXml(cell: Cell, at: string): string {
  if (typeof cell === 'string') return `<c${at} t="inlineStr"><is><t>${cell}</t></is></c>`;
  if ('number' in cell) return `<c${at}><v>${cell.number}</v></c>`;
  if ('date' in cell) return `<c${at} s="1"><v>${cell.date}</v></c>`;
  return `<c${at}><f>${cell.formula}</f><v>2</v></c>`;
}

/** A zip of the given entries. */
export function zip(entries: Readonly<Record<string, Buffer | string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const clear = Buffer.from(content);
    const packed = deflateRawSync(clear);
    const head = entryHead(name, clear, packed.length);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, place, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  return Buffer.concat([...parts, ...directory, directoryEnd(directory, offset)]);
}

function entryHead(name: string, clear: Buffer, packedBytes: number): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(8, 4);
  head.writeUInt32LE(crc32(clear), 10);
  head.writeUInt32LE(packedBytes, 14);
  head.writeUInt32LE(clear.length, 18);
  head.writeUInt16LE(Buffer.byteLength(name), 22);
  return head;
}

function directoryEnd(directory: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return end;
}
