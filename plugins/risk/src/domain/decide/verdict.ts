import type { Text2 } from '@linggong/core/domain';

/** From the mildest to the severest; `review` lets it pass to a person, `hold` stops it until a person lets it, `decline` is final. */
export const outcomes = ['approve', 'review', 'hold', 'decline'] as const;
export type Outcome = (typeof outcomes)[number];

/** What was decided about one subject. */
export interface Verdict {
  readonly outcome: Outcome;
  /** Sum of the scores of the rows that hit; 0 where the table has none. */
  readonly score: number;
  /** Ids of the rows that hit, in their order. */
  readonly hits: readonly string[];
  readonly reasons: readonly Text2[];
}

/** What a decision table answered: the fields `outcome` (or `decision`), `score` and `reason` (or `text`) of the rows that hit. */
export interface TableAnswered {
  readonly rows: readonly string[];
  readonly answer?: Readonly<Record<string, unknown>>;
  readonly answers?: readonly Readonly<Record<string, unknown>>[];
}

/**
 * The severest of the answers decides, and scores add up (hit policy `collect`); with `first` there is one.
 * @throws Error where a table answers with an outcome that nobody knows: nothing is decided then
 */
export function verdictOf({ rows, answer, answers }: TableAnswered): Verdict {
  const given = answers ?? (answer ? [answer] : []);
  const outcome = given.map(outcomeIn).reduce(severer, 'approve');
  const score = given.reduce((sum, one) => sum + (typeof one.score === 'number' ? Math.trunc(one.score) : 0), 0);
  const reasons = given.flatMap((one) => [one.reason, one.text].filter(isText2).slice(0, 1));
  return { outcome, score, hits: rows, reasons };
}

function outcomeIn(answer: Readonly<Record<string, unknown>>): Outcome {
  const said = answer.outcome ?? answer.decision ?? 'approve';
  const known = outcomes.find((each) => each === said);
  if (known === undefined) throw new Error(`a risk table answered ${JSON.stringify(said)}, which is no outcome`);
  return known;
}

const severer = (one: Outcome, other: Outcome): Outcome =>
  outcomes.indexOf(one) >= outcomes.indexOf(other) ? one : other;

function isText2(value: unknown): value is Text2 {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'zh') === 'string' &&
    typeof Reflect.get(value, 'en') === 'string'
  );
}
