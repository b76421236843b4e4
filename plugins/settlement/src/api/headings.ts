import { z } from 'zod';
import { payoutColumns } from './sheet';

/** A heading of one's own sheet, and the column of ours that it is; null: it is left out. */
export const heading = z.strictObject({
  title: z.string().min(1).max(100).meta({ description: '表头 · heading as it stands in the sheet' }),
  column: z
    .enum(payoutColumns.map(({ key }) => key))
    .nullable()
    .meta({ description: '对应的列，null 表示忽略 · column of the payout sheet, null: left out' }),
});

export const headings = z.strictObject({ items: z.array(heading) });
export type Headings = z.infer<typeof headings>;

/** A sheet has at most so many columns that are looked at. */
export const changeHeadingsRequest = z.strictObject({ items: z.array(heading).min(1).max(100) });
