/** A cell of the grid: rows from 0 (the last is the otherwise answer), columns from 0 (the last two are note and basis). */
export interface Place {
  readonly row: number;
  readonly col: number;
}

/** The cell that has the focus, and where the block that is selected began. */
export interface Selection {
  readonly active: Place;
  readonly anchor: Place;
}

export interface Size {
  readonly rows: number;
  readonly cols: number;
}

export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const origin: Selection = { active: { row: 0, col: 0 }, anchor: { row: 0, col: 0 } };

/** The first cell of a row; of the table where there is no such row. */
export function startAt(row: number): Selection {
  const place = { row: Math.max(row, 0), col: 0 };
  return { active: place, anchor: place };
}

/** Rows of a page of the grid. */
const pageRows = 12;

const within = (value: number, count: number): number => Math.min(Math.max(value, 0), Math.max(count - 1, 0));

export function inside(place: Place, size: Size): Place {
  return { row: within(place.row, size.rows), col: within(place.col, size.cols) };
}

export function blockOf({ active, anchor }: Selection): Block {
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.col, anchor.col),
    right: Math.max(active.col, anchor.col),
  };
}

export function isInBlock(block: Block, row: number, col: number): boolean {
  return row >= block.top && row <= block.bottom && col >= block.left && col <= block.right;
}

/** Where a key leads; undefined for keys that do not move. */
export function placeAfter(key: string, from: Place, size: Size, isCtrl: boolean): Place | undefined {
  const steps: Readonly<Record<string, Place>> = {
    ArrowUp: { row: isCtrl ? 0 : from.row - 1, col: from.col },
    ArrowDown: { row: isCtrl ? size.rows - 1 : from.row + 1, col: from.col },
    ArrowLeft: { row: from.row, col: isCtrl ? 0 : from.col - 1 },
    ArrowRight: { row: from.row, col: isCtrl ? size.cols - 1 : from.col + 1 },
    PageUp: { row: from.row - pageRows, col: from.col },
    PageDown: { row: from.row + pageRows, col: from.col },
    Home: { row: isCtrl ? 0 : from.row, col: 0 },
    End: { row: isCtrl ? size.rows - 1 : from.row, col: size.cols - 1 },
  };
  const to = steps[key];
  return to && inside(to, size);
}

/** The selection after a move; with shift the block grows from where it began. */
export function movedTo(selection: Selection, active: Place, isShift: boolean): Selection {
  return { active, anchor: isShift ? selection.anchor : active };
}
