import { z } from 'zod';

/** A text in both languages of the house, as answers carry it. */
export const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** An amount in fen, a JSON integer at the border. */
export const fen = z.int();
/** An amount that is known only after the quote. */
export const fenOrNull = fen.nullable();
/** `YYYY-MM-DD` in Asia/Shanghai. */
export const day = z.iso.date();
/** ISO 8601 UTC. */
export const instant = z.iso.datetime();
export const instantOrNull = instant.nullable();
/** A row number: int4 in the tables. */
export const id = z.int().positive().max(2_147_483_647);
/** A line's id is batch × 2,000,000 + row, so that it needs no sequence and tells its batch. */
export const lineIdMax = 2_147_483_647 * 2_000_000 + 1_999_999;
export const lineId = z.int().positive().max(lineIdMax);
