import { inTurn, pastClocks, withinDays, withinDaysUtc } from '@linggong/studio';

interface PastReview {
  readonly cursor: bigint;
  readonly taskId: number;
  readonly number: string;
  readonly start: Date;
}

const REVIEWS = `SELECT r.review_id AS cursor, t.id AS "taskId", t.number, r.began_at AS start
  FROM studio.published_reviews r JOIN public.tasks t ON t.id = r.subject_id
 WHERE r.subject_kind = 'task' AND ${withinDays('r.began_at')}`;

const reviews = pastClocks<PastReview>({
  name: { zh: '历史任务审核', en: 'Past reviews of tasks' },
  rows: REVIEWS,
  matter: ({ taskId, number, start }) => ({
    subject: { label: number, link: `/tasks/${taskId.toString()}/show` },
    matter: 'tasks.publication',
    start,
  }),
});

interface PastDelivery {
  readonly cursor: number;
  readonly number: string;
  readonly start: Date;
}

const DELIVERIES = `SELECT g.id AS cursor, g.number, g.delivered_at AT TIME ZONE 'UTC' AS start
  FROM public.engagements g WHERE g.delivered_at IS NOT NULL AND ${withinDaysUtc('g.delivered_at')}`;

const deliveries = pastClocks<PastDelivery>({
  name: { zh: '历史交付', en: 'Past deliveries' },
  rows: DELIVERIES,
  matter: ({ cursor, number, start }) => ({
    subject: { label: number, link: `/engagements/${cursor.toString()}/show` },
    matter: 'tasks.acceptance',
    start,
  }),
});

/** Reviews of tasks and deliveries of a period, asked again by when they were due (R13.1). */
export const pastTaskClocks = inTurn(
  { zh: '历史任务审核与交付', en: 'Past reviews of tasks and deliveries' },
  reviews,
  deliveries,
);
