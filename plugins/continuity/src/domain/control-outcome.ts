import type { ControlState } from '@linggong/core/domain';

/**
 * How a control stands by its parts – live checks and the entry that it needs – as an assessor counts (GB/T 28448-2019): met where all of
 * them are, partly where some are. What is unknown never helps a control to be met.
 */
export function outcomeOf(parts: readonly ControlState[]): ControlState {
  const all = (state: ControlState): boolean => parts.every((one) => one === state);
  if (parts.length === 0 || all('unknown')) return 'unknown';
  if (all('met')) return 'met';
  return parts.some((one) => one === 'met' || one === 'partly') ? 'partly' : 'not-met';
}

/** A dated entry (佐证) of the security administrator. Days of Asia/Shanghai, `YYYY-MM-DD`. */
export interface EvidenceDays {
  readonly datedOn: string;
  /** Last day on which it counts. */
  readonly until: string;
  readonly withdrawn: boolean;
}

export type EvidenceState = 'in-force' | 'expired' | 'withdrawn';

export function evidenceState({ until, withdrawn }: EvidenceDays, today: string): EvidenceState {
  if (withdrawn) return 'withdrawn';
  return until < today ? 'expired' : 'in-force';
}
