/** What can be said of an item of a visit's checklist (检查结论). */
export const visitAnswers = ['yes', 'no', 'not-applicable'] as const;
export type VisitAnswer = (typeof visitAnswers)[number];

export const visitVerdicts = ['passed', 'failed'] as const;
export type VisitVerdict = (typeof visitVerdicts)[number];

/** A criterion of admission, as far as it asks for a visit. */
export interface VisitingCriterion {
  readonly id: string;
  /** Above so much expected a month the place of business is visited; absent or null: never by itself. Fen. */
  readonly visitAboveFen?: number | null | undefined;
}

/**
 * The criteria for which an enterprise has to be visited before it passes (须现场核查): those whose amount it expects to exceed.
 * @param monthlyFen what it expects to pay out a month, by its application; undefined where it did not say
 */
export function visitsAsked<C extends VisitingCriterion>(criteria: readonly C[], monthlyFen: number | undefined): C[] {
  if (monthlyFen === undefined) return [];
  return criteria.filter(({ visitAboveFen }) => typeof visitAboveFen === 'number' && monthlyFen > visitAboveFen);
}
