import type { NextAction } from '@linggong/settlement/api';

/** Lines that an action leaves unpaid: how many, and their money where it is known. */
export interface LeftOutSum {
  why: 'blocked' | 'held' | 'excluded';
  lines: number;
  /** Zero where not one amount could be read; null for quotes that are older than this figure. */
  fen: number | null;
}

/** What confirming or releasing does not pay, by why; nothing where every line is paid. */
export function leftOutSums({
  blockedLines,
  blockedFen,
  heldLines,
  heldFen,
  excludedLines,
  excludedFen,
}: NonNullable<NextAction['effect']>): LeftOutSum[] {
  const sums: LeftOutSum[] = [
    { why: 'blocked', lines: blockedLines, fen: blockedFen },
    { why: 'held', lines: heldLines, fen: heldFen },
    { why: 'excluded', lines: excludedLines, fen: excludedFen },
  ];
  return sums.filter(({ lines }) => lines > 0);
}
