import type { Fen } from '@linggong/core/domain';

/** Dated settings of settlement (`settlement.policies`); the row in force on a day decides. */
export interface SettlementPolicy {
  /** One payment is at most this. */
  readonly lineLimitFen: Fen;
  /** All payments of a worker in a month are at most this. */
  readonly workerMonthLimitFen: Fen;
  /** Batches whose hold is above this wait for the finance approver; others are released at once. */
  readonly releaseAboveFen: Fen;
  /** All batches of an enterprise that are released at once in a Shanghai day hold at most this together. */
  readonly releaseDayAboveFen: Fen;
  /** A quote lasts this long. */
  readonly quoteHours: number;
}

export type ReleaseRule = 'automatic' | 'finance-approver';

/** @param dayFen what the enterprise's batches that were released at once hold since the Shanghai day began, this one left out */
export function releaseRule(policy: SettlementPolicy, holdFen: Fen, dayFen: Fen): ReleaseRule {
  const isSmall = holdFen <= policy.releaseAboveFen && dayFen + holdFen <= policy.releaseDayAboveFen;
  return isSmall ? 'automatic' : 'finance-approver';
}

/**
 * Whether one person may book a deposit that no line of a bank's statement stands behind: money below what he could also have released at
 * once. @param dayFen what such deposits of the enterprise come to since the Shanghai day began, this one left out
 */
export function isSmallDeposit(policy: SettlementPolicy, amountFen: Fen, dayFen: Fen): boolean {
  return amountFen <= policy.releaseAboveFen && dayFen + amountFen <= policy.releaseDayAboveFen;
}

/** When a quote made at an instant ends. */
export function quoteExpiry(policy: SettlementPolicy, quotedAt: Date): Date {
  return new Date(quotedAt.getTime() + policy.quoteHours * 3_600_000);
}
