import type { AuditName } from '@linggong/config';
import type { Command, Queryable, Tx } from '@linggong/core';

/** Rows that do not agree, of one kind (差异). `samples` are numbers, ids and codes, never personal data. */
export interface Difference {
  readonly kind: string;
  readonly count: bigint;
  readonly samples: readonly string[];
}

export interface AuditOutcome {
  /** Rows that were compared: "nothing found" is worth something only beside it. */
  readonly compared: bigint;
  readonly differences: readonly Difference[];
  /** It could not look at everything: what it did not find may still be there, and nothing closes. */
  readonly incomplete?: true;
}

export interface Audit {
  readonly name: AuditName;
  look(db: Queryable, at: Date): Promise<AuditOutcome>;
  /** What it writes down after it has looked. */
  note?(tx: Tx, command: Command): Promise<void>;
}

/** Kinds with nothing in them are no difference. */
export function found(differences: readonly Difference[]): Difference[] {
  return differences.filter(({ count }) => count > 0n);
}
