/** Kinds of real-name checks (实名核验): identity (二要素), bank card (三/四要素), company (企业). */
export const checkKinds = ['identity', 'bank-card-3', 'bank-card-4', 'company'] as const;
export type CheckKind = (typeof checkKinds)[number];

/** What a check is about. */
export const subjectKinds = ['worker', 'bank-card', 'enterprise'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** How a check ended. `error`: no answer could be had, after all tries or for good. */
export const checkOutcomes = ['match', 'mismatch', 'no-record', 'error'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** What a provider is asked about; limits, prices and the order of providers go by these. */
export const questionKinds = ['person', 'card', 'company'] as const;
export type QuestionKind = (typeof questionKinds)[number];

const kindOfSubject = { worker: 'person', 'bank-card': 'card', enterprise: 'company' } as const;

export function questionKindOf(subjectKind: SubjectKind): QuestionKind {
  return kindOfSubject[subjectKind];
}
