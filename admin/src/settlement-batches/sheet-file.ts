import { payoutColumns, type PayoutColumnKey } from '@linggong/settlement/api';

/** What can be said of a file before it is sent. Of an XLSX only the server can look inside. */
export interface SheetFacts {
  format: 'csv' | 'xlsx' | 'other';
  bytes: number;
  encoding?: 'UTF-8' | 'GB18030';
  /** Rows below the heading that are not empty. */
  rows?: number;
  columns?: readonly SheetColumn[];
  missing?: readonly PayoutColumnKey[];
}

export interface SheetColumn {
  title: string;
  /** Undefined: not a column of the payout sheet. */
  key: PayoutColumnKey | undefined;
  /** Recognised by its own title, without anybody's mapping. */
  known: boolean;
}

/** How somebody's own headings map to ours, kept so that it is asked once. */
export type Mapping = Readonly<Record<string, PayoutColumnKey>>;

const bare = (title: string): string => title.replace(/^\uFEFF/, '').replace(/\s/g, '').toLowerCase();

/** Which column of the payout sheet a heading means, by its known titles or an earlier mapping. */
export function columnOf(title: string, mapping: Mapping): PayoutColumnKey | undefined {
  const found = payoutColumns.find(({ titles }) => titles.some((known) => bare(known) === bare(title)));
  return found?.key ?? mapping[bare(title)];
}

export function mappingKey(title: string): string {
  return bare(title);
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
export function csvFacts(text: string, mapping: Mapping): Pick<SheetFacts, 'rows' | 'columns' | 'missing'> {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.replace(/[,\s]/g, '') !== '');
  const columns = cellsOf((lines[0] ?? '').replace(/^\uFEFF/, '')).map((title) => ({
    title: title.trim(),
    key: columnOf(title, mapping),
    known: columnOf(title, {}) !== undefined,
  }));
  const found = new Set(columns.map(({ key }) => key));
  return {
    rows: Math.max(0, lines.length - 1),
    columns,
    missing: payoutColumns.filter(({ key, required }) => required && !found.has(key)).map(({ key }) => key),
  };
}

export function formatOf(name: string): SheetFacts['format'] {
  if (/\.csv$/i.test(name)) return 'csv';
  return /\.xlsx$/i.test(name) ? 'xlsx' : 'other';
}

/** Looks into a chosen file without sending it anywhere. */
export async function readFacts(file: File, mapping: Mapping): Promise<SheetFacts> {
  const format = formatOf(file.name);
  if (format !== 'csv') return { format, bytes: file.size };
  const { text, encoding } = decode(await file.arrayBuffer());
  return { format, bytes: file.size, encoding, ...csvFacts(text, mapping) };
}

/** The same CSV with the mapped headings in our words, as UTF-8: what the server then recognises by itself. */
export async function withOurHeadings(file: File, mapping: Mapping): Promise<File> {
  const { text } = decode(await file.arrayBuffer());
  const end = /\r\n|\n|\r/.exec(text)?.index ?? text.length;
  const heading = cellsOf(text.slice(0, end).replace(/^\uFEFF/, '')).map((title) => {
    const key = columnOf(title, mapping);
    const column = payoutColumns.find((each) => each.key === key);
    return `"${(column?.titles[0] ?? title).replace(/"/g, '""')}"`;
  });
  return new File([`\uFEFF${heading.join(',')}${text.slice(end)}`], file.name, { type: 'text/csv' });
}
