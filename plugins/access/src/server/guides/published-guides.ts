import type { Queryable } from '@linggong/core';
import type { Role } from '@linggong/config/access';
import { pagesOf, stepsOf, type Audience, type Guide } from '../../domain/guides/guide';

/** More would be found by nobody; what is beyond is not read. */
const guidesMax = 500;

type Row = { audience: Audience } & Record<
  'name' | 'zh' | 'en' | 'stepsZh' | 'stepsEn' | 'bodyZh' | 'bodyEn' | 'pages',
  string
>;

/** What a role reads beside what is for everybody. */
function audienceOf(role: Role): Audience {
  return role === 'enterprise' || role === 'worker' ? role : 'staff';
}

/**
 * Guides (使用指南) that are published in the content panel, for a role: its own first, each in their order. Of two of a name the last
 * published counts.
 */
export async function publishedGuides(db: Queryable, role: Role): Promise<Guide[]> {
  const rows = await db.query<Row>(
    `SELECT * FROM (
       SELECT DISTINCT ON (name) name, title_zh AS zh, title_en AS en, coalesce(steps_zh, '') AS "stepsZh",
              coalesce(steps_en, '') AS "stepsEn", coalesce(body_zh, '') AS "bodyZh", coalesce(body_en, '') AS "bodyEn",
              coalesce(pages, '') AS pages, audience, coalesce(position, 9999) AS position
         FROM public.guides WHERE published_at IS NOT NULL
        ORDER BY name, published_at DESC, id DESC) published
      WHERE audience IN ('everybody', $1)
      ORDER BY audience = 'everybody', position, name LIMIT ${guidesMax}`,
    [audienceOf(role)],
  );
  return rows.map(({ name, zh, en, stepsZh, stepsEn, bodyZh, bodyEn, pages, audience }) => ({
    name,
    title: { zh, en },
    steps: { zh: stepsOf(stepsZh), en: stepsOf(stepsEn) },
    body: { zh: bodyZh, en: bodyEn },
    audience,
    pages: pagesOf(pages),
  }));
}
