import type { ClassSet } from './classes';

/** What a row asks: a set of classes for each column that it looks at, by the column's place; other columns may be anything. */
export type Box = ReadonlyMap<number, ClassSet>;

/** Work that is done before a comparison gives up: about a second. */
export class Budget {
  constructor(private left: number) {}

  /** False once it is spent. */
  spend(amount: number): boolean {
    this.left -= amount;
    return this.left >= 0;
  }
}

/** Pieces of one box: more are not worth telling. */
const piecesMax = 500;

/**
 * What boxes leave of a box, in pieces that do not overlap; undefined where the work was too much, and then nothing is known.
 * `all` has every class of each column.
 */
export function remains(from: Box, boxes: readonly Box[], all: readonly ClassSet[], budget: Budget): Box[] | undefined {
  let pieces: Box[] = isEmpty(from) ? [] : [from];
  for (const box of boxes) {
    if (pieces.length === 0) return pieces;
    if (!budget.spend(pieces.length * box.size) || pieces.length > piecesMax) return undefined;
    pieces = pieces.flatMap((piece) => without(piece, box, all));
  }
  return pieces;
}

export const isEmpty = (box: Box): boolean => [...box.values()].includes(0n);

/** Whether two boxes share nothing. */
export function apart(piece: Box, box: Box, all: readonly ClassSet[]): boolean {
  for (const [column, set] of box) if (((piece.get(column) ?? all[column] ?? 0n) & set) === 0n) return true;
  return false;
}

/** A piece less a box: for each column of the box, what lies outside of it there and inside of it in the columns before. */
function without(piece: Box, box: Box, all: readonly ClassSet[]): Box[] {
  if (apart(piece, box, all)) return [piece];
  const rest: Box[] = [];
  const inside = new Map(piece);
  for (const [column, set] of box) {
    const whole = inside.get(column) ?? all[column] ?? 0n;
    const outside = whole & ~set;
    if (outside !== 0n) rest.push(new Map(inside).set(column, outside));
    inside.set(column, whole & set);
  }
  return rest;
}

/** Whether a box lies within another. */
export function within(inner: Box, outer: Box, all: readonly ClassSet[]): boolean {
  for (const [column, set] of outer) if (((inner.get(column) ?? all[column] ?? 0n) & ~set) !== 0n) return false;
  return true;
}
