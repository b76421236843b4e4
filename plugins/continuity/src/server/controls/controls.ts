import type { ControlChecks, Database } from '@linggong/core';
import { readEvidence, type EvidenceRow } from './evidence-rows';
import { lookAtChecks, type Looks } from './look-at-checks';

/** What was looked at, together, at one instant. */
export interface ControlsSeen {
  readonly looks: Looks;
  readonly evidence: readonly EvidenceRow[];
  readonly at: Date;
}

export interface Controls {
  /** Several callers at once share one look: the page costs the database the same whoever opens it. */
  see(at: Date): Promise<ControlsSeen>;
}

export function createControls(parts: { db: Database; checks: ControlChecks; warn(said: string): void }): Controls {
  let seeing: Promise<ControlsSeen> | undefined;
  return {
    see(at) {
      seeing ??= lookNow(parts, at).finally(() => (seeing = undefined));
      return seeing;
    },
  };
}

async function lookNow(
  { db, checks, warn }: { db: Database; checks: ControlChecks; warn(said: string): void },
  at: Date,
): Promise<ControlsSeen> {
  const seen = await db.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return { evidence: await readEvidence(tx), looks: await lookAtChecks(tx, checks, at), at };
  });
  for (const [name, { failure }] of seen.looks) {
    if (failure !== undefined) warn(`control check ${name}: ${failure}`);
  }
  return seen;
}
