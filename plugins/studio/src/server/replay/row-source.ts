import type { Queryable } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import type { ReplayItem, ReplaySource } from './replay-source';

/** A row of the past; `cursor` is unique and ascending over the whole source. */
interface PastRow {
  readonly cursor: bigint | number;
}

interface RowSource<Row extends PastRow, Beside> {
  readonly name: Text2;
  /**
   * A SELECT of the rows of a period: $1 and $2 are its days, further parameters are `params`. Its column `cursor` is a key of the table that it
   * reads, so that a page is found by an index.
   */
  readonly rows: string;
  readonly params?: readonly unknown[];
  readonly reads?: ReplaySource['reads'];
  /** What all rows of a page are asked beside, read once a page: the calendar of today. */
  readonly beside: (db: Queryable) => Promise<Beside>;
  /** What a row asked, and what was decided about it where that is known. */
  item(row: Row, beside: Beside): Omit<ReplayItem, 'cursor'>;
}

/** As `withinDays`, of a column of a content type: they keep UTC without a zone. */
export const withinDaysUtc = (column: string): string =>
  `${column} >= $1::date - interval '8 hours' AND ${column} < $2::date + 1 - interval '8 hours'`;

/** The instants of a column within the days $1 to $2 of Shanghai. */
export const withinDays = (column: string): string =>
  `${column} >= $1::date::timestamp AT TIME ZONE 'Asia/Shanghai' AND ${column} < ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`;

/** A past that stands in the rows of one table (回放来源): counted at once, read in pages by its key. */
export function rowSource<Row extends PastRow>(parts: Omit<RowSource<Row, undefined>, 'beside'>): ReplaySource {
  return rowSourceBeside<Row, undefined>({ ...parts, beside: () => Promise.resolve(undefined) });
}

/** As `rowSource`, where its rows are asked beside something that is read with each page. */
export function rowSourceBeside<Row extends PastRow, Beside>(parts: RowSource<Row, Beside>): ReplaySource {
  const { name, rows, params = [], reads, beside, item } = parts;
  const [after, limit] = [params.length + 3, params.length + 4];
  const page = `SELECT * FROM (${rows}) past WHERE cursor > $${after}::bigint ORDER BY cursor LIMIT $${limit}::int`;
  return {
    name,
    ...(reads && { reads }),
    count: async (db, { from, to }) =>
      (await db.one<{ total: number }>(`SELECT count(*)::int AS total FROM (${rows}) past`, [from, to, ...params]))
        .total,
    page: async (db, asked) => {
      const found = await db.query<Row>(page, [asked.from, asked.to, ...params, asked.after ?? '-1', asked.limit]);
      const also = await beside(db);
      return found.map((row) => ({ cursor: row.cursor.toString(), ...item(row, also) }));
    },
  };
}
