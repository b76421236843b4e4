/** A table, or a whole schema, whose changes the witness (旁证) does not read, with the day and the reason. */
export interface Unwatched {
  readonly schema: string;
  /** Absent: every table of the schema. */
  readonly table?: string;
  readonly since: string;
  readonly reason: string;
}

/**
 * The only tables that are not watched; a test holds every other one against the database. Exceptions cost evidence: each says why
 * nothing of value can be hidden in it.
 */
export const unwatched: readonly Unwatched[] = [
  { schema: 'bullmq', since: '2026-11-26', reason: 'the queue: ids only, rewritten several times a job' },
  { schema: 'jobs', since: '2026-11-26', reason: 'the queue: ids only; what a job does is written in watched tables' },
  {
    schema: 'core',
    since: '2026-11-28',
    reason: 'sums of watched tables, written by their triggers and compared with them daily',
  },
  { schema: 'sandbox_bank', since: '2026-11-26', reason: 'stands for an outside party: the bank keeps its own books' },
  { schema: 'parties', table: 'worker_staging', since: '2026-11-26', reason: 'rows of a sheet while it is read in' },
  { schema: 'real_name', table: 'rate_slots', since: '2026-11-26', reason: 'counts calls to a vendor by the second' },
  {
    schema: 'access',
    table: 'idempotency',
    since: '2026-11-26',
    reason: 'answers kept for a repeated request, for a day',
  },
  { schema: 'access', table: 'sign_in_attempts', since: '2026-11-26', reason: 'counters of failed sign-ins' },
  { schema: 'access', table: 'rate_limits', since: '2026-11-26', reason: 'counters of calls' },
];
