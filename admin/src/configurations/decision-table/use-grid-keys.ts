import {
  cellText,
  isConditionColumn,
  type CellWish,
  type DecisionTable,
  type TableCommand,
} from '@linggong/studio/domain';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { Text2 } from '../../parts/text2';
import { blockText, pasteAt } from './clipboard';
import { blockOf, placeAfter, type Block, type Place, type Selection } from './selection';
import type { Edits } from './use-edits';

export interface GridKeys {
  edits: Edits;
  selection: Selection;
  select: (place: Place, isShift: boolean) => void;
  open: (place: Place) => void;
  find: () => void;
  /** Leaves what is open: the search, the rows that hit. */
  leave: () => void;
  /** Told beside the grid: what could not be done, what was. */
  say: (text: Text2) => void;
}

/** What clears a block: cells, answers, notes and bases. */
export function clearing(table: DecisionTable, block: Block): TableCommand {
  const cells: CellWish[] = [];
  const others: TableCommand[] = [];
  for (let at = block.top; at <= Math.min(block.bottom, table.rows.length); at += 1) {
    const row = table.rows[at];
    for (let col = block.left; col <= block.right; col += 1) {
      const column = table.columns[col];
      if (column === undefined) {
        const fact = col === table.columns.length ? 'note' : 'basis';
        if (row !== undefined) others.push({ do: 'set-row', row: row.id, facts: { [fact]: undefined } });
      } else if (row !== undefined) cells.push({ row: row.id, column: column.id });
      else if (!isConditionColumn(column)) others.push({ do: 'set-otherwise', column: column.id });
    }
  }
  return { do: 'all', commands: [{ do: 'set-cells', cells }, ...others] };
}

/** The keyboard of the grid. Keys that it does not know are the browser's. */
export function onGridKey(event: KeyboardEvent, keys: GridKeys): void {
  const { edits, selection, select } = keys;
  const { active } = selection;
  const isCtrl = event.ctrlKey || event.metaKey;
  const size = { rows: edits.table.rows.length + 1, cols: edits.table.columns.length + 2 };
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const done = (act: () => void): void => {
    event.preventDefault();
    act();
  };
  if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
    done(() => {
      moveActive(keys, key === 'ArrowUp' ? -1 : 1);
    });
    return;
  }
  const to = placeAfter(key, active, size, isCtrl);
  if (to !== undefined)
    done(() => {
      select(to, event.shiftKey);
    });
  else if (isCtrl && key === 'z') done(event.shiftKey ? edits.redo : edits.undo);
  else if (isCtrl && key === 'y') done(edits.redo);
  else if (isCtrl && key === 'f') done(keys.find);
  else if (key === 'Enter' || key === 'F2')
    done(() => {
      keys.open(active);
    });
  else if (key === 'Delete' || key === 'Backspace')
    done(() => {
      edits.run(clearing(edits.table, blockOf(selection)));
    });
  else if (key === 'Escape') done(keys.leave);
  // What is typed goes into the field that this opens, as in spreadsheets: the browser puts it where the focus is by then.
  else if (event.key.length === 1 && !isCtrl && !event.altKey && event.key !== ' ') keys.open(active);
}

function moveActive({ edits, selection: { active }, select }: GridKeys, by: number): void {
  const row = edits.table.rows[active.row];
  const to = active.row + by;
  if (row !== undefined && edits.run({ do: 'move-row', row: row.id, to })) select({ ...active, row: to }, false);
}

/** Copy, cut and paste of a block, as spreadsheets do. */
export function onGridClipboard(event: ClipboardEvent, what: 'copy' | 'cut' | 'paste', keys: GridKeys): void {
  const { edits, selection } = keys;
  const block = blockOf(selection);
  event.preventDefault();
  if (what === 'paste') {
    const mayAdd = edits.may({ do: 'insert-rows', rows: [] });
    const pasted = pasteAt(
      edits.table,
      { row: block.top, col: block.left },
      event.clipboardData.getData('text/plain'),
      mayAdd,
    );
    if (!pasted.ok) keys.say(pasted.text);
    else if (edits.run(pasted.command)) {
      keys.select({ row: block.top, col: block.left }, false);
      keys.select({ row: block.top + pasted.rows - 1, col: block.left + pasted.cols - 1 }, true);
    }
    return;
  }
  event.clipboardData.setData('text/plain', textOf(edits.table, block));
  if (what === 'cut') edits.run(clearing(edits.table, block));
}

/** Notes and bases are copied alone: they are no cells that could be pasted with others. */
function textOf(table: DecisionTable, block: Block): string {
  if (block.left < table.columns.length)
    return blockText(table, { ...block, right: Math.min(block.right, table.columns.length - 1) });
  const rows = table.rows.slice(block.top, block.bottom + 1);
  const note = { id: 'note', role: 'output', field: 'note', label: { zh: '', en: '' }, type: 'text2' } as const;
  return rows
    .map(({ note: text, basis }) => (block.left === table.columns.length ? cellText(note, text) : (basis ?? '')))
    .join('\n');
}
