import { pageOfKind } from '../parts/row-page';
import type { Column, NamedRow, Row } from './column';

/** Business numbers of rows that cells name, by `keyOf`. */
export type RowNumbers = Map<string, string>;

export const keyOf = ({ kind, id }: NamedRow): string => `${kind} ${id.toString()}`;

type Read = (page: string, ids: readonly number[]) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/**
 * Asks for the numbers of all rows that cells of a page of a list name, one question for each kind; adds what it finds.
 * @param read gives rows of a list by their row numbers; nothing where the reader may not see that list
 */
export async function learnNumbers<R extends Row>(
  numbers: RowNumbers,
  columns: readonly Column<R>[],
  rows: readonly R[],
  read: Read,
): Promise<void> {
  const missing = new Map<string, Set<number>>();
  for (const { names } of columns)
    for (const row of rows) {
      const named = names?.(row);
      if (named === undefined || numbers.has(keyOf(named))) continue;
      missing.set(named.kind, (missing.get(named.kind) ?? new Set()).add(named.id));
    }
  for (const [kind, ids] of missing) {
    const page = pageOfKind(kind);
    if (page === undefined) continue;
    for (const row of await read(page, [...ids])) {
      const number = numberOf(row);
      if (number !== undefined) numbers.set(keyOf({ kind, id: Number(row['id']) }), number);
    }
  }
}

/** The number by which people know a row; never a name, which a file of this list was not asked for. */
function numberOf(row: Readonly<Record<string, unknown>>): string | undefined {
  return ['number', 'itemNumber', 'code']
    .map((name) => row[name])
    .find((value): value is string => typeof value === 'string' && value !== '');
}
