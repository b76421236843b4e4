import type { Role } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';

export interface Notice {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
  readonly publishedAt: Date;
}

/** More would be read by nobody. */
const noticesMax = 5;

const outside: ReadonlySet<string> = new Set(['enterprise', 'worker', 'regulator', 'partner']);

/** Notices (公告) for a role at an instant: published in the content panel, within their days, the newest first. */
export async function currentNotices(db: Queryable, role: Role, at: Date): Promise<Notice[]> {
  const audience = outside.has(role) ? role : 'staff';
  const rows = await db.query<{ id: string; publishedAt: Date } & Record<'zh' | 'en' | 'bodyZh' | 'bodyEn', string>>(
    `SELECT document_id AS id, title_zh AS zh, title_en AS en, body_zh AS "bodyZh", body_en AS "bodyEn",
            published_at AT TIME ZONE 'UTC' AS "publishedAt"
       FROM public.notices
      WHERE published_at IS NOT NULL AND audience IN ('everybody', $1)
        AND coalesce(show_from <= $2::timestamptz AT TIME ZONE 'UTC', true)
        AND coalesce(show_until > $2::timestamptz AT TIME ZONE 'UTC', true)
      ORDER BY published_at DESC, id LIMIT ${noticesMax}`,
    [audience, at],
  );
  return rows.map(({ id, zh, en, bodyZh, bodyEn, publishedAt }) => ({
    id,
    title: { zh, en },
    body: { zh: bodyZh, en: bodyEn },
    publishedAt,
  }));
}
