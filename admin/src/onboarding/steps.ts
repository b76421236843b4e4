import type { EnterpriseRecord } from '../enterprises/enterprise';

/** The steps of joining (入驻), in their order. */
export const stepNames = ['details', 'submit', 'review', 'agreement', 'account', 'deposit', 'ready'] as const;
export type StepName = (typeof stepNames)[number];

/** `returned`: it was done, and somebody asked for it to be mended. */
export type StepState = 'done' | 'now' | 'returned' | 'later';

export interface OnboardingStep {
  name: StepName;
  state: StepState;
  /** Done then, or waited for since then. */
  at?: string | undefined;
  /** By when the platform decides, where a clock runs. */
  dueAt?: string | undefined;
}

/** What the steps are told from. */
export interface Standing {
  enterprise: Pick<
    EnterpriseRecord,
    | 'state'
    | 'legalRepresentative'
    | 'contactName'
    | 'contactPhone'
    | 'submittedAt'
    | 'approvedAt'
    | 'signedAt'
    | 'accounts'
  > & { review: Pick<EnterpriseRecord['review'], 'dueAt'> };
  /** Money has come in once. */
  deposited: boolean;
}

/** How far the application itself came: nothing is submitted that lacks whom to speak to. */
function isComplete({ legalRepresentative, contactName, contactPhone }: Standing['enterprise']): boolean {
  return [legalRepresentative, contactName, contactPhone].every((value) => value !== null && value !== undefined);
}

/** Index of the step that is to be done now; all before it are done. */
function present({ enterprise, deposited }: Standing): number {
  const { state } = enterprise;
  if (state === 'draft' || state === 'rejected') return isComplete(enterprise) ? 1 : 0;
  if (state === 'submitted') return 2;
  if (state === 'approved') return 3;
  if (enterprise.accounts?.some((account) => account.state === 'open') !== true) return 4;
  return deposited ? 6 : 5;
}

/** Every step with its state, and since when. */
export function stepsOf(standing: Standing): OnboardingStep[] {
  const { enterprise } = standing;
  const now = present(standing);
  const opened = enterprise.accounts?.find(({ state }) => state === 'open')?.openedAt;
  // When each was done; the platform has decided once the enterprise is admitted.
  const doneAt: Readonly<Partial<Record<StepName, string | null | undefined>>> = {
    // Whole is what was submitted; opened was it long before.
    details: enterprise.submittedAt,
    submit: enterprise.submittedAt,
    review: enterprise.approvedAt,
    agreement: enterprise.signedAt,
    account: opened,
  };
  const since: typeof doneAt = { review: enterprise.submittedAt, agreement: enterprise.approvedAt };
  return stepNames.map((name, index): OnboardingStep => {
    if (enterprise.state === 'rejected' && name === 'details') return { name, state: 'returned' };
    if (index > now) return { name, state: 'later' };
    const isNow = index === now;
    const at = (isNow ? since : doneAt)[name] ?? undefined;
    const dueAt = isNow && name === 'review' ? (enterprise.review.dueAt ?? undefined) : undefined;
    return { name, state: isNow ? 'now' : 'done', at, dueAt };
  });
}

/** Is there still a step to take before it can work? Whoever was suspended or has left does not join. */
export function isJoining({ state }: Pick<EnterpriseRecord, 'state'>): boolean {
  return ['draft', 'rejected', 'submitted', 'approved'].includes(state);
}
