import { z } from 'zod';
import { ratingClasses, type RatingClass } from './rate';

/** What a class means for an enterprise (差异化政策, R6.2). */
export const classPolicy = z.object({
  /** What lies in the sub-account before a batch is confirmed, in percent of what it costs. */
  prepayPercent: z.number().min(0).max(1_000),
  /** Inspections draw so many times the share of the plan. */
  samplingFactor: z.number().min(0).max(100),
  reviewDepth: z.enum(['usual', 'closer', 'full']),
  /** A batch above it is released by the platform's finance approver, in fen. */
  releaseFen: z.int().min(0),
  feeTier: z.enum(['standard', 'raised', 'high']),
  /** Days after which a credit check is too old. */
  recheckDays: z.int().min(1).max(3_650),
});
export type ClassPolicy = z.infer<typeof classPolicy>;
export type ClassPolicies = ReadonlyMap<RatingClass, ClassPolicy>;

/** Days between checks where no policy is in force. */
export const USUAL_RECHECK_DAYS = 90;

export function recheckDaysOf(policies: ClassPolicies): Record<RatingClass, number> {
  const days = ratingClasses.map((name) => [name, policies.get(name)?.recheckDays ?? USUAL_RECHECK_DAYS] as const);
  // One for each class, by the list itself.
  return Object.fromEntries(days) as Record<RatingClass, number>;
}
