import type { Database, Queryable } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { entryColumns, type EntryRow } from './entry-columns';
import { afterCursor, pageOfRows, placeColumn } from './entry-cursor';

/** What the log is searched by (审计检索); all conditions hold at once. Each has an index that ends in the order of the list. */
export interface EntrySearch {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly from?: Date | undefined;
  /** Excluded. */
  readonly until?: Date | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly outcome?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly traceId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly address?: string | undefined;
}

/** Days of one search: what stays online at least (网络安全法 art. 23: six months). */
const windowDaysMax = 184;
const dayMs = 86_400_000;

/** A combination of conditions that no index serves is given up, rather than reading the log whole. */
const searchMsMax = 2_000;

const columnOf = {
  actor: 'a.actor_name',
  action: 'a.action',
  outcome: 'a.outcome',
  subjectKind: 'a.subject_kind',
  subjectId: 'a.subject_id',
  traceId: 'a.trace_id',
  sessionId: 'a.session_id',
  address: 'a.address',
} as const;

/**
 * A page of the log, newest first, by cursor.
 * @throws Problem 400 `window-too-long` beyond 184 days; 400 `subject-kind-missing`; 422 `search-too-wide` after two seconds
 */
export async function searchEntries(
  db: Database,
  search: EntrySearch,
  now: Date,
): Promise<{ items: EntryRow[]; nextCursor?: string }> {
  const { sql, values } = searchStatement(search, now);
  const found = await db.transaction((tx) => withinTime(tx, () => tx.query<EntryRow & { place: string }>(sql, values)));
  return pageOfRows(found, search.limit);
}

/** The statement of a page; one row more than asked for tells whether there is another. */
export function searchStatement(search: EntrySearch, now: Date): { sql: string; values: unknown[] } {
  const until = search.until ?? new Date(now.getTime() + dayMs);
  const from = search.from ?? new Date(until.getTime() - windowDaysMax * dayMs);
  if (until.getTime() - from.getTime() > windowDaysMax * dayMs) throw windowTooLong();
  if (search.subjectId !== undefined && search.subjectKind === undefined) throw subjectKindMissing();
  const values: unknown[] = [from, until];
  const conditions = ['a.recorded_at >= $1', 'a.recorded_at < $2'];
  for (const [name, column] of Object.entries(columnOf)) {
    const value = search[name as keyof typeof columnOf];
    if (value !== undefined) conditions.push(`${column} = $${values.push(value)}`);
  }
  if (search.cursor !== undefined) {
    const after = afterCursor(search.cursor);
    const base = values.length;
    conditions.push(after.sql.replace(/\$(\d)/g, (_match, place: string) => `$${base + Number(place)}`));
    values.push(...after.values);
  }
  const sql = `SELECT ${entryColumns}, ${placeColumn} FROM audit.published_entries a WHERE ${conditions.join(' AND ')}
    ORDER BY a.recorded_at DESC, a.seq DESC LIMIT ${search.limit + 1}`;
  return { sql, values };
}

/** @throws Problem 422 `search-too-wide` where the statements of the transaction take longer than two seconds */
export async function withinTime<R>(tx: Queryable, work: () => Promise<R>): Promise<R> {
  await tx.query(`SET LOCAL statement_timeout = ${searchMsMax}`);
  return work().catch((error: unknown) => {
    const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    // 57014 query_canceled
    throw code === '57014' ? searchTooWide() : error;
  });
}

const searchTooWide = () =>
  problem(422, 'search-too-wide', {
    zh: '范围太大，两秒内没有查完。请缩短时间或增加条件',
    en: 'The search did not end within two seconds. Shorten the time, or add a condition',
  });

const windowTooLong = () =>
  problem(
    400,
    'window-too-long',
    { zh: `一次最多查 ${windowDaysMax} 天`, en: `A search spans at most ${windowDaysMax} days` },
    { field: 'from' },
  );

const subjectKindMissing = () =>
  problem(
    400,
    'subject-kind-missing',
    { zh: '请同时给出对象类别', en: 'The kind of the object is needed beside its number' },
    { field: 'subjectKind' },
  );
