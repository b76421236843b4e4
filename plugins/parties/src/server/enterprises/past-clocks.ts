import { pastClocks, withinDays } from '@linggong/studio';

interface PastReview {
  readonly cursor: bigint;
  readonly enterpriseId: number;
  readonly number: string;
  readonly start: Date;
}

const REVIEWS = `SELECT r.review_id AS cursor, e.id AS "enterpriseId", e.number, r.began_at AS start
  FROM studio.published_reviews r JOIN public.enterprises e ON e.id = r.subject_id
 WHERE r.subject_kind = 'enterprise' AND ${withinDays('r.began_at')}`;

/** Applications of a period, asked again by when they were to be decided about (历史入驻审核, R13.1). */
export const pastReviewClocks = pastClocks<PastReview>({
  name: { zh: '历史入驻审核', en: 'Past reviews of applications' },
  rows: REVIEWS,
  matter: ({ enterpriseId, number, start }) => ({
    subject: { label: number, link: `/enterprises/${enterpriseId.toString()}/show` },
    matter: 'enterprises.admission',
    start,
  }),
});
