import { z } from 'zod';
import { lineCounts, orderCounts, stageProgress } from './batch';
import { batchState } from './states';
import { instantOrNull } from './texts';

/** What moves of a batch by itself, as `GET /settlement-batches/{id}/events` tells it; whoever sees more has changed reads the batch. */
export const batchProgress = z.strictObject({
  state: batchState,
  quoteVersion: z.int(),
  counts: lineCounts,
  orders: orderCounts.nullable(),
  stages: z.array(stageProgress),
  completedAt: instantOrNull,
});
export type BatchProgress = z.infer<typeof batchProgress>;
