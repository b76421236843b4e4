import { countText, moneyText, nothing, percentText, type FenLike } from '../parts/money-text';
import { dayText, instantText } from '../parts/time-text';
import type { Column, Row } from './column';
import { keyOf, type RowNumbers } from './row-numbers';

const wordOf = (value: unknown): string =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : nothing;

/** What of a value is an amount. */
export const amountOf = (value: unknown): FenLike =>
  typeof value === 'number' || typeof value === 'bigint' ? value : undefined;

/** What of a value is text. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Whether a cell has something to say: where there are no headings, a dash for nothing tells nobody what is missing. */
export function saysSomething<R extends Row>(column: Column<R>, row: R): boolean {
  if (column.render && !column.text) return true;
  const value: unknown = column.text ? column.text(row) : row[column.source];
  return value !== null && value !== undefined && value !== '' && value !== nothing;
}

/** A cell that is nothing but text, by the kind of its column. */
export function plainText<R extends Row>(column: Column<R>, value: unknown): string {
  if (column.kind === 'count') return countText(typeof value === 'number' ? value : undefined);
  if (column.kind === 'percent') return percentText(typeof value === 'number' ? value : textOf(value));
  if (column.kind === 'day') return dayText(textOf(value));
  return wordOf(value);
}

/** A cell for the export: amounts without separators, so that a spreadsheet counts with them. */
export function cellText<R extends Row>(
  column: Column<R>,
  row: R,
  translate: (key: string) => string,
  numbers?: RowNumbers,
): string {
  const named = column.names?.(row);
  const number = named && numbers?.get(keyOf(named));
  if (number !== undefined) return number;
  if (column.text) return column.text(row);
  const value: unknown = row[column.source];
  if (value === null || value === undefined) return '';
  if (column.state) return translate(`state.${column.state}.${wordOf(value)}`);
  if (column.kind === 'money') return moneyText(amountOf(value)).replace(/,/g, '').replace('\u2212', '-');
  if (column.kind === 'instant') return instantText(textOf(value), true);
  if (column.kind === 'count') return wordOf(value);
  return plainText(column, value);
}
