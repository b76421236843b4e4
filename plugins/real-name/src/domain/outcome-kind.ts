/**
 * A vendor's answer in our words. `match`, `mismatch`, `no-record`: the register has spoken (`no-record` still lets the next
 * vendor be asked, whose sources are others). `retryable-error`: the same question may be answered in a moment.
 * `provider-error`: this vendor cannot serve us now (arrears, not opened, limits of the day), another one can. `final-error`:
 * nobody can answer this question as it stands (a malformed name, a card that the issuer lets nobody check).
 */
export const outcomeKinds = [
  'match',
  'mismatch',
  'no-record',
  'retryable-error',
  'provider-error',
  'final-error',
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** True where the register has spoken and nobody else need be asked. */
export function isDecided(kind: OutcomeKind): boolean {
  return kind === 'match' || kind === 'mismatch' || kind === 'final-error';
}

/** True where no register has spoken: the question stays open. */
export function isUnanswered(kind: OutcomeKind): boolean {
  return kind === 'retryable-error' || kind === 'provider-error';
}
