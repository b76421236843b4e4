/** A row of `/api/console/locked-workers`: somebody who has left. Numbers, days and laws, nothing of who he is. */
export interface LockedRow {
  id: number;
  number: string;
  state: 'deregistered' | 'erased';
  lockedAt: string;
  keepsUntil: string | null;
  countedAt: string | null;
  erasedAt: string | null;
  certificate: string | null;
  terms: readonly LockedTerm[];
}

/** A term that holds him; `until` is null as long as something of his still runs. */
export interface LockedTerm {
  class: string;
  from: string | null;
  until: string | null;
}

/** The terms, the one that ends last first; those whose end is not known before all others. */
export function termsByEnd(terms: readonly LockedTerm[]): LockedTerm[] {
  const rank = ({ until }: LockedTerm): number => (until === null ? Number.POSITIVE_INFINITY : Date.parse(until));
  return [...terms].sort((left, right) => (rank(left) === rank(right) ? 0 : rank(right) - rank(left)));
}
