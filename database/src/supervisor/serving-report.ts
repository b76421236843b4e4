import { z } from 'zod';

/** What the platform process tells its supervisor over the channel once it serves. */
export const servingReport = z.strictObject({
  kind: z.literal('serving'),
  /** Batches that wait for confirmation (待确认批次), newest first. Amounts are fen. */
  waiting: z.array(
    z.strictObject({
      number: z.string(),
      lines: z.int(),
      ready: z.int(),
      blocked: z.int(),
      held: z.int(),
      grossFen: z.int(),
      netFen: z.int(),
    }),
  ),
});

export type ServingReport = z.infer<typeof servingReport>;
