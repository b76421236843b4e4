import type { Json } from '../../kind';
import type { TableInput } from './input';
import type { DecisionTable, TableColumn } from './shape';

/** What a computed column is over the values that were sent, by column id; undefined where a value that it needs is missing. */
export function computedValue(column: TableColumn, values: ReadonlyMap<string, Json>): number | undefined {
  if (column.compute === undefined) return undefined;
  const given = column.compute.columns.map((id) => values.get(id));
  const present = given.filter((value) => value !== undefined);
  if (column.compute.of === 'count') return present.length;
  if (present.length < given.length) return undefined;
  if (column.compute.of === 'days-between') return daysBetween(given[0], given[1]);
  const numbers = given.filter((value) => typeof value === 'number');
  if (numbers.length < given.length) return undefined;
  return ofNumbers(column.compute.of, numbers);
}

function ofNumbers(of: 'sum' | 'difference' | 'share', numbers: readonly number[]): number | undefined {
  const [first = 0, ...others] = numbers;
  if (of === 'difference') return rounded(others.reduce((left, value) => left - value, first));
  if (of === 'sum') return rounded(numbers.reduce((total, value) => total + value, 0));
  const [whole = 0] = others;
  // A share of nothing is no number: the conditions on it do not hold.
  return whole === 0 ? undefined : rounded(first / whole);
}

const daysBetween = (from: Json | undefined, to: Json | undefined): number | undefined =>
  typeof from === 'string' && typeof to === 'string' ? dayNumber(to) - dayNumber(from) : undefined;

/** Six decimals, as everything in a table: binary fractions leave no trace. */
export const rounded = (value: number): number => (Number.isInteger(value) ? value : Number(value.toFixed(6)));

/** Days since 1970-01-01: days are compared as whole numbers. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** The values of every condition column by its id, the computed ones last; what was not sent is not there. */
export function columnValues(table: DecisionTable, input: TableInput): Map<string, Json> {
  const values = new Map<string, Json>();
  for (const column of table.columns) {
    const sent = column.role === 'input' && Object.hasOwn(input, column.field) ? input[column.field] : undefined;
    if (sent !== undefined && sent !== null) values.set(column.id, typeof sent === 'number' ? rounded(sent) : sent);
  }
  const sentOnly = new Map(values);
  for (const column of table.columns) {
    const value = column.role === 'computed' ? computedValue(column, sentOnly) : undefined;
    if (value !== undefined) values.set(column.id, value);
  }
  return values;
}
