import type { Fen } from '@linggong/core/domain';
import { partsOf, type AccountCode } from './account-codes';

/** Moves a positive amount from a source (credited) to a destination (debited), so that it balances by construction. */
export interface Posting {
  source: AccountCode;
  destination: AccountCode;
  amountFen: Fen;
}

/** Takes a part of an open hold together with the entry, once for each entry's key. */
export interface Capture {
  /** Key of the hold. */
  hold: string;
  amountFen: Fen;
}

/** One transaction to book. */
export interface LedgerEntry {
  /** Idempotency key, unique for ever, such as `order-paid:1042`. The same key with another body is a conflict. */
  key: string;
  /** Kind of business in kebab-case, such as `order-paid`; `reversal` belongs to `reverse`. */
  kind: string;
  /** Event time: when it happened. Record time is the command's. */
  occurredAt: Date;
  /** What it is about, such as `order:1042`, to find it by. */
  reference?: string;
  /** Free words for the voucher; never personal data. */
  memo?: string;
  postings: readonly Posting[];
  capture?: Capture;
}

export type EntryFault =
  | { reason: 'key' | 'kind' | 'no-postings' | 'capture' }
  | { reason: 'amount' | 'same-account' | 'crossing-enterprises'; posting: number };

const KEY_LENGTH_MAX = 200;
const KIND = /^[a-z]+(-[a-z]+)*$/;

/** The first fault of an entry (with the index of the bad posting), or undefined where it may be booked. */
export function entryFault(entry: LedgerEntry): EntryFault | undefined {
  if (entry.key.length === 0 || entry.key.length > KEY_LENGTH_MAX) return { reason: 'key' };
  if (!KIND.test(entry.kind) || entry.kind === 'reversal') return { reason: 'kind' };
  if (entry.postings.length === 0) return { reason: 'no-postings' };
  if (entry.capture && entry.capture.amountFen <= 0n) return { reason: 'capture' };
  for (const [index, posting] of entry.postings.entries()) {
    if (posting.amountFen <= 0n) return { reason: 'amount', posting: index };
    if (posting.source === posting.destination) return { reason: 'same-account', posting: index };
  }
  const [first, ...more] = entry.postings.map(enterprisesOf);
  const crossing = [first, ...more].findIndex((owners) => owners && (owners.length > 1 || owners[0] !== first?.[0]));
  return crossing < 0 ? undefined : { reason: 'crossing-enterprises', posting: crossing };
}

/**
 * Whose an entry is: the enterprise whose accounts each of its postings moves, or null where they are the platform's own. Client money is
 * not ours (二清), and a voucher is shown to its owner whole: one entry is one owner's.
 */
export function enterpriseOf([first]: readonly Posting[]): number | null {
  const owner = first && enterprisesOf(first)[0];
  return owner === undefined ? null : Number(owner);
}

function enterprisesOf({ source, destination }: Posting): string[] {
  const owners = [source, destination].map((code) => partsOf(code).owner);
  return [...new Set(owners)].filter((owner) => owner !== 'platform');
}

/**
 * The text whose SHA-256 is stored beside the key. Record time, actor and trace are left out: a retry an hour later by
 * another worker process is the same entry.
 */
export function entryText(entry: LedgerEntry): string {
  const { key, kind, occurredAt, reference, memo, capture } = entry;
  return JSON.stringify([
    key,
    kind,
    occurredAt.toISOString(),
    reference ?? null,
    memo ?? null,
    capture ? [capture.hold, String(capture.amountFen)] : null,
    entry.postings.map(({ source, destination, amountFen }) => [source, destination, String(amountFen)]),
  ]);
}

/** The same postings the other way round (红字冲销 by a new entry, never by a negative amount). */
export function reversedPostings(postings: readonly Posting[]): Posting[] {
  return postings.map(({ source, destination, amountFen }) => ({
    source: destination,
    destination: source,
    amountFen,
  }));
}
