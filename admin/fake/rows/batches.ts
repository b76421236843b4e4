import type { BatchRow } from '@linggong/settlement/api';
import { hoursAgo, numberOf } from './at';
import { enterprises } from './enterprises';

/** Payments of each batch that was confirmed. */
export const paymentsOfBatch = 10;

const states = ['completed', 'completed', 'paying', 'quoted', 'quoted'] as const;
const order = ['quoted', 'paying', 'completed'] as const;

/** Batches on their way; the last two wait for their enterprises. */
export const batches = (): BatchRow[] => {
  const owners = enterprises().slice(0, 2);
  return states.map((state, index) => {
    const { id = 1, name = '' } = owners[index % owners.length] ?? {};
    const since = 400 - index * 90;
    const reached = (step: (typeof order)[number], hours: number): string | null =>
      order.indexOf(state) >= order.indexOf(step) ? hoursAgo(since - hours) : null;
    return {
      id: index + 1,
      number: numberOf('PB', index + 1),
      enterpriseId: id,
      enterpriseName: name,
      state,
      fileName: `发放表-${(index + 1).toString()}.xlsx`,
      lineCount: paymentsOfBatch,
      readyCount: paymentsOfBatch,
      blockedCount: 0,
      heldCount: 0,
      excludedCount: 0,
      grossFen: 0,
      netFen: 0,
      quoteVersion: 1,
      quoteExpiresAt: hoursAgo(since - 72),
      uploadedAt: hoursAgo(since),
      confirmedAt: reached('paying', 2),
      releasedAt: reached('paying', 3),
      completedAt: reached('completed', 6),
      awaitsRisk: null,
    };
  });
};
