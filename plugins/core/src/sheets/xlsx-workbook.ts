import { posix } from 'node:path';
import { sheetProblems } from './sheet-problems';
import { readXml } from './xml-reader';
import type { ZipDirectory } from './zip-directory';

/** A worksheet carries its own cells; what they refer to stands here. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly sharedStrings: readonly string[];
  /** Cell formats (by index) that show a number as a date or time. */
  readonly dateFormats: ReadonlySet<number>;
}

const SHEETS = 50;

/** Reads a workbook's parts, but no rows. @throws Problem `sheet-broken` */
export async function readWorkbook(zip: ZipDirectory): Promise<Workbook> {
  const root = (await relations(zip, '_rels/.rels', '')).find((relation) => relation.type === 'officeDocument');
  const path = root?.target ?? 'xl/workbook.xml';
  const folder = posix.dirname(path);
  const parts = await relations(zip, `${folder}/_rels/${posix.basename(path)}.rels`, folder);
  const target = (type: string): string | undefined => parts.find((part) => part.type === type)?.target;
  return {
    sheets: await visibleSheets(zip, path, new Map(parts.map((part) => [part.id, part.target]))),
    sharedStrings: await sharedStrings(zip, target('sharedStrings')),
    dateFormats: await dateFormats(zip, target('styles')),
  };
}

async function relations(zip: ZipDirectory, path: string, folder: string) {
  const found: { id: string; type: string; target: string }[] = [];
  await readXml(zip.read(path), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return found;
}

async function visibleSheets(zip: ZipDirectory, path: string, targets: ReadonlyMap<string, string>) {
  const sheets: { name: string; path: string }[] = [];
  await readXml(zip.read(path), {
    open(name, attributes) {
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const target = targets.get(relation);
      if (target === undefined || !zip.has(target)) throw sheetProblems.broken();
      sheets.push({ name: attributes['name'] ?? '', path: target });
    },
  });
  return sheets.slice(0, SHEETS);
}

async function sharedStrings(zip: ZipDirectory, path: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (path === undefined || !zip.has(path)) return strings;
  await readXml(zip.read(path), sharedStringHandlers(strings));
  return strings;
}

function sharedStringHandlers(strings: string[]) {
  let text = '';
  let inText = false;
  // Phonetic guides (rPh) repeat the text in another script.
  let inPhonetic = false;
  return {
    open(name: string) {
      if (name === 'si') text = '';
      if (name === 'rPh') inPhonetic = true;
      inText = name === 't' && !inPhonetic;
    },
    text(piece: string) {
      if (inText) text += piece;
    },
    close(name: string) {
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
      if (name === 'si') strings.push(text);
    },
  };
}

async function dateFormats(zip: ZipDirectory, path: string | undefined): Promise<Set<number>> {
  const found = new Set<number>();
  if (path === undefined || !zip.has(path)) return found;
  const custom = new Map<number, string>();
  let inCellFormats = false;
  let index = 0;
  await readXml(zip.read(path), {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') custom.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      if (showsDate(Number(numFmtId), custom)) found.add(index);
      index += 1;
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return found;
}

/** Built-in date and time formats of ECMA-376 18.8.30 (27–36 and 50–58 in East Asian locales), or a custom one. */
function showsDate(format: number, custom: ReadonlyMap<number, string>): boolean {
  const code = custom.get(format);
  if (code !== undefined) return /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
  const within = (low: number, high: number): boolean => format >= low && format <= high;
  return within(14, 22) || within(27, 36) || within(45, 47) || within(50, 58);
}
