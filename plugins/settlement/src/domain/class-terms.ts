import { divideRounded, type Fen } from '@linggong/core/domain';
import type { ReleaseRule } from './policy';

/** What of the policy of an enterprise's class holds for its batches (差异化政策, R6.2). */
export interface ClassTerms {
  readonly prepayPercent: number;
  readonly reviewDepth: 'usual' | 'closer' | 'full';
  readonly releaseFen: number;
}

/** What has to lie free in the sub-account before a batch is confirmed: a weak class keeps more there than the batch takes. */
export function prepaidFor(neededFen: Fen, terms: ClassTerms | undefined): Fen {
  if (terms === undefined || terms.prepayPercent <= 100) return neededFen;
  // Percents have two decimals at most: whole numbers of a ten-thousandth.
  return divideRounded(neededFen * BigInt(Math.round(terms.prepayPercent * 100)), 10_000n, 'up');
}

/** A class makes the rule of release stricter, never looser. */
export function releaseByClass(rule: ReleaseRule, holdFen: Fen, terms: ClassTerms | undefined): ReleaseRule {
  if (terms === undefined) return rule;
  return terms.reviewDepth === 'full' || holdFen > BigInt(terms.releaseFen) ? 'finance-approver' : rule;
}
