import type { ExportColumn, ExportValue } from '@linggong/core/domain';

/** A column of an export as it was asked for: a field of the list, and the words of its codes. */
export interface WishedColumn extends ExportColumn {
  /** Field of the row; `values.height` for a field within one. */
  readonly source: string;
  readonly words: ReadonlyMap<string, string>;
}

/** The cells of a row of a list, in the order of the columns. */
export function exportRow(columns: readonly WishedColumn[], row: Readonly<Record<string, unknown>>): ExportValue[] {
  return columns.map((column) => exportValue(column, fieldOf(row, column.source)));
}

function fieldOf(row: Readonly<Record<string, unknown>>, source: string): unknown {
  if (Object.hasOwn(row, source)) return row[source];
  const [first = '', ...rest] = source.split('.');
  return rest.reduce<unknown>(
    (value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    row[first],
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * A value of a list for a file. A code is told by its word; what is of several parts – a report, a problem – by its words in two languages
 * alone, since nobody reads JSON in a sheet.
 */
export function exportValue({ kind, words }: WishedColumn, value: unknown): ExportValue {
  if (value === null || value === undefined) return null;
  const word = words.get(codeOf(value));
  if (word !== undefined) return word;
  if (value instanceof Date) return kind === 'day' ? value.toISOString().slice(0, 10) : value.toISOString();
  if (typeof value === 'bigint') return kind === 'money' || kind === 'count' ? value : value.toString();
  if (typeof value === 'number')
    return (kind === 'money' || kind === 'count') && Number.isSafeInteger(value) ? BigInt(value) : String(value);
  if (typeof value === 'string')
    return (kind === 'money' || kind === 'count') && /^-?\d{1,18}$/.test(value) ? BigInt(value) : value;
  if (Array.isArray(value))
    return value
      .filter((item) => typeof item === 'string' || typeof item === 'number')
      .map((item) => words.get(String(item)) ?? String(item))
      .join('、');
  return typeof value === 'boolean' ? String(value) : null;
}

/** A value as the key of its word; nothing that has several parts has one. */
function codeOf(value: unknown): string {
  return typeof value === 'object' ? '' : String(value);
}
