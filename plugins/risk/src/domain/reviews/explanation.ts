import type { Day } from '@linggong/core/domain';

/** Of whom an explanation is asked (要求说明): of either side of a payment, or of both. */
export const explanationParties = ['enterprise', 'worker'] as const;
export type ExplanationParty = (typeof explanationParties)[number];

/** How it was given. */
export const explanationMeans = ['written', 'phone', 'meeting', 'online'] as const;

/** How it stands: it waits, is late, was answered, or its case was closed before it was. */
export const explanationStates = ['waiting', 'late', 'answered', 'dropped'] as const;
export type ExplanationState = (typeof explanationStates)[number];

interface Asked {
  readonly answer: string | null;
  readonly dueOn: Day;
  readonly isClosed: boolean;
}

/** @param today of Asia/Shanghai; what is due today is not late yet. `STATE_OF_EXPLANATION` says the same in SQL. */
export function explanationState({ answer, dueOn, isClosed }: Asked, today: Day): ExplanationState {
  if (answer !== null) return 'answered';
  if (isClosed) return 'dropped';
  return dueOn < today ? 'late' : 'waiting';
}
