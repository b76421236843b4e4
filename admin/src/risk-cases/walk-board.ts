import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, readonly [column: number, row: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Arrow keys move the focus from card to card; a column without cards is passed over. */
export function walkBoard(event: KeyboardEvent<HTMLElement>): void {
  const [column, row] = steps[event.key] ?? [0, 0];
  if ((column === 0 && row === 0) || !(event.target instanceof Element)) return;
  const columns = [...event.currentTarget.querySelectorAll('[data-column]')]
    .map((one) => [...one.querySelectorAll<HTMLElement>('[data-card]')])
    .filter((cards) => cards.length > 0);
  const card = event.target.closest<HTMLElement>('[data-card]');
  const from = columns.findIndex((cards) => card !== null && cards.includes(card));
  if (card === null || from < 0) return;
  const to = placeAfter(
    columns.map(({ length }) => length),
    { column: from, row: columns[from]?.indexOf(card) ?? 0 },
    { column, row },
  );
  event.preventDefault();
  columns[to.column]?.[to.row]?.focus();
}

interface Place {
  column: number;
  row: number;
}

/** Where one stands after a step between columns of these heights; at an edge one stays. */
export function placeAfter(heights: readonly number[], from: Place, by: Place): Place {
  const column = Math.min(heights.length - 1, Math.max(0, from.column + by.column));
  const height = heights[column] ?? 0;
  return { column, row: Math.min(height - 1, Math.max(0, from.row + by.row)) };
}
