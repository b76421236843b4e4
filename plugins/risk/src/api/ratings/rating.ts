import { dayText, fenOutput, idText, instantOutput, reasonText } from '@linggong/access/api';
import { z } from 'zod';
import { creditStandings, factGroups } from '../../domain/ratings/rating-facts';
import { ratingClasses } from '../../domain/ratings/rate';
import { creditCheckAnswer } from './credit-check';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });
const classCode = z.enum(ratingClasses);
export const ratingCauses = ['nightly', 'credit-check', 'event', 'override', 'asked'] as const;
export const offboardingStates = ['suspended', 'settled', 'offboarded', 'withdrawn'] as const;
export const overrideStates = ['in-force', 'ended', 'expired'] as const;
export const ratingMovements = ['new', 'up', 'down', 'same'] as const;
export { creditStandings, factGroups, ratingClasses };
export { ratingFacts, standingTexts } from '../../domain/ratings/rating-facts';

const reason = z.strictObject({ row: z.string(), points: z.int(), cap: classCode.nullable(), reason: text2 });
const factValue = z.union([z.string(), z.number(), z.boolean()]);

export const overrideAnswer = z
  .strictObject({
    id: z.int(),
    number: z.string(),
    enterpriseId: z.int(),
    enterpriseNumber: z.string(),
    class: classCode,
    reason: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    state: z.enum(overrideStates),
    createdAt: instantOutput,
    createdName: z.string(),
    endedAt: instantOutput.nullable(),
    endedName: z.string().nullable(),
    endReason: z.string().nullable(),
  })
  .meta({ id: 'RatingOverride' });
export type OverrideAnswer = z.infer<typeof overrideAnswer>;

/** `POST /enterprises/{id}/rating-overrides`: another class than the tables say, until a day; waits for a second person. */
export const newOverride = z.strictObject({ class: classCode, endsOn: dayText, reason: reasonText });
export type NewOverride = z.infer<typeof newOverride>;
export const overrideParams = z.strictObject({ id: idText });
export const overrideEnd = z.strictObject({ reason: reasonText });

const ratingAnswer = z.strictObject({
  id: z.int(),
  class: classCode,
  previousClass: classCode.nullable(),
  computedClass: classCode,
  score: z.int(),
  facts: z.record(z.string(), factValue),
  unknown: z.array(z.string()),
  reasons: z.array(reason),
  suspends: z.boolean(),
  tableVersion: z.int(),
  classesVersion: z.int(),
  overrideNumber: z.string().nullable(),
  cause: z.enum(ratingCauses),
  ratedAt: instantOutput,
});
export type RatingAnswer = z.infer<typeof ratingAnswer>;

const policyAnswer = z.strictObject({
  prepayPercent: z.number(),
  samplingFactor: z.number(),
  reviewDepth: z.enum(['usual', 'closer', 'full']),
  releaseFen: z.number(),
  feeTier: z.enum(['standard', 'raised', 'high']),
  recheckDays: z.int(),
});

export const moneyItemAnswer = z.strictObject({
  code: z.enum(['open-batches', 'unbilled-months', 'fees-owed', 'balance']),
  isClear: z.boolean(),
  count: z.int().nullable(),
  amountFen: fenOutput.nullable(),
});

export const offboardingAnswer = z
  .strictObject({
    id: z.int(),
    number: z.string(),
    enterpriseId: z.int(),
    enterpriseNumber: z.string(),
    enterpriseName: z.string(),
    caseId: z.int(),
    caseNumber: z.string(),
    checkId: z.int().nullable(),
    reasons: z.array(text2),
    state: z.enum(offboardingStates),
    openedAt: instantOutput,
    settledAt: instantOutput.nullable(),
    endedAt: instantOutput.nullable(),
    /** What of its money is open now; null where nobody tells. */
    money: z.array(moneyItemAnswer).nullable(),
    steps: z.array(
      z.strictObject({
        step: z.string(),
        at: instantOutput,
        actor: z.string(),
        text: z.string().nullable(),
        facts: z.record(z.string(), z.union([factValue, z.null()])).nullable(),
      }),
    ),
  })
  .meta({ id: 'RiskOffboarding' });
export type OffboardingAnswer = z.infer<typeof offboardingAnswer>;
export const offboardingParams = z.strictObject({ id: idText });
export const offboardingWithdrawal = z.strictObject({ reason: reasonText });

/** All of an enterprise's rating on one page (评级卡). */
export const enterpriseRatingAnswer = z
  .strictObject({
    /** The enterprise's. */
    id: z.int(),
    number: z.string(),
    name: z.string(),
    state: z.string(),
    class: classCode.nullable(),
    since: z.string().nullable(),
    lookedAt: instantOutput.nullable(),
    current: ratingAnswer.nullable(),
    policy: policyAnswer.nullable(),
    history: z.array(ratingAnswer),
    override: overrideAnswer.nullable(),
    checks: z.array(creditCheckAnswer),
    offboarding: z.strictObject({ id: z.int(), number: z.string(), state: z.enum(offboardingStates) }).nullable(),
  })
  .meta({ id: 'EnterpriseRating' });
export type EnterpriseRatingAnswer = z.infer<typeof enterpriseRatingAnswer>;

/** `GET /rating-migration`: days of Asia/Shanghai, both included. */
export const ratingMigrationQuery = z.strictObject({ from: dayText, to: dayText });
/** How many enterprises were of a class before the period and are of another, or of the same, at its end. */
export const ratingMigration = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    moves: z.array(
      z.strictObject({
        /** Null for those that were not rated yet. */
        before: classCode.nullable(),
        after: classCode,
        enterprises: z.int(),
        /** Who they are; a hundred at most. */
        ids: z.array(z.int()),
      }),
    ),
  })
  .meta({ id: 'RatingMigration' });
export type RatingMigration = z.infer<typeof ratingMigration>;
