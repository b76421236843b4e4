/** A worksheet has at most 1,048,576 rows, so rows of two batches never share an id; int4 batches stay within 2^53. */
const ROWS_PER_BATCH = 2_000_000;

/** Id of a line, known before it is written: batch × 2,000,000 + row number. */
export function lineIdOf(batchId: number, rowNo: number): number {
  return batchId * ROWS_PER_BATCH + rowNo;
}

/** The batch that a line id belongs to. */
export function batchIdOf(lineId: number): number {
  return Math.floor(lineId / ROWS_PER_BATCH);
}

/** The row of the sheet that a line id stands for. */
export function rowNoOf(lineId: number): number {
  return lineId % ROWS_PER_BATCH;
}
