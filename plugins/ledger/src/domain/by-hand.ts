import { partsOf, type AccountCode } from './account-codes';
import type { Posting } from './entry';

/** Kind of an entry that two persons of finance booked (调账). */
export const adjustmentKind = 'adjustment';

/**
 * Accounts that are corrected by hand: they mirror a bank, or say what an enterprise and the platform owe each other. All others are the
 * sum of rows of another plugin – taxes, what workers are due, what is due back to them – and would no longer be; those are corrected
 * where the rows are.
 */
const adjustable: ReadonlySet<string> = new Set([
  'bank',
  'deposit',
  'fee',
  'fee-prepaid',
  'fee-receivable',
  'suspense',
]);

export type HandFault =
  | { readonly reason: 'kept-by-business'; readonly account: AccountCode }
  | { readonly reason: 'crossing-enterprises' | 'same-account'; readonly posting: number };

/** The first fault of postings that are to be booked by hand, or undefined where they may be. */
export function handFault(postings: readonly Posting[]): HandFault | undefined {
  for (const [index, { source, destination }] of postings.entries()) {
    const kept = [source, destination].find((code) => !adjustable.has(partsOf(code).kind));
    if (kept !== undefined) return { reason: 'kept-by-business', account: kept };
    if (source === destination) return { reason: 'same-account', posting: index };
  }
  const owners = postings.map(({ source, destination }) => [partsOf(source).owner, partsOf(destination).owner]);
  const enterprises = new Set(owners.flat().filter((owner) => owner !== 'platform'));
  // One entry is one enterprise's, so that its page and its rows are shown to nobody else (二清).
  const crossing = owners.findIndex(([source, destination]) => source !== destination);
  if (enterprises.size > 1 || crossing >= 0) return { reason: 'crossing-enterprises', posting: Math.max(crossing, 0) };
  return undefined;
}

/** An entry of a business is undone by that business: an order by its return, a fee by its plan. Those by hand are undone by hand. */
export function isUndoneByHand(kind: string): boolean {
  return kind === adjustmentKind;
}
