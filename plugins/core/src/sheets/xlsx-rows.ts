import type { RawCell, RawRow } from './sheet-types';
import { columnIndex, mergedPositions } from './xlsx-merges';
import type { Workbook } from './xlsx-workbook';
import { walkXml, type XmlHandlers } from './xml-reader';
import type { ZipDirectory } from './zip-directory';

/** Cells beyond are not read: a payout sheet has seven columns. */
const COLUMNS = 256;

/** The rows of a worksheet in order, without holding it. @throws Problem `sheet-broken` */
export async function* xlsxRows(zip: ZipDirectory, path: string, workbook: Workbook): AsyncGenerator<RawRow> {
  const mergedIn = await mergedPositions(zip, path);
  const rows: { rowNo: number; cells: (RawCell | undefined)[] }[] = [];
  for await (const _chunk of walkXml(zip.read(path), new RowBuilder(workbook, rows))) {
    for (const row of rows.splice(0)) {
      const merged = mergedIn(row.rowNo);
      yield merged ? { ...row, merged } : row;
    }
  }
}

/** Builds rows from tags. A row or cell without a reference follows the one before it, as ECMA-376 allows. */
class RowBuilder implements XmlHandlers {
  private rowNo = 0;
  private cells: (RawCell | undefined)[] = [];
  private column = -1;
  private type = 'n';
  private format = -1;
  private value = '';
  private inValue = false;
  private inPhonetic = false;
  private hasFormula = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly rows: { rowNo: number; cells: (RawCell | undefined)[] }[],
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || (name === 't' && !this.inPhonetic)) this.inValue = true;
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'rPh') this.inPhonetic = true;
    else if (name === 'row') this.openRow(attributes);
  }

  text(piece: string): void {
    if (this.inValue) this.value += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'c' && this.column < COLUMNS) this.cells[this.column] = this.cell();
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'row') this.rows.push({ rowNo: this.rowNo, cells: this.cells });
  }

  private openRow({ r = '' }: Readonly<Record<string, string>>): void {
    this.rowNo = Math.max(this.rowNo + 1, Number(r) || 0);
    this.cells = [];
    this.column = -1;
  }

  private openCell({ r = '', t = 'n', s = '-1' }: Readonly<Record<string, string>>): void {
    const letters = /^[A-Z]{1,3}/.exec(r)?.[0];
    this.column = letters === undefined ? this.column + 1 : columnIndex(letters);
    this.type = t;
    this.format = Number(s);
    this.value = '';
    this.hasFormula = false;
  }

  private cell(): RawCell | undefined {
    if (this.type === 'e') return { text: this.value, kind: 'error' };
    if (this.hasFormula) return { text: this.value, kind: 'formula' };
    if (this.value === '') return undefined;
    if (this.type === 's') return unescape(this.workbook.sharedStrings[Number(this.value)] ?? '');
    if (this.type === 'inlineStr' || this.type === 'str') return unescape(this.value);
    if (this.type === 'b') return this.value === '1' ? 'TRUE' : 'FALSE';
    if (this.type === 'd' || this.workbook.dateFormats.has(this.format)) return { text: this.value, kind: 'date' };
    return { text: this.value, kind: 'number' };
  }
}

/** `_x000D_` is how the format writes characters that XML cannot hold. */
function unescape(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
