import type { Condition, ListColumns, ListQuery } from './list-query';

export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface ListSource {
  /** Table and joins after FROM. */
  readonly from: string;
  readonly columns: ListColumns;
  /** Which rows the caller may see, beside what he asked for. */
  readonly scope: Condition | undefined;
  /** Order where the caller asks for none; a column of `columns`. */
  readonly order: { readonly column: string; readonly direction: 'ASC' | 'DESC' };
  /** Counts no further than one row beyond it; the columns that it sorts by are never null, so that an index gives their order. */
  readonly countMax?: number | undefined;
}

/** The rows of a page. `id` ends the order, so that pages never overlap. */
export function pageStatement(source: ListSource, query: ListQuery): Statement {
  const { where, values } = whereOf(source, query);
  const shown = Object.entries(source.columns).filter(([, column]) => column.shown !== false);
  const select = shown.map(([name, { sql }]) => `${sql} AS "${name}"`).join(', ');
  const { column, direction } = query.sort ?? source.order;
  const keys = sortKeys(source, column, direction);
  if (column !== 'id') keys.push(...sortKeys(source, 'id', direction));
  const sql = `SELECT ${select} FROM ${source.from}${where} ORDER BY ${keys.join(', ')} LIMIT ${query.limit} OFFSET ${query.offset}`;
  return { sql, values };
}

/** One row: `total` (of a capped list at most one more than its cap), and the sum of each money column over the whole filtered set, as text. */
export function totalsStatement(source: ListSource, query: ListQuery): Statement {
  const { where, values } = whereOf(source, query);
  if (source.countMax !== undefined) {
    const counted = `SELECT 1 FROM ${source.from}${where} LIMIT ${source.countMax + 1}`;
    return { sql: `SELECT count(*) AS total FROM (${counted}) counted`, values };
  }
  const sums = Object.entries(source.columns).filter(([, column]) => column.sum);
  const select = ['count(*) AS total', ...sums.map(([name, { sql }]) => `coalesce(sum(${sql}), 0)::text AS "${name}"`)];
  return { sql: `SELECT ${select.join(', ')} FROM ${source.from}${where}`, values };
}

/** Where nulls stand is said only of what may be null: said of a number of rows it would keep its index from giving the order. */
function sortKeys({ columns, countMax }: ListSource, name: string, direction: 'ASC' | 'DESC'): string[] {
  const column = columns[name];
  if (!column) throw new Error(`the list has no column ${name}`);
  const isNeverNull = name === 'id' || column.order !== undefined || countMax !== undefined;
  return (column.order ?? [column.sql]).map((key) => `${key} ${direction}${isNeverNull ? '' : ' NULLS LAST'}`);
}

function whereOf(source: ListSource, query: ListQuery): { where: string; values: unknown[] } {
  const conditions = source.scope ? [source.scope, ...query.conditions] : query.conditions;
  const { sql, values } = joinConditions(conditions);
  return { where: sql ? ` WHERE ${sql}` : '', values };
}

/** All of the conditions with AND, their `$1`… counted on so that each finds its own values. */
export function joinConditions(conditions: readonly Condition[]): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const parts = conditions.map((condition) => {
    const before = values.length;
    values.push(...condition.values);
    return `(${condition.sql.replace(/\$(\d+)/g, (_match, digits: string) => `$${Number(digits) + before}`)})`;
  });
  return { sql: parts.join(' AND '), values };
}
