import type { Fen } from '@linggong/core/domain';
import { needsApproval, type LifecyclePolicy } from '@linggong/studio/domain';

/** Dated settings of settlement (`settlement.policies`); the row in force on a day decides. */
export interface SettlementPolicy {
  /** One payment is at most this. */
  readonly lineLimitFen: Fen;
  /** All payments of a worker in a month are at most this. */
  readonly workerMonthLimitFen: Fen;
  /** A quote lasts this long. */
  readonly quoteHours: number;
}

export type ReleaseRule = 'automatic' | 'finance-approver';

/**
 * Whether a batch waits for the finance approver, by the policy of the lifecycle (结算审批策略, R13.1).
 * @param dayFen what the enterprise's batches that were released at once hold since the Shanghai day began, this one left out
 */
export function releaseRule(policy: LifecyclePolicy, holdFen: Fen, dayFen: Fen): ReleaseRule {
  return needsApproval(policy, 'release', holdFen, dayFen) ? 'finance-approver' : 'automatic';
}

/**
 * Whether one person may book a deposit that no line of a bank's statement stands behind: money that the policy of the
 * lifecycle lets one person book. @param dayFen what such deposits of the enterprise come to since the Shanghai day began, this one left out
 */
export function isSmallDeposit(policy: LifecyclePolicy, amountFen: Fen, dayFen: Fen): boolean {
  return !needsApproval(policy, 'deposit-without-line', amountFen, dayFen);
}

/** When a quote made at an instant ends. */
export function quoteExpiry(policy: SettlementPolicy, quotedAt: Date): Date {
  return new Date(quotedAt.getTime() + policy.quoteHours * 3_600_000);
}
