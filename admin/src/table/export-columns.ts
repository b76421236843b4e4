import type { ExportColumn, ExportKind, ExportValue } from '@linggong/core/domain';
import type { ExportOffer, ListExportWish } from '@linggong/access/api';
import { tones } from '../parts/states';
import { amountOf, cellText } from './cell-text';
import type { Column, Row } from './column';
import type { RowNumbers } from './row-numbers';

type Translate = (key: string) => string;

/** What leaves in a file: not what is done with a row. */
export function exportedColumns<R extends Row>(columns: readonly Column<R>[]): Column<R>[] {
  return columns.filter(({ kind }) => kind !== 'act');
}

const kinds: Readonly<Partial<Record<NonNullable<Column<Row>['kind']>, ExportKind>>> = {
  money: 'money',
  count: 'count',
  day: 'day',
  instant: 'instant',
};

/** How a column stands in a file: what it tells in words of its own is text, whatever its kind. */
export function exportKindOf<R extends Row>({ kind, text, state, names }: Column<R>): ExportKind {
  if (kind === undefined || text !== undefined || state !== undefined || names !== undefined) return 'text';
  return kinds[kind] ?? 'text';
}

/** The heading and kind of a column in the file. */
export function headed<R extends Row>(column: Column<R>, heading: string): ExportColumn {
  return { heading, kind: exportKindOf(column) };
}

/** A value as it stands in a file that is made at once: amounts in fen, days and instants as the server tells them, else words. */
export function exportedValue<R extends Row>(
  column: Column<R>,
  row: R,
  translate: Translate,
  numbers: RowNumbers,
): ExportValue {
  const kind = exportKindOf(column);
  const value: unknown = row[column.source];
  if (kind === 'money' || kind === 'count') {
    const amount = amountOf(value);
    return amount === null || amount === undefined || (typeof amount === 'number' && !Number.isSafeInteger(amount))
      ? null
      : BigInt(amount);
  }
  if (kind === 'day' || kind === 'instant') return typeof value === 'string' ? value : null;
  return cellText(column, row, translate, numbers);
}

/** Codes of one column that a job is given the words of. */
const WORDS_MAX = 1_000;

/**
 * The columns of a job, in the reader's words. The server knows codes, the console what people call them: each state, each code that the
 * server says a field may have, and whatever the rows on the screen show. A column whose words follow from other fields as well tells its
 * code, rather than a wrong word; one that the server does not keep as a field is left out.
 */
export function wishedColumns<R extends Row>(
  columns: readonly Column<R>[],
  offer: Pick<ExportOffer, 'fields'>,
  rows: readonly R[],
  { heading, translate }: { heading: (column: Column<R>) => string; translate: Translate },
): ListExportWish['exportColumns'] {
  const fields = new Map(offer.fields.map(({ field, values = [] }) => [field, values]));
  return exportedColumns(columns).flatMap((column) => {
    const values = fields.get(column.source.split('.')[0] ?? '');
    if (values === undefined) return [];
    const kind = plainKindOf(column);
    const words = kind === 'text' ? wordsOf(column, values, rows, translate) : [];
    return [{ field: column.source, title: heading(column).slice(0, 80), kind, words: words.slice(0, WORDS_MAX) }];
  });
}

/** The kind of a column whose words stand beside its values. */
const plainKindOf = <R extends Row>({ kind, state, names }: Column<R>): ExportKind =>
  kind === undefined || state !== undefined || names !== undefined ? 'text' : (kinds[kind] ?? 'text');

function wordsOf<R extends Row>(
  column: Column<R>,
  values: readonly string[],
  rows: readonly R[],
  translate: Translate,
): [string, string][] {
  if (column.state !== undefined)
    return Object.keys(tones[column.state]).map((state) => [state, translate(`state.${column.state ?? ''}.${state}`)]);
  const { text } = column;
  const sample = rows[0];
  if (text === undefined || sample === undefined || column.names !== undefined) return [];
  const words = new Map<string, string>();
  for (const value of values) words.set(value, text({ ...sample, [column.source]: value }));
  for (const row of rows) {
    const code: unknown = row[column.source];
    if (typeof code !== 'string' && typeof code !== 'number' && typeof code !== 'boolean') continue;
    const word = text(row);
    const known = words.get(String(code));
    if (known !== undefined && known !== word) return [];
    words.set(String(code), word);
  }
  return [...words].filter(([code, word]) => code.length <= 200 && word.length <= 400);
}
