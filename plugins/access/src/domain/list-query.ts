import { isDay } from '@linggong/core/domain';
import { isUnsafeText } from './unsafe-text';

/**
 * Lists in the simple-rest dialect of react-admin: `sort=["paidAt","DESC"]&range=[0,24]&filter={"state":"paid"}`. This file
 * reads the dialect against the declared columns and writes SQL; only texts of the declaration reach the statement, values
 * are always bound.
 */

/**
 * How a column may be filtered. `text`: contains, case-blind. `prefix`: begins with, for business numbers. `exact`: equal,
 * for blind indexes. `enum`: one or several of the declared values. `relation`: one or several row numbers. `uuid`: one or several of those. `number`, `day`
 * and `instant`: equal, or bounds with the endings `_gte` and `_lte`.
 */
export type FilterKind =
  'text' | 'prefix' | 'exact' | 'enum' | 'relation' | 'uuid' | 'number' | 'day' | 'instant' | 'boolean';

/** How a filter compares with its day. */
export type DayBound = '=' | '>=' | '<=';

export interface ListColumn {
  /** SQL expression over `from`. */
  readonly sql: string;
  readonly filter?: FilterKind;
  /** Values of an `enum` filter. */
  readonly values?: readonly string[];
  /** Of values of an `enum` filter: what holds for every row that has the value and an index knows. It is asked beside the value. */
  readonly implied?: Readonly<Partial<Record<string, string>>>;
  /** Of a `day` filter: what holds for every row within the bound, over `$1` as the day, and an index knows. It is asked beside the day. */
  readonly impliedByDay?: (bound: DayBound) => string;
  readonly sort?: boolean;
  /** What it is sorted by where an index has that order and not its own expression; never null. */
  readonly order?: readonly string[];
  /** Give the sum over the whole filtered set in the header `X-Sums`. For columns of whole numbers, such as fen. */
  readonly sum?: boolean;
  /** False for a column that only filters or sorts and is not shown. */
  readonly shown?: boolean;
  /** Also searched by the filter `q`. */
  readonly searched?: boolean;
}

export type ListColumns = Readonly<Record<string, ListColumn>>;

export interface ListFault {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

export interface Condition {
  /** SQL with `$1`… for its own values. */
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface ListQuery {
  readonly conditions: readonly Condition[];
  readonly sort: { readonly column: string; readonly direction: 'ASC' | 'DESC' } | undefined;
  readonly offset: number;
  readonly limit: number;
}

export type ListReading =
  { readonly ok: true; readonly query: ListQuery } | { readonly ok: false; readonly fault: ListFault };

export const LIST_ROWS_MAX = 500;
const OFFSET_MAX = 10_000_000;
const FILTER_VALUES_MAX = 500;
const TEXT_LENGTH_MAX = 100;

class Refused extends Error {
  constructor(readonly fault: ListFault) {
    super(fault.en);
  }
}

function refuse(field: string, zh: string, en: string): never {
  throw new Refused({ field, zh, en });
}

/** Reads the three query texts of a list; a fault names the part and what is allowed. */
export function readListQuery(
  columns: ListColumns,
  texts: { sort?: string; range?: string; filter?: string },
): ListReading {
  try {
    const [first, last] = readRange(texts.range);
    const conditions = readFilter(columns, texts.filter);
    const query = { conditions, sort: readSort(columns, texts.sort), offset: first, limit: last - first + 1 };
    return { ok: true, query };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault };
    throw error;
  }
}

function parsed(field: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse(field, '不是有效的 JSON', 'is not valid JSON');
  }
}

function readRange(text: string | undefined): [number, number] {
  if (text === undefined) return [0, 24];
  const value = parsed('range', text);
  const [first, last] = Array.isArray(value) && value.length === 2 ? value : [];
  if (!isCount(first) || !isCount(last) || last < first) refuse('range', '应为 [起，止]', 'must be [first, last]');
  if (last - first >= LIST_ROWS_MAX)
    refuse('range', `每页最多 ${LIST_ROWS_MAX} 行`, `asks for more than ${LIST_ROWS_MAX} rows`);
  return [first, last];
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= OFFSET_MAX;
}

function readSort(columns: ListColumns, text: string | undefined): ListQuery['sort'] {
  if (text === undefined) return undefined;
  const value = parsed('sort', text);
  const [column, direction] = Array.isArray(value) && value.length === 2 ? value : [];
  const sortable = Object.keys(columns).filter((name) => columns[name]?.sort);
  if (typeof column !== 'string' || !sortable.includes(column)) {
    refuse('sort', `可排序：${sortable.join('、')}`, `can be by ${sortable.join(', ')}`);
  }
  if (direction !== 'ASC' && direction !== 'DESC')
    refuse('sort', '方向应为 ASC 或 DESC', 'direction must be ASC or DESC');
  return { column, direction };
}

function readFilter(columns: ListColumns, text: string | undefined): Condition[] {
  if (text === undefined) return [];
  const value = parsed('filter', text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse('filter', '应为对象', 'must be an object');
  return Object.entries(value).map(([key, item]) => readCondition(columns, key, item));
}

function readCondition(columns: ListColumns, key: string, value: unknown): Condition {
  if (key === 'q') return searchCondition(columns, value);
  const [, base = key, ending] = /^(.+?)(_gte|_lte)?$/.exec(key) ?? [];
  const column = Object.hasOwn(columns, base) ? columns[base] : undefined;
  const ranged = column?.filter === 'number' || column?.filter === 'day' || column?.filter === 'instant';
  if (!column?.filter || (ending && !ranged)) {
    const known = Object.keys(columns).filter((name) => columns[name]?.filter);
    return refuse('filter', `可筛选：${known.join('、')}`, `can be by ${known.join(', ')}`);
  }
  const operator = ending === '_gte' ? '>=' : ending === '_lte' ? '<=' : '=';
  return conditionOf(column, column.filter, `filter.${base}`, operator, value);
}

function conditionOf(
  column: ListColumn,
  kind: FilterKind,
  field: string,
  operator: DayBound,
  value: unknown,
): Condition {
  const { sql } = column;
  switch (kind) {
    case 'text':
      return { sql: `${sql} ILIKE $1`, values: [`%${likeText(field, value)}%`] };
    case 'prefix':
      return { sql: `${sql} LIKE $1`, values: [`${likeText(field, value)}%`] };
    case 'exact':
      return { sql: `${sql} = $1`, values: [shortText(field, value)] };
    case 'enum':
      return enumCondition(column, enumValues(column, field, value));
    case 'relation':
      return { sql: `${sql} = ANY($1::bigint[])`, values: [rowNumbers(field, value)] };
    case 'uuid':
      return { sql: `${sql} = ANY($1::uuid[])`, values: [uuids(field, value)] };
    case 'number':
      return { sql: `${sql} ${operator} $1::bigint`, values: [wholeNumber(field, value)] };
    case 'day':
      return dayCondition(column, operator, day(field, value));
    case 'instant':
      return { sql: `${sql} ${operator} $1`, values: [instant(field, value)] };
    case 'boolean':
      if (typeof value !== 'boolean') return refuse(field, '应为 true 或 false', 'must be true or false');
      return { sql: `${sql} = $1`, values: [value] };
  }
}

function searchCondition(columns: ListColumns, value: unknown): Condition {
  const searched = Object.values(columns).filter((column) => column.searched);
  if (searched.length === 0) refuse('filter.q', '此列表不支持搜索', 'this list has no search');
  const text = likeText('filter.q', value);
  return { sql: `(${searched.map(({ sql }) => `${sql} ILIKE $1`).join(' OR ')})`, values: [`%${text}%`] };
}

function shortText(field: string, value: unknown): string {
  const fits = typeof value === 'string' && value.length > 0 && value.length <= TEXT_LENGTH_MAX;
  if (fits && isUnsafeText(value)) refuse(field, '含有无法搜索的字符', 'holds a character that cannot be searched');
  return fits
    ? value
    : refuse(field, `应为 1 至 ${TEXT_LENGTH_MAX} 个字符`, `must be 1 to ${TEXT_LENGTH_MAX} characters`);
}

function likeText(field: string, value: unknown): string {
  return shortText(field, value).replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

function listOf(field: string, value: unknown): unknown[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  if (items.length <= FILTER_VALUES_MAX) return items;
  return refuse(field, `最多 ${FILTER_VALUES_MAX} 个值`, `takes at most ${FILTER_VALUES_MAX} values`);
}

function enumCondition({ sql, implied = {} }: ListColumn, chosen: readonly string[]): Condition {
  const asked = `${sql}::text = ANY($1::text[])`;
  const known = new Set(chosen.map((value) => implied[value]));
  // None is asked of no value at all, and nothing is known beside one that any row may have.
  const isNarrower = known.size > 0 && !known.has(undefined);
  return { sql: isNarrower ? `${asked} AND (${[...known].join(' OR ')})` : asked, values: [chosen] };
}

function dayCondition({ sql, impliedByDay }: ListColumn, bound: DayBound, value: string): Condition {
  const asked = `${sql} ${bound} $1::date`;
  return { sql: impliedByDay ? `${asked} AND ${impliedByDay(bound)}` : asked, values: [value] };
}

function enumValues(column: ListColumn, field: string, value: unknown): string[] {
  const known = column.values ?? [];
  return listOf(field, value).map((item) => {
    if (typeof item === 'string' && known.includes(item)) return item;
    return refuse(field, `应为：${known.join('、')}`, `must be one of ${known.join(', ')}`);
  });
}

/** Row numbers come as JSON numbers, or as texts where react-admin took them from an address. */
function rowNumbers(field: string, value: unknown): string[] {
  return listOf(field, value).map((item) => {
    const text = typeof item === 'number' || typeof item === 'string' ? String(item) : '';
    if (/^[1-9]\d{0,17}$/.test(text)) return text;
    return refuse(field, '应为编号', 'must be a row number');
  });
}

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function uuids(field: string, value: unknown): string[] {
  return listOf(field, value).map((item) => {
    if (typeof item === 'string' && uuidForm.test(item)) return item;
    return refuse(field, '应为 UUID', 'must be a UUID');
  });
}

function wholeNumber(field: string, value: unknown): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return refuse(field, '应为整数', 'must be an integer');
}

function day(field: string, value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
  return refuse(field, '应为日期 YYYY-MM-DD', 'must be a day YYYY-MM-DD');
}

function instant(field: string, value: unknown): string {
  const isInstant = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(value);
  if (isInstant && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))) return value;
  return refuse(field, '应为 UTC 时刻', 'must be an instant in UTC');
}
