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
export const id = z.int().positive();
