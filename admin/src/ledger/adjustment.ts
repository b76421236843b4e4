/** Kinds of accounts that are corrected by hand; the server refuses all others (`plugins/ledger/src/domain/by-hand.ts`). */
const adjustable: ReadonlySet<string> = new Set([
  'bank',
  'deposit',
  'fee',
  'fee-prepaid',
  'fee-receivable',
  'suspense',
]);

export function isAdjustable(code: string): boolean {
  return adjustable.has(code.split(':')[0] ?? '');
}

/** The side of this account: debited (借) or credited (贷). */
export type Side = 'debit' | 'credit';

/** A posting between two accounts: the source is credited, the destination debited. */
export function adjustmentOf({
  account,
  other,
  side,
  amountFen,
}: {
  account: string;
  other: string;
  side: Side;
  amountFen: number;
}): { source: string; destination: string; amountFen: number } {
  return side === 'debit'
    ? { source: other, destination: account, amountFen }
    : { source: account, destination: other, amountFen };
}
