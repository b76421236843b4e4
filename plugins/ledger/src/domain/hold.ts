import type { Fen, Lifecycle } from '@linggong/core/domain';

export type HoldState = 'open' | 'captured' | 'released';
export type HoldAction = 'capture' | 'release';

/**
 * The life of a hold (冻结). Both ends are final (blnk #182: a rejected hold could still be committed; #42: late money
 * after a void). A hold may be captured and released in parts; the actions below are its last part.
 */
export const holdLifecycle: Lifecycle<HoldState, HoldAction> = {
  name: { zh: '资金冻结', en: 'hold' },
  initial: 'open',
  states: ['open', 'captured', 'released'],
  transitions: {
    capture: { from: ['open'], to: 'captured', by: 'system' },
    release: { from: ['open'], to: 'released', by: 'system' },
  },
};

export interface HoldTotals {
  amountFen: Fen;
  capturedFen: Fen;
  releasedFen: Fen;
}

/** What is still set aside. */
export function outstandingOf({ amountFen, capturedFen, releasedFen }: HoldTotals): Fen {
  return amountFen - capturedFen - releasedFen;
}

/** State that follows from the totals: open while anything is outstanding; captured if any of it was taken. */
export function holdStateOf(hold: HoldTotals): HoldState {
  if (outstandingOf(hold) > 0n) return 'open';
  return hold.capturedFen > 0n ? 'captured' : 'released';
}
