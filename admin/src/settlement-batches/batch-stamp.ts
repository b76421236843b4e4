import type { BatchDetail, BatchProgress, BatchState } from '@linggong/settlement/api';

/** States in which the platform works on the batch by itself. */
const moving: ReadonlySet<BatchState> = new Set(['uploaded', 'checking', 'released', 'paying']);

/**
 * How often the open page asks for its batch, in milliseconds. A quote is confirmed and a confirmed batch released by
 * another person: buttons that his act has taken away must not stand for long. The end is the end.
 */
export function pollEvery(state: BatchState | undefined): number | false {
  if (state === undefined || state === 'completed' || state === 'cancelled') return false;
  return moving.has(state) ? 1500 : 3000;
}

/** Everything below the batch is asked anew when its state, quote or counts change: the stamp is part of the key. */
export function stampOf({
  state,
  quoteVersion,
  counts,
}: Pick<BatchDetail, 'state' | 'quoteVersion' | 'counts'>): string {
  return [state, quoteVersion, counts.ready, counts.blocked, counts.held, counts.excluded].join('-');
}

/** The stamp with the orders by state: payments move while the batch stays `paying`, and come back after it is done. */
export function changesOf(batch: Pick<BatchDetail, 'state' | 'quoteVersion' | 'counts' | 'orders'>): string {
  const orders = Object.entries(batch.orders ?? {}).map(([state, { count }]) => `${state}${count.toString()}`);
  return [stampOf(batch), ...orders].join('-');
}

/** The batch as far as the stream has told of it; its figures and buttons are as they were read. */
export function withProgress(batch: BatchDetail, told: BatchProgress): BatchDetail {
  const { state, quoteVersion, counts, orders, stages } = told;
  return { ...batch, state, quoteVersion, counts, orders, progress: { ...batch.progress, stages } };
}
