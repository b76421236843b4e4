import type { Fen, Text2 } from '@linggong/core/domain';

/** What the rules know of one payment before it is confirmed (事中, R6.3). */
export interface LineFacts {
  /** Gross amount of this line. */
  amountFen: Fen;
  /** Gross amounts of this worker in this month, this batch included. */
  monthFen: Fen;
  /** Payments of this worker in this batch, this one included. */
  batchCount: number;
  /** Whole days since the worker registered. */
  registeredDays: number;
  /** Enterprises that paid this worker in the last 90 days, this one included. */
  enterpriseCount: number;
}

export const decisions = ['approve', 'review', 'decline'] as const;
export type DecisionKind = (typeof decisions)[number];

/** What a rule decided, and which: kept with the line so that a reviewer sees why. */
export interface LineDecision {
  decision: DecisionKind;
  /** Row of the table that hit; `otherwise` where none did. */
  ruleId: string;
  /** Stable code of the reason; `none` where the table gives none. */
  reason: string;
  /** What an operator reads beside a held line. */
  text?: Text2;
}
