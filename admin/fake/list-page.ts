import type { ListTotal } from '@linggong/access/api';
import { answered, type FakeAnswer } from './call';

export type Row = Readonly<Record<string, unknown>> & { readonly id: number };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function read(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** Amounts are summed where people add them up. */
const summed = ['grossFen', 'netFen', 'amountFen', 'incomeTaxFen', 'vatFen', 'feeFen', 'budgetFen'];

/** A page of a list in the simple-rest dialect: filtered, sorted, counted, with the sums of the whole filtered set. */
export function listPage(name: string, rows: readonly Row[], query: URLSearchParams): FakeAnswer {
  const filter = read(query.get('filter'));
  const found = rows.filter((row) => !isObject(filter) || Object.entries(filter).every((rule) => fits(row, ...rule)));
  const sort = read(query.get('sort'));
  const [column, direction] = Array.isArray(sort) ? sort.map(String) : ['id', 'DESC'];
  const sorted = found.toSorted(
    (a, b) => compared(a[column ?? 'id'], b[column ?? 'id']) * (direction === 'ASC' ? 1 : -1),
  );
  const range = read(query.get('range'));
  const [first, last] = Array.isArray(range) ? range.map(Number) : [0, 24];
  const page = sorted.slice(first, (last ?? 24) + 1);
  const span = page.length === 0 ? '*' : `${String(first)}-${String((first ?? 0) + page.length - 1)}`;
  return answered(page, {
    'Content-Range': `${name} ${span}/${found.length.toString()}`,
    'X-Sums': JSON.stringify(sumsOf(found)),
  });
}

/** The count and the sums of what a filter leaves of a list. */
export function totalOf(rows: readonly Row[], filter: Readonly<Record<string, unknown>>): ListTotal {
  const found = rows.filter((row) => Object.entries(filter).every((rule) => fits(row, ...rule)));
  return { state: 'counted', count: found.length, capped: false, sums: sumsOf(found) };
}

function fits(row: Row, name: string, wanted: unknown): boolean {
  if (name === 'q')
    return Object.values(row).some((value) => typeof value === 'string' && value.includes(String(wanted)));
  const bound = /^(.+)_(gte|lte)$/.exec(name);
  if (bound !== null) {
    const order = compared(row[bound[1] ?? ''], wanted);
    return bound[2] === 'gte' ? order >= 0 : order <= 0;
  }
  const given = (Array.isArray(wanted) ? wanted : [wanted]).map(String);
  return given.some((one) => one === String(row[name]));
}

function compared(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a ?? '').localeCompare(String(b ?? ''));
}

function sumsOf(rows: readonly Row[]): Record<string, number> {
  const present = summed.filter((name) => rows.some((row) => typeof row[name] === 'number'));
  return Object.fromEntries(
    present.map((name) => [name, rows.reduce((sum, row) => sum + (Number(row[name]) || 0), 0)]),
  );
}
