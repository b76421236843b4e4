/** A column of a table of ours and how a row object fills it. */
export interface RowColumn<R> {
  readonly name: string;
  readonly type: 'bigint' | 'integer' | 'text' | 'timestamptz';
  of(row: R): bigint | number | string | Date | null;
}

/** `unnest($1::integer[], …)` over rows, one array a column; `first` is the number of the first parameter. */
export function unnested<R>(columns: readonly RowColumn<R>[], rows: readonly R[], first = 1) {
  const arrays = columns.map(({ type }, index) => `$${first + index}::${type}[]`);
  return {
    sql: `unnest(${arrays.join(', ')}) AS given(${columns.map(({ name }) => name).join(', ')})`,
    values: columns.map((column) => rows.map((row) => column.of(row))),
  };
}

export function columnNames<R>(columns: readonly RowColumn<R>[]): string {
  return columns.map(({ name }) => name).join(', ');
}

/** Rows in pieces of a bounded size, so that no statement grows with the batch. */
export function* chunksOf<T>(rows: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}
