import { z } from 'zod';
import { fen } from './fields';
import { checkTerms } from './terms';
import { termFields } from './written-terms';

/** Amounts of one trial; a batch is tried by uploading it. */
const AMOUNTS_MAX = 1_000;

/** `POST /fee-plans/previews`: terms tried on amounts, as if they were one batch; nothing is kept. */
export const feePreviewRequest = z
  .strictObject({
    ...termFields,
    amountsFen: z.array(fen.positive()).min(1).max(AMOUNTS_MAX),
    /** What the month holds before them. */
    monthVolumeFen: fen.optional(),
    monthFeeFen: fen.optional(),
  })
  .superRefine((preview, context) => checkTerms(preview, context));
export type FeePreviewRequest = z.infer<typeof feePreviewRequest>;

/** What comes of amounts may be more than the most that one amount may be. */
const sumFen = z.int().nonnegative();

const line = z.strictObject({
  amountFen: fen,
  feeFen: fen,
  /** What is the worker's before tax – or his net, where the enterprise bears tax. Null where the fee leaves nothing. */
  workerFen: fen.nullable(),
  /** What the enterprise pays for it: tax that it bears is added by the quote. */
  enterpriseFen: sumFen,
});

export const feePreviewAnswer = z.strictObject({
  lines: z.array(line),
  amountFen: sumFen,
  feeFen: sumFen,
  enterpriseFen: sumFen,
  /** Fee that the month would have to reach, less what it has with these amounts; billed after its end. */
  shortfallFen: fen,
  /** True where the enterprise bears tax: the gross of each worker is found when a batch is quoted. */
  taxOnTop: z.boolean(),
});
export type FeePreviewAnswer = z.infer<typeof feePreviewAnswer>;
