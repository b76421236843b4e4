import { z } from 'zod';
import { batchBlockers } from './catalogue/batch-blockers';
import { remedyActions, severities, type CatalogueEntry } from './catalogue/entry';
import { sheetBlockers } from './catalogue/sheet-blockers';
import { taskBlockers } from './catalogue/task-blockers';
import { workerBlockers } from './catalogue/worker-blockers';
import { fen, lineId, text2 } from './texts';

/** Every reason why a line, or a whole batch, cannot be paid yet – with the words and the action that clears it. */
const catalogue = { ...sheetBlockers, ...workerBlockers, ...taskBlockers, ...batchBlockers };

export type BlockerCode = keyof typeof catalogue;
export type LineBlockerCode = Exclude<BlockerCode, keyof typeof batchBlockers>;
export type BatchBlockerCode = keyof typeof batchBlockers;

export const blockerCatalogue: Readonly<Record<BlockerCode, CatalogueEntry>> = catalogue;
// Object.keys forgets the key type; the catalogue is a literal, so its keys are exactly BlockerCode.
export const blockerCodes = Object.keys(catalogue) as [BlockerCode, ...BlockerCode[]];
export const blockerCode = z.enum(blockerCodes);

/** Facts that fill the explanation. Never personal data: they reach logs and exports. */
export const blockerParams = z.record(z.string(), z.union([z.string(), z.number()]));
export type BlockerParams = z.infer<typeof blockerParams>;

/** One reason on one line, or on the batch, ready to show. */
export const blocker = z.strictObject({
  code: blockerCode,
  severity: z.enum(severities),
  title: text2,
  explain: text2,
  remedy: z.strictObject({ action: z.enum(remedyActions), label: text2 }),
  params: blockerParams,
});
export type Blocker = z.infer<typeof blocker>;

/** `GET /settlement-batches/{id}/blockers`: lines grouped by reason, the largest sum first. */
export const blockerGroup = blocker.extend({
  /** Lines that carry this reason; a line with two reasons counts in both groups. */
  count: z.int().nonnegative(),
  /** Sum of the readable amounts of those lines. */
  sumFen: fen,
  /** The first rows of the group. */
  sample: z.array(
    z.strictObject({
      lineId,
      rowNo: z.int().positive(),
      nameMasked: z.string().nullable(),
      amountFen: fen.nullable(),
      explain: text2,
    }),
  ),
});
export type BlockerGroup = z.infer<typeof blockerGroup>;

export const blockerGroups = z.strictObject({ batch: z.array(blocker), groups: z.array(blockerGroup) });
export type BlockerGroups = z.infer<typeof blockerGroups>;
