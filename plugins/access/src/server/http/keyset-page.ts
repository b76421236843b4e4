import type { Queryable } from '@linggong/core';
import { problem, type Problem } from '@linggong/core/domain';
import { cursorOf, fitsType, placeOf, type Place, type PlaceType } from '../../domain/keyset-cursor';
import type { Condition } from '../../domain/list-query';
import { joinConditions } from '../../domain/list-sql';

/** A list of the API by cursor: as fast on the last page as on the first, and no row twice while others are added. */
export interface KeysetList {
  /** Columns after SELECT. */
  readonly select: string;
  /** Tables and joins after FROM; with `joins`, the one table that key, order and conditions speak of, with its alias. */
  readonly from: string;
  /**
   * Joins that add columns and neither add nor drop rows: made for the rows of the page alone, whatever the planner guesses of
   * the conditions. Their alias of the table stays the same.
   */
  readonly joins?: string;
  readonly where: readonly Condition[];
  /** Unique key of a row. */
  readonly id: { readonly sql: string; readonly type: Extract<PlaceType, 'int' | 'bigint' | 'uuid'> };
  /** Order before the key; by the key alone where it is not said. Never null. */
  readonly by?: { readonly sql: string; readonly type: Exclude<PlaceType, 'int' | 'uuid'> };
  /** Oldest first where it is not said. */
  readonly direction?: 'ASC' | 'DESC';
}

export interface Page<R> {
  readonly items: R[];
  readonly nextCursor?: string;
}

interface PlaceColumns {
  place_value: string;
  place_id: string;
}

/**
 * One page of a list, in the shape of `pageOf` of the api schemas.
 * @throws Problem 400 `cursor-invalid` for a cursor that this list did not give
 */
export async function keysetPage<R>(
  db: Queryable,
  list: KeysetList,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<R>> {
  const { id, by = id, direction = 'ASC' } = list;
  const after = page.cursor === undefined ? [] : [afterCondition(list, direction, decoded(page.cursor))];
  const { sql, values } = joinConditions([...list.where, ...after]);
  const order = `ORDER BY ${by.sql} ${direction}, ${id.sql} ${direction}`;
  const rows = `${list.from} ${sql ? `WHERE ${sql}` : ''} ${order} LIMIT ${page.limit + 1}`;
  const source = list.joins === undefined ? rows : `${joinable(list.from, rows)} ${list.joins} ${order}`;
  const found = await db.query<R & PlaceColumns>(
    `SELECT ${list.select}, ${by.sql}::text AS place_value, ${id.sql}::text AS place_id FROM ${source}`,
    values,
  );
  return pageOfRows<R>(found, page.limit);
}

/** The rows of a page under the alias of their table. */
function joinable(table: string, rows: string): string {
  const alias = table.split(' ').at(-1) ?? '';
  return `(SELECT ${alias}.* FROM ${rows}) ${alias}`;
}

function afterCondition(list: KeysetList, direction: 'ASC' | 'DESC', place: Place): Condition {
  const { id, by = id } = list;
  const sign = direction === 'ASC' ? '>' : '<';
  if (!fitsType(place.value, by.type) || !fitsType(place.id, id.type)) throw cursorInvalid();
  return { sql: `(${by.sql}, ${id.sql}) ${sign} ($1::${by.type}, $2::${id.type})`, values: [place.value, place.id] };
}

function decoded(cursor: string): Place {
  const place = placeOf(cursor, (text) => Buffer.from(text, 'base64url').toString('utf8'));
  if (place) return place;
  throw cursorInvalid();
}

function cursorInvalid(): Problem {
  return problem(
    400,
    'cursor-invalid',
    { zh: '游标无效', en: 'The cursor is not one of this list' },
    { field: 'cursor' },
  );
}

function pageOfRows<R>(found: (R & PlaceColumns)[], limit: number): Page<R> {
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const items = rows.map(({ place_value: _value, place_id: _id, ...row }) => row as unknown as R);
  if (!last) return { items };
  const place = { value: last.place_value, id: last.place_id };
  return { items, nextCursor: cursorOf(place, (text) => Buffer.from(text, 'utf8').toString('base64url')) };
}
