import type { Tx } from '@linggong/core';
import { visitMissing } from './visit-problems';
import { visitStanding } from './visit-rows';

/**
 * An application that expects so much a month that its criteria ask for a visit passes only after a visit of this application passed.
 * @throws Problem 409 `site-visit-missing`
 */
export async function demandVisit(tx: Tx, enterpriseId: number): Promise<void> {
  const { asked, isVisited } = await visitStanding(tx, enterpriseId);
  if (asked.length > 0 && !isVisited) throw visitMissing(asked);
}
