import type { ReactNode } from 'react';
import type { StateKind } from '../parts/states';

/** What every row has. */
export interface Row {
  id: number | string;
}

/** `act`: buttons, which stay in sight at the right however wide the table is; `text`: cut where it is long, whole on hover. */
export type ColumnKind = 'text' | 'money' | 'count' | 'masked' | 'number' | 'day' | 'instant' | 'percent' | 'act';

/** A row that a cell names, by its kind (`enterprise`) and row number. */
export interface NamedRow {
  kind: string;
  id: number;
}

/** One column of a list; also what the export writes and what a phone shows. */
export interface Column<R extends Row> {
  /** Field of the row; its heading is the translation `resources.{resource}.fields.{source}`. */
  source: Extract<keyof R, string>;
  /** Its heading where it is nobody's word: the label of a field that operators made. */
  heading?: string;
  /** How the value is shown; `number` is a business number that opens the row. */
  kind?: ColumnKind;
  /** The value is a state of this kind. */
  state?: StateKind;
  /** A cell of its own making; `text` then says what the export writes. */
  render?: (row: R) => ReactNode;
  text?: (row: R) => string;
  /** The row that a cell of its own making names: a file tells its business number, as far as the reader may see it, and else `text`. */
  names?: (row: R) => NamedRow | undefined;
  /** The server can sort by it. */
  sortable?: boolean;
  /** Not shown until chosen; `zero`: shown by itself as soon as one row has an amount in it, or the columns would not add up. */
  hidden?: boolean | 'zero';
  /** Leaves in a file also while it is not shown: what a list cannot show in full. */
  inFile?: true;
  /** Where it stands in the card of a phone; left out when not given. */
  phone?: 'title' | 'note' | 'end' | 'chip';
}

/** Figures stand right, words left. */
export function isRight<R extends Row>(column: Column<R>): boolean {
  return column.kind === 'money' || column.kind === 'count' || column.kind === 'percent';
}

/** The class of its cells. */
export function classOf<R extends Row>(column: Column<R>): string | undefined {
  if (isRight(column)) return 'n';
  if (column.kind === 'act') return 'act';
  return column.kind === 'text' ? 'cut' : undefined;
}

/** Is the column shown where the reader has not chosen? */
export function isUsual<R extends Row>({ hidden, source }: Column<R>, rows: readonly R[]): boolean {
  if (hidden !== 'zero') return hidden !== true;
  return rows.some((row) => typeof row[source] === 'number' && row[source] !== 0);
}
