import type { ReviewAnswer } from '@linggong/studio/api';
import type { Wire } from '../parts/wire';

/** The criteria that a review goes by, and what its steps said of them. */
export type Review = Wire<ReviewAnswer>;
export type Criterion = Review['criteria'][number];

/** A sheet’s judgements as they stand. */
export interface Standing {
  criteria: ReturnType<typeof sent>;
  ready: boolean;
}
export const unjudged: Standing = { criteria: [], ready: false };

/** What the step does with its judgements, as the server asks it. */
export type Verdict = 'passes' | 'refuses' | 'tells';

/** A judgement as it is typed: a criterion without one is not there. */
export interface Typed {
  holds: boolean;
  note: string;
}
export type Judged = Readonly<Record<string, Typed>>;

/**
 * The steps that the reader may take in a review: what he submitted himself he may give back, and somebody else lets it pass. The server
 * refuses the same (`review-own`).
 */
export function offered<A extends { judges?: Verdict }>(
  actions: readonly A[],
  review: Pick<Review, 'isOwn'> | undefined,
): A[] {
  return actions.filter(({ judges }) => judges !== 'passes' || review?.isOwn !== true);
}

/** What still stands against the step; undefined where it may be taken. The server says the same (`criteria-…`). */
export function obstacle(
  criteria: readonly Criterion[],
  judged: Judged,
  verdict: Verdict,
): 'unjudged' | 'failsMandatory' | 'unexplained' | 'noneFails' | undefined {
  const failing = criteria.filter(({ id }) => judged[id]?.holds === false);
  if (verdict === 'refuses') return failing.length > 0 ? undefined : 'noneFails';
  if (verdict === 'passes' && failing.some(({ required }) => required)) return 'failsMandatory';
  const isUnjudged = criteria.every(({ id }) => judged[id] === undefined);
  if (isUnjudged || criteria.some(({ id, required }) => required && judged[id] === undefined)) return 'unjudged';
  return failing.some(({ id }) => judged[id]?.note.trim() === '') ? 'unexplained' : undefined;
}

/** The judgements as the API takes them, in the order of the criteria. */
export function sent(criteria: readonly Criterion[], judged: Judged): { id: string; holds: boolean; note?: string }[] {
  return criteria.flatMap(({ id }) => {
    const typed = judged[id];
    if (typed === undefined) return [];
    const note = typed.note.trim();
    return [{ id, holds: typed.holds, ...(note === '' ? {} : { note }) }];
  });
}

/** What the last step of that name found not to hold, and when. */
export function lastFaults(
  { citations }: Pick<Review, 'citations'>,
  act: string,
): { at: string | undefined; faults: Review['citations'][number]['judgements'] } {
  const last = citations.find((citation) => citation.act === act);
  return { at: last?.at, faults: last?.judgements.filter(({ holds }) => !holds) ?? [] };
}
