import type { Fen } from '@linggong/core/domain';

/** Dated settings of settlement (`settlement.policies`); the row in force on a day decides. */
export interface SettlementPolicy {
  /** One payment is at most this. */
  readonly lineLimitFen: Fen;
  /** All payments of a worker in a month are at most this. */
  readonly workerMonthLimitFen: Fen;
  /** Batches whose hold is above this wait for the finance approver; others are released at once. */
  readonly releaseAboveFen: Fen;
  /** A quote lasts this long. */
  readonly quoteHours: number;
}

export type ReleaseRule = 'automatic' | 'finance-approver';

export function releaseRule(policy: SettlementPolicy, holdFen: Fen): ReleaseRule {
  return holdFen > policy.releaseAboveFen ? 'finance-approver' : 'automatic';
}

/** When a quote made at an instant ends. */
export function quoteExpiry(policy: SettlementPolicy, quotedAt: Date): Date {
  return new Date(quotedAt.getTime() + policy.quoteHours * 3_600_000);
}
