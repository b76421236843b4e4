/** What an entry says was done (审计记录). The command adds who, when, from where and why. */
export interface AuditEntry {
  /** `subject.verb`, such as 'worker.register'. */
  action: string;
  subject: { kind: string; id: number | bigint | string };
  /** State before and after, already masked: no personal data in clear. Bigints are kept as decimal text. */
  before?: unknown;
  after?: unknown;
  /** Set commands: the subject is the set (a batch, an import), `count` its size. */
  count?: number;
  /** Set commands: the members. Only their number and the hash of the sorted list are kept. */
  ids?: readonly (number | bigint | string)[];
  /** Overrides the reason of the command. */
  reason?: string;
  /** How it ended; 'done' where it is not said. */
  outcome?: AuditOutcome;
}

/** Done, refused by a rule of the platform (a right, a lock), or tried and failed. */
export const auditOutcomes = ['done', 'refused', 'failed'] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/**
 * Up to this many subjects of one command get a row each, so that the history of one subject is complete; a set command
 * beyond it writes one row with count and hash. 100,000 rows that differ only in their id would cost more than the
 * payment they tell of, and tell no more: the members stand in the rows of the set itself, and the hash proves which.
 */
export const singleEntriesMax = 500;
