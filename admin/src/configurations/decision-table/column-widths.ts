import { cellWords, type DecisionTable, type TableRow } from '@linggong/studio/domain';
import type { Text2 } from '../../parts/text2';
import { widths } from './frame';

/** No column is wider, however much stands in a cell: the rest is told where the pointer rests. */
const widest = { column: 280, text2: 320 } as const;
const [fullPx, halfPx, beside] = [13, 7.3, 24] as const;

/** What a heading needs beside its words: they are bold, and its pencil stands at their right. */
const headingPx = 36;

/** Rows never change, so what was measured of one stays: of 2,000 rows an edit measures one anew. */
const measured = new WeakMap<TableRow, { readonly say: (text: Text2) => string; readonly px: readonly number[] }>();

/** What a text takes at 13 px, roughly: a Chinese character is a square, any other about half of it. */
function wide(text: string): number {
  let px = beside;
  for (const letter of text) px += letter > '⺀' ? fullPx : halfPx;
  return px;
}

function widthsOf(table: DecisionTable, row: TableRow, say: (text: Text2) => string): readonly number[] {
  const known = measured.get(row);
  if (known?.say === say && known.px.length === table.columns.length) return known.px;
  const px = table.columns.map((column) => wide(say(cellWords(column, row.cells[column.id]))));
  measured.set(row, { say, px });
  return px;
}

/** The width of each column in px: as wide as its longest cell, so that both ends of a range can be read, between two bounds. */
export function columnWidths(table: DecisionTable, say: (text: Text2) => string): number[] {
  const bounds = table.columns.map(({ type }) =>
    type === 'text2' ? ([widths.text2, widest.text2] as const) : ([widths.column, widest.column] as const),
  );
  const most = bounds.map(([least], index) => {
    const label = table.columns[index]?.label;
    return Math.max(least, label === undefined ? 0 : wide(say(label)) + headingPx);
  });
  for (const row of table.rows)
    for (const [index, px] of widthsOf(table, row, say).entries()) most[index] = Math.max(most[index] ?? 0, px);
  return bounds.map(([, limit], index) => Math.min(Math.ceil(most[index] ?? 0), limit));
}
