/** How long something is kept; exactly one unit. */
export type Term = { readonly years: number } | { readonly days: number };

/** What is counted from before this instant has served its term. Years are years of the calendar, as the law counts them. */
export function cutoffOf(term: Term, at: Date): Date {
  if ('days' in term) return new Date(at.getTime() - term.days * 86_400_000);
  const cutoff = new Date(at);
  cutoff.setUTCFullYear(cutoff.getUTCFullYear() - term.years);
  return cutoff;
}

/** When a term that is counted from an instant is over; the reverse of `cutoffOf`. */
export function endOf(term: Term, from: Date): Date {
  if ('days' in term) return new Date(from.getTime() + term.days * 86_400_000);
  const end = new Date(from);
  end.setUTCFullYear(end.getUTCFullYear() + term.years);
  return end;
}
