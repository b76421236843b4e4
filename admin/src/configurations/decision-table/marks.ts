import type { DecisionTable, Fault } from '@linggong/studio/domain';
import type { Text2 } from '../../parts/text2';

export interface Mark {
  readonly kind: 'fault' | 'hint';
  readonly text: Text2;
}

/** What is told about rows and their cells: by row id, and by row id and column id. */
export interface Marks {
  readonly rows: ReadonlyMap<string, readonly Mark[]>;
  readonly cells: ReadonlyMap<string, readonly Mark[]>;
}

export const cellKey = (rowId: string, columnId: string): string => `${rowId} ${columnId}`;

/** The otherwise answer has no id; no row can have this one. */
export const otherwiseId = '*';

/** Where a fault or hint of the server belongs in the grid: `rows.3.cells.amount`, `rows.3`, `otherwise.decision`. */
export function marksOf(table: DecisionTable, faults: readonly Fault[], hints: readonly Fault[]): Marks {
  const rows = new Map<string, Mark[]>();
  const cells = new Map<string, Mark[]>();
  const put = (map: Map<string, Mark[]>, key: string, mark: Mark): void => {
    map.set(key, [...(map.get(key) ?? []), mark]);
  };
  const tell = ({ path, text }: Fault, kind: Mark['kind']): void => {
    const [part, index, , column] = path.split('.');
    const mark = { kind, text };
    const id = part === 'rows' ? table.rows[Number(index)]?.id : part === 'otherwise' ? otherwiseId : undefined;
    const columnId = part === 'otherwise' ? index : column;
    if (id === undefined) return;
    put(rows, id, mark);
    if (columnId !== undefined) put(cells, cellKey(id, columnId), mark);
  };
  for (const fault of faults) tell(fault, 'fault');
  for (const hint of hints) tell(hint, 'hint');
  return { rows, cells };
}

/** The row that a fault or hint is about, as the grid counts; undefined where it is about none. */
export function rowOf(table: DecisionTable, { path }: Fault): number | undefined {
  const [part, index] = path.split('.');
  if (part === 'otherwise') return table.rows.length;
  const row = part === 'rows' && index !== undefined ? Number(index) : undefined;
  return row !== undefined && row < table.rows.length ? row : undefined;
}
