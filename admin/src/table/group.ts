/** The name of the group that begins with a row; undefined where its row goes on with the group of the one before. */
export function groupStart<R>(
  rows: readonly R[],
  index: number,
  groupOf: ((row: R) => string) | undefined,
): string | undefined {
  const row = rows[index];
  if (groupOf === undefined || row === undefined) return undefined;
  const before = rows[index - 1];
  const name = groupOf(row);
  return before !== undefined && groupOf(before) === name ? undefined : name;
}
