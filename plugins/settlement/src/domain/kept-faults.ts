import type { CellKey, LineFault } from './line-fault';

/** Cells without which a row cannot be paid; a row that fell apart is whole again when each of them was typed. */
const REQUIRED: readonly CellKey[] = ['name', 'identityNumber', 'cardNumber', 'taskNumber', 'amount'];

/**
 * Faults of a stored line that an edit of some cells leaves in force: those of cells that it does not name, whose text was
 * never taken (a formula, a merged cell, an amount that cannot be read), so that reading the line anew would not find them.
 * What stands in stored text – a wrong check digit – is found again by reading it.
 */
export function keptFaults(stored: readonly LineFault[], edited: ReadonlySet<CellKey>): LineFault[] {
  return stored.flatMap((fault) => {
    if (fault.cells === undefined) return fault.code.startsWith('amount-') && !edited.has('amount') ? [fault] : [];
    const left = untouched(fault, edited);
    const [first] = left;
    if (first === undefined) return [];
    const params = fault.params?.['column'] === undefined ? fault.params : { ...fault.params, column: first[1] };
    return [{ ...fault, ...(params ? { params } : {}), cells: Object.fromEntries(left) }];
  });
}

function untouched({ code, cells }: LineFault, edited: ReadonlySet<CellKey>): [CellKey, string][] {
  // Object.entries forgets the keys of the record.
  const entries = Object.entries(cells ?? {}) as [CellKey, string][];
  return entries.filter(([key]) => !edited.has(key) && (code !== 'row-broken' || REQUIRED.includes(key)));
}

/** The cells that a kept fault stands in: their stored emptiness says nothing. */
export function faultyCells(kept: readonly LineFault[]): Set<CellKey> {
  return new Set(
    // The keys of the record, which Object.keys forgets.
    kept.flatMap(({ cells }) => (cells === undefined ? ['amount' as const] : (Object.keys(cells) as CellKey[]))),
  );
}
