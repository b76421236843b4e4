/** SQL of the cursor of a row: microseconds since 1970 and the sequence number; a Date would cut the microseconds off. */
export const placeColumn = `(extract(epoch FROM a.recorded_at) * 1000000)::bigint::text || '.' || a.seq::text AS place`;

/** Rows that come after a cursor, newest first: `$1` its microseconds, `$2` its sequence number. */
export function afterCursor(cursor: string): { sql: string; values: string[] } {
  const [micros = '', seq = ''] = cursor.split('.');
  return {
    sql: `(a.recorded_at, a.seq) < (timestamptz 'epoch' + $1::bigint * interval '1 microsecond', $2::bigint)`,
    values: [micros, seq],
  };
}

/** The rows of a page, and the cursor where there are more. */
export function pageOfRows<R extends object>(
  found: readonly (R & { place: string })[],
  limit: number,
): { items: R[]; nextCursor?: string } {
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const items = rows.map(({ place: _place, ...row }) => row as unknown as R);
  return last ? { items, nextCursor: last.place } : { items };
}
