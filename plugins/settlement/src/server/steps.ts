import type { Command, Queryable } from '@linggong/core';

/** What the timeline of a batch tells; texts stand in `read/timeline-texts.ts`. */
export type StepEvent =
  | 'uploaded'
  | 'check-started'
  | 'quoted'
  | 'expired'
  | 'lines-excluded'
  | 'line-edited'
  | 'class-reviewed'
  | 'batch-reviewed'
  | 'confirmed'
  | 'stale'
  | 'released'
  | 'requoted'
  | 'sending'
  | 'stopped'
  | 'refused'
  | 'waiting'
  | 'booked'
  | 'returned'
  | 'completed'
  | 'cancelled';

/** Figures of a step: counts, fen as decimal text, versions. Never personal data. */
export type StepFacts = Readonly<Record<string, string | number>>;

/** Adds a step to the timeline of a batch, in the transaction that made it. */
export async function addStep(
  tx: Queryable,
  command: Command,
  batchId: number,
  event: StepEvent,
  facts: StepFacts = {},
): Promise<void> {
  await tx.query(
    `INSERT INTO settlement.batch_steps (batch_id, event, actor, account_id, reason, facts, at)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
    [
      batchId,
      event,
      command.actor.name,
      command.actor.accountId ?? null,
      command.reason ?? null,
      JSON.stringify(facts),
      command.at,
    ],
  );
}
