import type { Queryable } from '@linggong/core';
import type { NewsKind } from '../../domain/news';

/** Lines of one answer. */
export const NEWS_ROWS = 30;
/** News is kept so long, read or not. */
const NEWS_DAYS = 90;
/** Lines that one sweep clears; the next one takes the rest. */
const PRUNED_MAX = 50_000;
/** The count of what is new goes no further. */
const COUNTED_MAX = 100;

interface NewsRow {
  readonly id: string;
  readonly kind: NewsKind;
  readonly page: string;
  readonly subjectId: string | null;
  readonly number: string | null;
  readonly things: number;
  readonly dueAt: Date | null;
  readonly at: Date;
  readonly isNew: boolean;
}

/** The newest lines of an account, or those before one, and how many of all are new (at most 100). */
export async function readNews(
  db: Queryable,
  accountId: number,
  before?: string,
): Promise<{ readonly newCount: number; readonly items: NewsRow[] }> {
  const items = await db.query<NewsRow>(
    `SELECT id::text AS id, kind, page, subject_id AS "subjectId", number, things, due_at AS "dueAt", at, seen_at IS NULL AS "isNew"
       FROM access.news WHERE account_id = $1 AND ($2::bigint IS NULL OR id < $2::bigint) ORDER BY access.news.id DESC LIMIT ${NEWS_ROWS}`,
    [accountId, before ?? null],
  );
  const { newCount } = await db.one<{ newCount: number }>(
    `SELECT count(*)::int AS "newCount" FROM (SELECT FROM access.news WHERE account_id = $1 AND seen_at IS NULL LIMIT ${COUNTED_MAX}) n`,
    [accountId],
  );
  return { newCount, items };
}

/** All up to a line is read; what came meanwhile stays new. @returns how many were new */
export async function seeNews(db: Queryable, accountId: number, upTo: string, at: Date): Promise<number> {
  const rows = await db.query(
    'UPDATE access.news SET seen_at = $3 WHERE account_id = $1 AND id <= $2::bigint AND seen_at IS NULL RETURNING 1',
    [accountId, upTo, at],
  );
  return rows.length;
}

/** Clears what is older than 90 days. */
export async function pruneNews(db: Queryable, at: Date): Promise<void> {
  const before = new Date(at.getTime() - NEWS_DAYS * 86_400_000);
  await db.query(
    `DELETE FROM access.news WHERE id IN (SELECT id FROM access.news WHERE at < $1 ORDER BY at LIMIT ${PRUNED_MAX})`,
    [before],
  );
}
