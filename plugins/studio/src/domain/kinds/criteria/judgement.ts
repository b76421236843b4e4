import { citationFaults, type CriteriaContent } from './criteria';

/** What a reviewer says of one criterion (逐条结论, R2.6). */
export interface Judgement {
  readonly id: string;
  readonly holds: boolean;
  readonly note?: string | undefined;
}

/**
 * What the step does with its judgements: `passes` lets something through, `refuses` sends it back, `tells` states how it stands, such as
 * a regular re-check.
 */
export type Verdict = 'passes' | 'refuses' | 'tells';

/** Why judgements do not carry a step, the first that counts; `ids` are the criteria concerned. */
export interface JudgementFault {
  readonly code: 'unknown' | 'unjudged' | 'fails' | 'unexplained' | 'none-fails';
  readonly ids: readonly string[];
}

/**
 * Whether judgements carry a step: each criterion exists; to pass or to tell, each mandatory one is judged; nothing passes while a
 * mandatory one does not hold; what passes or is told although one does not hold says why; whoever refuses names one that does not hold.
 */
export function judgementFault(
  content: CriteriaContent,
  judgements: readonly Judgement[],
  verdict: Verdict,
): JudgementFault | undefined {
  const ids = (some: readonly { readonly id: string }[]): string[] => some.map(({ id }) => id);
  const { unknown, uncited } = citationFaults(content, ids(judgements));
  const mandatory = new Set(ids(content.criteria.filter(({ required }) => required)));
  const failing = judgements.filter(({ holds }) => !holds);
  const failingMandatory = failing.filter(({ id }) => mandatory.has(id));
  const unexplained = failing.filter(({ note }) => note === undefined);
  if (unknown.length > 0) return { code: 'unknown', ids: unknown };
  if (verdict === 'refuses') return failing.length > 0 ? undefined : { code: 'none-fails', ids: [] };
  if (uncited.length > 0) return { code: 'unjudged', ids: uncited };
  // Criteria none of which is mandatory: something is cited all the same.
  if (judgements.length === 0) return { code: 'unjudged', ids: ids(content.criteria) };
  if (verdict === 'passes' && failingMandatory.length > 0) return { code: 'fails', ids: ids(failingMandatory) };
  return unexplained.length > 0 ? { code: 'unexplained', ids: ids(unexplained) } : undefined;
}

/** Judgements in the order of the criteria, whatever order they were sent in. */
export function inOrder({ criteria }: CriteriaContent, judgements: readonly Judgement[]): Judgement[] {
  return criteria.flatMap(({ id }) => judgements.filter((one) => one.id === id));
}

/** One line for logs and timelines, in both languages at once: `A-01✓ A-05✗ (v3)`. `versionNo` null: before the first version. */
export function judgementLine(judgements: readonly Judgement[], versionNo: number | null): string {
  const marks = judgements.map(({ id, holds }) => `${id}${holds ? '✓' : '✗'}`).join(' ');
  return versionNo === null ? marks : `${marks} (v${versionNo.toString()})`;
}

/** Judgements by which everything holds. */
export function allHold({ criteria }: CriteriaContent): Judgement[] {
  return criteria.map(({ id }) => ({ id, holds: true }));
}
