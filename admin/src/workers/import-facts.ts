import { importColumns, type ImportKey } from '@linggong/parties/api';
import { csvFacts, decode, lookInto, type SheetFacts } from '../sheets/csv-facts';

/** What a worker sheet holds, as far as it can be told before it is sent; of an XLSX only the server can look inside. */
export interface ImportFacts extends Pick<SheetFacts, 'format' | 'bytes' | 'content' | 'encoding' | 'rows'> {
  columns?: readonly { title: string; key: ImportKey | undefined }[];
  /** Columns without which nobody can be registered. */
  missing: readonly ImportKey[];
}

/** Titles compare as on the server: without case, width, spaces and the stars that mark required columns. */
const bare = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[\s*\u200b\ufeff]/g, '')
    .toLowerCase();

export function importColumnOf(title: string): ImportKey | undefined {
  return importColumns.find(({ titles }) => titles.some((known) => bare(known) === bare(title)))?.key;
}

export function importFactsOf(text: string): Required<Pick<ImportFacts, 'rows' | 'columns' | 'missing'>> {
  const { rows, columns: found } = csvFacts(text);
  const columns = found.map(({ title }) => ({ title, key: importColumnOf(title) }));
  const missing = importColumns
    .filter(({ key, required }) => required && !columns.some((column) => column.key === key))
    .map(({ key }) => key);
  return { rows, columns, missing };
}

/** Looks into the chosen file without sending it anywhere. */
export async function readImportFacts(file: File): Promise<ImportFacts> {
  const facts = await lookInto(file);
  if (facts.format !== 'csv') return { ...facts, missing: [] };
  const { text, encoding } = decode(await file.arrayBuffer());
  return { ...facts, encoding, ...importFactsOf(text) };
}
