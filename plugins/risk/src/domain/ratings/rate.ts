import type { Text2 } from '@linggong/core/domain';

/** From the best to the worst (企业等级). */
export const ratingClasses = ['A', 'B', 'C', 'D', 'E'] as const;
export type RatingClass = (typeof ratingClasses)[number];

export const FULL_SCORE = 100;

export function worse(one: RatingClass, other: RatingClass): RatingClass {
  return ratingClasses.indexOf(one) >= ratingClasses.indexOf(other) ? one : other;
}

/** Whether a class changed, and to which side. */
export function movement(before: RatingClass | null, after: RatingClass): 'new' | 'up' | 'down' | 'same' {
  if (before === null) return 'new';
  const step = ratingClasses.indexOf(after) - ratingClasses.indexOf(before);
  return step === 0 ? 'same' : step > 0 ? 'down' : 'up';
}

/** Why points were taken, or the class was held down. */
export interface RatingReason {
  readonly row: string;
  readonly points: number;
  readonly cap: RatingClass | null;
  readonly reason: Text2;
}

/** What the table of facts says of an enterprise. */
export interface RatingVerdict {
  readonly score: number;
  /** The best class that is left to it, whatever its score. */
  readonly cap: RatingClass;
  /** It is suspended at once (R2.3). */
  readonly suspends: boolean;
  readonly hits: readonly string[];
  readonly reasons: readonly RatingReason[];
}

/** What the decision table `risk.rating` answered: `points`, `cap`, `suspend` and `reason` of each row that hit. */
export interface RatingAnswered {
  readonly rows: readonly string[];
  readonly answer?: Readonly<Record<string, unknown>>;
  readonly answers?: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Takes the points of all rows that hit from a hundred; the worst cap holds, and one row that suspends suspends.
 * @throws Error where a table answers with a class that nobody knows: nobody is rated by it then
 */
export function verdictOfRating({ rows, answer, answers }: RatingAnswered): RatingVerdict {
  const given = answers ?? (answer ? [answer] : []);
  // The otherwise answer hits no row and is no reason.
  const reasons = rows.map((row, at): RatingReason => reasonOf(row, given[at] ?? {}));
  const taken = reasons.reduce((sum, { points }) => sum + points, 0);
  return {
    score: Math.min(FULL_SCORE, Math.max(0, FULL_SCORE - taken)),
    cap: reasons.reduce<RatingClass>((worst, { cap }) => (cap === null ? worst : worse(worst, cap)), 'A'),
    suspends: rows.some((_row, at) => given[at]?.['suspend'] === true),
    hits: rows,
    reasons,
  };
}

function reasonOf(row: string, answer: Readonly<Record<string, unknown>>): RatingReason {
  const { points, cap, reason } = answer;
  return {
    row,
    points: typeof points === 'number' ? Math.trunc(points) : 0,
    cap: cap === undefined || cap === '' ? null : classIn(cap),
    reason: isText2(reason) ? reason : { zh: row, en: row },
  };
}

/** @throws Error for what is no class */
export function classIn(told: unknown): RatingClass {
  const found = ratingClasses.find((each) => each === told);
  if (found === undefined) throw new Error(`a rating table answered ${JSON.stringify(told)}, which is no class`);
  return found;
}

function isText2(value: unknown): value is Text2 {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'zh') === 'string' &&
    typeof Reflect.get(value, 'en') === 'string'
  );
}
