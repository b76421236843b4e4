import { administratorRoles, staffRoles } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import type { RoleStaffing } from '../../api/figures';

const posts = [...staffRoles, ...administratorRoles];

/**
 * How many accounts hold each role of the house and may sign in, the empty roles first (岗位在岗情况): a role that nobody holds is a duty that
 * nobody does, and one held by one person alone stands still when he is away.
 */
export async function roleStaffing(db: Queryable, at: Date): Promise<RoleStaffing['items']> {
  return db.query<RoleStaffing['items'][number]>(
    `SELECT post.role, count(u.id)::int AS holders, count(seen.account_id)::int AS seen
       FROM unnest($1::text[]) WITH ORDINALITY AS post (role, place)
       LEFT JOIN public.up_users u ON u.account_role = post.role AND NOT coalesce(u.blocked, false)
       LEFT JOIN LATERAL (SELECT s.account_id FROM access.sessions s
                           WHERE s.account_id = u.id AND s.last_seen_at > $2::timestamptz - interval '30 days' LIMIT 1) seen ON true
      GROUP BY post.role, post.place ORDER BY count(u.id), post.place`,
    [posts, at],
  );
}
