import type { Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { adjustmentKind, balanceOf, totalsOf, type Posting } from '../../domain';
import { balances } from '../balances';
import { sha256Hex } from '../literals';
import { bookedEntry } from './entry-rows';

/** Figures as they are shown, by a name that says of what: `balanceFen@deposit:12`, `lineFen@deposit:12>bank:12`. */
type Figures = Record<string, number>;

/** Balances are booked on by everybody; the operation is refused where one does not suffice. */
export const movesByItself = (field: string): boolean => field.startsWith('balanceFen@');

/** What a second person is shown of an adjustment: its postings, and what it makes of each balance (debits − credits). */
export async function shownAdjustment(db: Queryable, postings: readonly Posting[]) {
  const { now, then } = await effectOn(db, postings);
  const accounts = [...totalsOf(postings).keys()];
  return {
    subject: { id: sha256Hex(JSON.stringify(linesOf(postings))), label: accounts.slice(0, 4).join(' ') },
    before: { ...now },
    after: { entryKind: adjustmentKind, ...linesOf(postings), ...then },
  };
}

/** The same of a reversal: the entry, the postings that undo it, and the balances. @throws Problem 404 */
export async function shownReversal(db: Queryable, id: number) {
  const { key, kind, reference, occurredAt, reversedBy, postings } = await bookedEntry(db, id);
  const undone = postings.map(({ source, destination, amountFen }) => ({
    source: destination,
    destination: source,
    amountFen,
  }));
  const { now, then } = await effectOn(db, undone);
  const entry = { entry: key, entryKind: kind, reference, occurredAt: occurredAt.toISOString() };
  return {
    subject: { id, label: key },
    before: { ...entry, reversed: reversedBy !== null, ...now },
    after: { ...entry, reversed: true, ...linesOf(undone), ...then },
  };
}

async function effectOn(db: Queryable, postings: readonly Posting[]): Promise<{ now: Figures; then: Figures }> {
  const changes = totalsOf(postings);
  const standing = await balances(db, { accounts: [...changes.keys()] });
  const now: Figures = {};
  const then: Figures = {};
  for (const { code, balanceFen } of standing) {
    const change = changes.get(code);
    now[`balanceFen@${code}`] = numberOf(balanceFen);
    then[`balanceFen@${code}`] = numberOf(balanceFen + (change ? balanceOf(change) : 0n));
  }
  return { now, then };
}

/** Postings between the same two accounts are one line. */
function linesOf(postings: readonly Posting[]): Figures {
  const lines = new Map<string, Fen>();
  for (const { source, destination, amountFen } of postings) {
    const name = `lineFen@${source}>${destination}`;
    lines.set(name, (lines.get(name) ?? 0n) + amountFen);
  }
  return Object.fromEntries([...lines].map(([name, fen]) => [name, numberOf(fen)]));
}

/** As on the wire: a JSON integer; beyond 2^53 it is a fault, not a rounding. */
function numberOf(fen: Fen): number {
  const number = Number(fen);
  if (!Number.isSafeInteger(number)) throw new RangeError('an amount beyond 2^53 fen is not shown');
  return number;
}
