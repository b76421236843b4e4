import { completeTerms } from '@linggong/billing/api';
import { classTiers } from '@linggong/billing/domain';
import { z } from 'zod';
import { blocker } from './blockers';
import { batchState, stage } from './states';
import { day, fen, fenOrNull, id, instant, instantOrNull, text2 } from './texts';

/** How many lines stand where. `total` is their sum. */
export const lineCounts = z.strictObject({
  total: z.int(),
  read: z.int(),
  ready: z.int(),
  blocked: z.int(),
  held: z.int(),
  excluded: z.int(),
});

/** The sums of the ready lines before confirmation, and of the orders after it; null until the first quote. */
export const figures = z.strictObject({
  /** What the sheet pays. */
  amountFen: fen,
  /** What the workers are due before tax. */
  grossFen: fen,
  feeFen: fen,
  /** Of the plan, as decimal text such as "0.06"; null where the plan is not one percentage. */
  feeRate: z.string().nullable(),
  vatFen: fen,
  surchargeFen: fen,
  incomeTaxFen: fen,
  /** vat + surcharge + income tax: what is withheld from the workers. */
  taxFen: fen,
  /** Tax that the payments of this batch could not bear: owed by the workers after it. */
  receivableFen: fen,
  /** Earlier receivables that this batch collects. */
  collectedFen: fen,
  netFen: fen,
  /** Tax that the enterprise bears on top of promised nets; zero where the workers bear it. */
  taxBorneFen: fen,
  /** gross + fee: what the enterprise pays in all. */
  enterpriseFen: fen,
  /** What confirming takes of the deposit: gross + fee, less a fee that is billed after the trade. */
  holdFen: fen,
  netMaxFen: fen,
  netMedianFen: fen,
});
export type Figures = z.infer<typeof figures>;

const orderCount = z.strictObject({ count: z.int(), netFen: fen });
/** Orders by state, from confirmation on; null before. */
export const orderCounts = z.strictObject({
  confirmed: orderCount,
  paying: orderCount,
  paid: orderCount,
  returned: orderCount,
  failed: orderCount,
  cancelled: orderCount,
});

export const stageProgress = z.strictObject({
  stage,
  title: text2,
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  done: z.int(),
  total: z.int(),
});

export const batchActions = [
  'recheck',
  'exclude-lines',
  'confirm',
  'release',
  'cancel',
  'edit-line',
  'review-class',
  'review-batch',
] as const;

/** What an action would do, in numbers, for the sheet that asks before it. */
export const actionEffect = z.strictObject({
  orders: z.int(),
  workers: z.int(),
  grossFen: fen,
  feeFen: fen,
  taxFen: fen,
  netFen: fen,
  holdFen: fen,
  depositAfterFen: fenOrNull,
  blockedLines: z.int(),
  heldLines: z.int(),
  excludedLines: z.int(),
  /** What these lines would have paid by the sheet, unreadable amounts left out; null for quotes older than this figure. */
  blockedFen: fenOrNull,
  heldFen: fenOrNull,
  excludedFen: fenOrNull,
});

/** One button of the batch page. Actions that the caller's role never has are left out; `why` says why it is off. */
export const nextAction = z.strictObject({
  action: z.enum(batchActions),
  label: text2,
  enabled: z.boolean(),
  why: text2.nullable(),
  /** A second person must do it: releasing is not for the account that confirmed. */
  secondPerson: z.boolean(),
  reasonRequired: z.boolean(),
  effect: actionEffect.nullable(),
});
export type NextAction = z.infer<typeof nextAction>;

export const quoteInfo = z.strictObject({
  version: z.int().positive(),
  quotedAt: instant,
  expiresAt: instant,
  /** The Shanghai day the tax was computed for; sending in another month quotes again. */
  day,
});

/** Blockers of a batch that risk alone clears, or nobody does. */
export const risksAwaited = ['class-review', 'batch-review', 'batch-declined'] as const;

/** A row of the batch list. */
export const batchRow = z.strictObject({
  id,
  number: z.string(),
  enterpriseId: id,
  enterpriseName: z.string(),
  state: batchState,
  fileName: z.string(),
  lineCount: z.int(),
  readyCount: z.int(),
  blockedCount: z.int(),
  heldCount: z.int(),
  excludedCount: z.int(),
  grossFen: fenOrNull,
  netFen: fenOrNull,
  quoteVersion: z.int(),
  quoteExpiresAt: instantOrNull,
  uploadedAt: instant,
  confirmedAt: instantOrNull,
  releasedAt: instantOrNull,
  completedAt: instantOrNull,
  /** What of risk the quote waits for, the severest first. */
  awaitsRisk: z.enum(risksAwaited).nullable(),
});
export type BatchRow = z.infer<typeof batchRow>;

/** One batch, whole: what the batch page shows above its lines. */
export const batchDetail = batchRow.extend({
  stateTitle: text2,
  /** Why it is cancelled, expired or stuck. */
  stateReason: z.string().nullable(),
  sheet: z.strictObject({
    format: z.enum(['csv', 'xlsx', 'json']),
    encoding: z.string().nullable(),
    sheetName: z.string().nullable(),
    sha256: z.string().nullable(),
    columns: z.array(z.strictObject({ key: z.string(), title: z.string() })),
  }),
  counts: lineCounts,
  figures: figures.nullable(),
  orders: orderCounts.nullable(),
  deposit: z.strictObject({ availableFen: fen, afterFen: fenOrNull }),
  quote: quoteInfo.nullable(),
  /** The terms of the fee plan that the quote stands on; null before the first quote, and without a plan. */
  feeTerms: completeTerms.nullable(),
  /** By which rating the fee is priced, and what that adds to the rates of the plan; null where the enterprise was not rated. */
  feeClass: z
    .strictObject({
      class: z.string(),
      ratingId: id,
      tier: z.enum(classTiers),
      /** Decimal text such as "0.005"; null where the class adds nothing. */
      surcharge: z.string().nullable(),
    })
    .nullable(),
  /** The version of the risk table that decides about this batch; null before its first check. */
  riskRules: z.strictObject({ configurationVersionId: id, versionNo: z.int().positive() }).nullable(),
  /** What risk decided about the batch as a whole, for whoever reads risk decisions; null for others and before the first quote. */
  risk: z
    .strictObject({
      decisionId: z.string(),
      outcome: z.enum(['approve', 'review', 'hold', 'decline']),
      score: z.int(),
      /** The rows that hit, in their words. */
      reasons: z.array(text2),
      decidedAt: instant,
      /** Who let these very payments go, and by what. */
      review: z.strictObject({ at: instant, actor: z.string(), reason: z.string() }).nullable(),
    })
    .nullable(),
  /** By what its payment files chose their channel, for whoever reads payment files; null for others and before there is a file. */
  routing: z
    .array(
      z.strictObject({
        channel: z.string(),
        files: z.int(),
        /** The version of the routing table; null for files of before there was one. */
        routingVersionId: id.nullable(),
        routingVersionNo: z.int().nullable(),
        /** The row that hit, from 1; null where none did. */
        routingRow: z.int().nullable(),
        /** The table left it to the dated setting of the payer's bank. */
        routingBySetting: z.boolean().nullable(),
      }),
    )
    .nullable(),
  blockers: z.array(blocker),
  progress: z.strictObject({ runId: z.string().nullable(), stages: z.array(stageProgress) }),
  nextActions: z.array(nextAction),
  /** Who releases it; of a quote, who would if it were confirmed now. */
  releaseRule: z.enum(['automatic', 'finance-approver']).nullable(),
});
export type BatchDetail = z.infer<typeof batchDetail>;

/** Who did what, when and why, newest first. */
export const timelineEntry = z.strictObject({
  at: instant,
  event: z.string(),
  text: text2,
  /** Business name of the actor, such as `finance-approver#3`. */
  actor: z.string(),
  reason: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;
export const timeline = z.strictObject({ items: z.array(timelineEntry) });
