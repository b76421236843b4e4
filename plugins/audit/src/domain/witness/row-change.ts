import { keptValue, type KeptValue } from './column-policy';
import { isSameValue } from './cut-value';
import type { LogMessage, Relation, Tuple } from './pgoutput';

/** A changed row as the witness keeps it. */
export interface RowChange {
  readonly relation: string;
  readonly operation: 'insert' | 'update' | 'delete' | 'truncate' | 'ddl';
  readonly rowKey: string | undefined;
  /** Of an update the changed columns alone. */
  readonly before: Readonly<Record<string, KeptValue>> | undefined;
  readonly after: Readonly<Record<string, KeptValue>> | undefined;
}

/** Columns that name a row where a table has no `id`. */
const keyNames = ['id', 'no', 'seq', 'code', 'document_id'];

type Change = Extract<LogMessage, { kind: 'insert' | 'update' | 'delete' }>;

/** @param key for fingerprints of what must not be kept */
export function rowChange(change: Change, relation: Relation, key: Buffer): RowChange {
  const kept = (tuple: Tuple, places: readonly number[]): Record<string, KeptValue> =>
    Object.fromEntries(places.map((place) => keptAt(relation, tuple, place, key)));
  const all = relation.columns.map((_column, place) => place);
  const row = change.kind === 'delete' ? change.before : change.after;
  const facts = { relation: relation.name, operation: change.kind, rowKey: rowKey(relation, row, key) };
  if (change.kind === 'insert') return { ...facts, before: undefined, after: kept(change.after, all) };
  if (change.kind === 'delete') return { ...facts, before: kept(change.before, all), after: undefined };
  const { before, after } = change;
  if (before === undefined) return { ...facts, before: undefined, after: kept(after, all) };
  // What is stored out of line and unchanged is not repeated in the new row.
  const changed = all.filter((place) => after[place] !== undefined && !isSameValue(after[place], before[place]));
  return { ...facts, before: kept(before, changed), after: kept(after, changed) };
}

function keptAt(relation: Relation, tuple: Tuple, place: number, key: Buffer): [string, KeptValue] {
  const column = relation.columns[place] ?? { name: `column ${place}`, typeOid: 0 };
  return [column.name, keptValue(column, tuple[place] ?? null, key)];
}

function rowKey(relation: Relation, tuple: Tuple, key: Buffer): string | undefined {
  const names = relation.columns.map(({ name }) => name);
  const place = keyNames.map((name) => names.indexOf(name)).find((found) => found >= 0) ?? 0;
  const column = relation.columns[place];
  const value = tuple[place];
  if (!column || value === null || value === undefined) return undefined;
  const kept = keptValue(column, value, key);
  const shown = typeof kept === 'string' ? kept.slice(0, 200) : JSON.stringify(kept);
  return column.name === 'id' ? shown : `${column.name}=${shown}`;
}
