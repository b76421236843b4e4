import { rowSource, withinDays, type Json, type ReplaySource } from '@linggong/studio';
import { verdictOfRating, type RatingAnswered, type RatingClass } from '../../domain/ratings';

interface PastRating {
  readonly cursor: number;
  readonly number: string;
  readonly enterpriseId: number;
  readonly class: RatingClass;
  readonly score: number;
  readonly facts: { readonly [name: string]: Json };
}

const RATINGS = `SELECT r.id AS cursor, e.number, r.enterprise_id AS "enterpriseId", r.class, r.score, r.facts
  FROM risk.ratings r JOIN parties.published_enterprise_facts e ON e.enterprise_id = r.enterprise_id
 WHERE ${withinDays('r.rated_at')}`;

const ratings = (ask: (row: PastRating) => Json, reads?: (outcome: Json) => Json): ReplaySource =>
  rowSource<PastRating>({
    name: { zh: '历史评级', en: 'Ratings of the past' },
    rows: RATINGS,
    ...(reads && { reads }),
    item: (row) => ({
      subject: { label: row.number, link: `/enterprises/${row.enterpriseId.toString()}/show` },
      input: ask(row),
    }),
  });

/** What the table of ratings says of the facts of then: points, the best class left, and whether it suspends. */
export function ratedBy(outcome: Json): Json {
  const answered = outcome as unknown as RatingAnswered;
  const { score, cap, suspends } = verdictOfRating(answered);
  const result = {
    zh: `${score} 分，最高 ${cap}${suspends ? '，暂停合作' : ''}`,
    en: `${score} points, at most ${cap}${suspends ? ', suspended' : ''}`,
  };
  return { rows: [...answered.rows], result };
}

/** Each rating of a period, asked again of the facts of its day (历史评级). */
export const pastRatings = ratings(({ facts }) => facts, ratedBy);

/** The scores of past ratings, asked which class they make. */
export const pastScores = ratings(({ score }) => ({ score }));

/** The classes of past ratings, asked what they mean. */
export const pastClasses = ratings(({ class: name }) => ({ class: name }));
