/** Lines of one tax call and one UPDATE. A worker's lines are never parted: the second stands on the first. */
const CHUNK_LINES = 8_000;

/** Cuts lines (sorted by worker) into chunks at the borders between workers. */
export function* workerChunks<L extends { readonly workerId: number }>(
  lines: readonly L[],
  size = CHUNK_LINES,
): Generator<L[]> {
  let start = 0;
  while (start < lines.length) {
    let end = Math.min(start + size, lines.length);
    while (end < lines.length && lines[end]?.workerId === lines[end - 1]?.workerId) end += 1;
    yield lines.slice(start, end);
    start = end;
  }
}
