import { z } from 'zod';
import { TOTALS_MAX } from '../domain/totals-max';
import { fenOutput } from './fields';

const filterValue = z.union([
  z.string().max(200),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string().max(200), z.number()])).max(50),
]);

/** What is to be counted: lists by their names, each with a filter of its own dialect. */
export const totalWishes = z
  .array(z.strictObject({ list: z.string().max(100), filter: z.record(z.string().max(100), filterValue) }))
  .min(1)
  .max(TOTALS_MAX);

export const totalsQuery = z.strictObject({
  lists: z
    .string()
    .max(6_000)
    .meta({ description: `[{"list":"orders","filter":{"state":"paid"}}], 1…${TOTALS_MAX}` }),
});

/** One list, in the order of the question. */
export const listTotal = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('counted'),
    count: z.int(),
    /** There are more than `count`. */
    capped: z.boolean(),
    /** Sums over all rows that the filter leaves, by column. */
    sums: z.record(z.string(), fenOutput),
  }),
  /** The caller may not list it, or there is no such list: the two are not told apart. */
  z.strictObject({ state: z.literal('hidden') }),
  /** It could not be counted in its time; the others stand. */
  z.strictObject({ state: z.literal('failed') }),
]);
export type ListTotal = z.input<typeof listTotal>;

export const totalsAnswer = z.strictObject({ items: z.array(listTotal) });
