import { contentHeadBytes, otherContent, type Text2 } from '@linggong/core/domain';
import { payoutColumns, type PayoutColumnKey } from '@linggong/settlement/api';

/** What can be said of a file before it is sent. Of an XLSX only the server can look inside. */
export interface SheetFacts {
  format: 'csv' | 'xlsx' | 'other';
  bytes: number;
  /** What the file holds although it is named like a sheet. */
  content?: Text2;
  encoding?: 'UTF-8' | 'GB18030';
  /** Rows below the heading that are not empty. */
  rows?: number;
  columns?: readonly SheetColumn[];
}

export interface SheetColumn {
  title: string;
  /** Undefined: the payout sheet has no such column; the server asks what it means, once. */
  key: PayoutColumnKey | undefined;
}

/** What a heading of one's own means: a column of the payout sheet, or nothing (null). The server remembers it. */
export type HeaderMapping = Readonly<Record<string, PayoutColumnKey | null>>;

/** Titles compare as on the server: without case, width, spaces and the stars that mark required columns. */
const bare = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[\s*\u200b\ufeff]/g, '')
    .toLowerCase();

/** Which column of the payout sheet a heading is, by its known titles. */
export function columnOf(title: string): PayoutColumnKey | undefined {
  return payoutColumns.find(({ titles }) => titles.some((known) => bare(known) === bare(title)))?.key;
}

/** The cells of one CSV line; a quoted cell may hold commas and doubled quotes. */
export function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (quoted && char === '"' && line.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (char === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  return [...cells, cell];
}

/** Reads UTF-8 where the bytes are valid UTF-8, GB18030 (what Chinese Excel saves) otherwise. */
export function decode(bytes: ArrayBuffer): { text: string; encoding: 'UTF-8' | 'GB18030' } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'GB18030' };
  }
}

/** Facts of a CSV text. */
export function csvFacts(text: string): Required<Pick<SheetFacts, 'rows' | 'columns'>> {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.replace(/[,\s\ufeff]/g, '') !== '');
  return {
    rows: Math.max(0, lines.length - 1),
    columns: cellsOf((lines[0] ?? '').replace(/^\uFEFF/, '')).map((title) => ({
      title: title.trim(),
      key: columnOf(title),
    })),
  };
}

/** Why a file cannot be sent at all: its kind, or that nothing is in it. */
export type FileFault = 'old-excel' | 'not-sheet' | 'other-content' | 'empty' | 'no-rows';

type Looked = Pick<SheetFacts, 'format' | 'bytes' | 'rows' | 'content'> & {
  readonly columns?: readonly { title: string }[];
};

export function faultOf(name: string, facts: Looked): FileFault | undefined {
  if (/\.(xls|xlsm|xlsb|et|numbers|ods)$/i.test(name)) return 'old-excel';
  if (facts.content !== undefined) return 'other-content';
  if (facts.format === 'other') return 'not-sheet';
  if (facts.bytes === 0 || facts.columns?.every(({ title }) => title === '') === true) return 'empty';
  return facts.rows === 0 ? 'no-rows' : undefined;
}

/** What a file is, by its first bytes as the server will see it; the name only tells what no sheet is. */
export async function lookInto(file: File): Promise<Pick<SheetFacts, 'format' | 'bytes' | 'content'>> {
  const head = new Uint8Array(await file.slice(0, contentHeadBytes).arrayBuffer());
  const content = otherContent(head);
  const facts = { bytes: file.size, ...(content === undefined ? {} : { content }) };
  if (content !== undefined || !/\.(csv|xlsx)$/i.test(file.name)) return { ...facts, format: 'other' };
  const isZip = head[0] === 0x50 && head[1] === 0x4b;
  // An encrypted workbook is no zip, and no text either: the server says so.
  const isOld = head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0;
  return { ...facts, format: isZip || isOld ? 'xlsx' : 'csv' };
}

/** Looks into a chosen file without sending it anywhere. */
export async function readFacts(file: File): Promise<SheetFacts> {
  const facts = await lookInto(file);
  if (facts.format !== 'csv') return facts;
  const { text, encoding } = decode(await file.arrayBuffer());
  return { ...facts, encoding, ...csvFacts(text) };
}
