import type { Command, Tx } from '@linggong/core';

export interface NewStep {
  readonly enterpriseId: number;
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  /** The admission criterion that the step applied (R2.6). */
  readonly criterion?: string | undefined;
}

/** Adds to the timeline of an enterprise. Append-only: a wrong step is followed by another, never changed. */
export async function addStep(tx: Tx, command: Command, step: NewStep): Promise<void> {
  await tx.query(
    `INSERT INTO parties.enterprise_steps (enterprise_id, action, from_state, to_state, actor, reason, criterion, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      step.enterpriseId,
      step.action,
      step.from,
      step.to,
      command.actor.name,
      command.reason ?? null,
      step.criterion ?? null,
      command.at,
    ],
  );
}
