import { cellWords, isConditionColumn, type DecisionTable } from '@linggong/studio/domain';
import type { Text2 } from '../../parts/text2';
import type { Place } from './selection';

/** Every cell, note and basis that holds a text, row by row, in the words that the grid shows. */
export function placesWith(table: DecisionTable, wanted: string, say: (text: Text2) => string): Place[] {
  const sought = wanted.trim().toLowerCase();
  if (sought === '') return [];
  const holds = (text: string): boolean => text.toLowerCase().includes(sought);
  const lines = [...table.rows, { cells: table.otherwise, note: undefined, basis: undefined }];
  return lines.flatMap(({ cells, note, basis }, row) => {
    const texts = table.columns.map((column) =>
      row === table.rows.length && isConditionColumn(column) ? '' : say(cellWords(column, cells[column.id])),
    );
    return [...texts, note === undefined ? '' : say(note), basis ?? ''].flatMap((text, col) =>
      holds(text) ? [{ row, col }] : [],
    );
  });
}

/** The one after a place, or the first. */
export function nextOf(places: readonly Place[], from: Place): Place | undefined {
  return places.find(({ row, col }) => row > from.row || (row === from.row && col > from.col)) ?? places[0];
}
