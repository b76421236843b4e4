import type { Fen } from '@linggong/core/domain';

/** What stands charged on the payments of one enterprise, of something that the worker owes as a whole. */
export interface ChargedShare {
  readonly enterpriseId: number;
  readonly chargedFen: Fen;
  /** Whether a payment of the enterprise is still live. */
  readonly live: boolean;
  /** Serial of its last live payment. */
  readonly last: number;
}

/**
 * Changes by enterprise that bring what was charged to what is due. Money of two enterprises never mixes (二清, R2.5): what an
 * enterprise without live payments was charged goes back to nothing; too much is taken from the latest payers first, for the
 * last payment of a month carries what the ones before it made due; what is missing falls to the latest.
 */
export function allocateDue(dueFen: Fen, shares: readonly ChargedShare[]): Map<number, Fen> {
  const latestFirst = [...shares].sort((left, right) => right.last - left.last);
  const kept = latestFirst.map(({ live, chargedFen }) => (live && chargedFen > 0n ? chargedFen : 0n));
  let excessFen = kept.reduce((sum, fen) => sum + fen, 0n) - dueFen;
  const changes = new Map<number, Fen>();
  latestFirst.forEach((share, index) => {
    const keptFen = kept[index] ?? 0n;
    const takenFen = !share.live || excessFen > keptFen ? keptFen : excessFen;
    excessFen -= takenFen;
    changes.set(share.enterpriseId, keptFen - takenFen - share.chargedFen);
  });
  return changes;
}
