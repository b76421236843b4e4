export type Cell = bigint | number | string | Date | null;

/** A column of a table of ours and how a row object fills it. */
export interface RowColumn<R> {
  readonly name: string;
  readonly type: 'bigint' | 'integer' | 'text' | 'timestamptz';
  of(row: R): Cell;
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

const ROWS_A_WRITE = 500;

/** Rows in the text format of COPY, some hundreds a piece. */
export function* copyText<R>(columns: readonly RowColumn<R>[], rows: readonly R[]): Generator<string> {
  for (const chunk of chunksOf(rows, ROWS_A_WRITE)) {
    yield chunk.map((row) => `${columns.map((column) => copyCell(column.of(row))).join('\t')}\n`).join('');
  }
}

function copyCell(cell: Cell): string {
  if (cell === null) return '\\N';
  if (cell instanceof Date) return cell.toISOString();
  // Only texts can hold what COPY reads as an end of cell or row.
  return typeof cell === 'string' ? cell.replace(/[\\\t\n\r]/g, escapeOf) : cell.toString();
}

function escapeOf(character: string): string {
  return { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }[character] ?? character;
}
