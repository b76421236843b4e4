import type { Command, Queryable } from '@linggong/core';
import type { News } from '../../domain/news';

/** Things of one call; callers with more tell them in several. */
export const NEWS_MAX = 1_000;

/**
 * Whoever is told of several things of a kind at once is told one line with their count. Of one thing only what came last is kept, as new. In
 * the order of accounts, so that two calls never wait for each other.
 */
const insert = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(kind text, "accountId" int, "enterpriseId" int, "workerId" int, page text, id text,
      number text, "dueAt" timestamptz)
  ), told AS (
    SELECT u.id AS account_id, g.* FROM given g JOIN public.up_users u ON u.id = g."accountId" AND u.blocked IS NOT TRUE
    UNION
    SELECT u.id, g.* FROM given g JOIN public.up_users u ON u.enterprise_id = g."enterpriseId" AND u.blocked IS NOT TRUE
    UNION
    SELECT u.id, g.* FROM given g JOIN public.up_users u ON u.worker_id = g."workerId" AND u.blocked IS NOT TRUE
  )
  INSERT INTO access.news AS n (account_id, kind, page, subject_id, number, things, due_at, at)
  SELECT account_id, kind, page, CASE WHEN count(DISTINCT id) = 1 THEN min(id) END, CASE WHEN count(DISTINCT id) = 1 THEN min(number) END,
         count(DISTINCT id), min("dueAt"), $2
    FROM told GROUP BY account_id, kind, page ORDER BY account_id, kind, page
  ON CONFLICT (account_id, kind, page, coalesce(subject_id, '')) DO UPDATE SET id = DEFAULT, number = excluded.number, due_at = excluded.due_at,
    things = excluded.things + CASE WHEN n.subject_id IS NULL AND n.seen_at IS NULL THEN n.things ELSE 0 END, at = excluded.at, seen_at = NULL
  RETURNING 1`;

/**
 * Tells accounts what came of their things (消息), in the transaction in which it happens.
 * @returns how many lines were written
 * @throws RangeError with more than 1,000
 */
export async function tellNews(tx: Queryable, { at }: Command, news: readonly News[]): Promise<number> {
  if (news.length > NEWS_MAX) throw new RangeError(`${news.length} things in one call`);
  if (news.length === 0) return 0;
  const given = news.map(({ to, id, ...rest }) => ({ ...rest, ...to, id: String(id) }));
  return (await tx.query(insert, [JSON.stringify(given), at])).length;
}
