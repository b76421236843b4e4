import { z } from 'zod';
import { FEN_MAX, isDay } from '@linggong/core/domain';

export const day = z
  .string()
  .refine(isDay, { params: { zh: '应为真实存在的日期', en: 'must be a real day, YYYY-MM-DD' } });

/** Share of an amount, as decimal text of at most six places: `"0.06"` is 6 %. */
export const rate = z.string().regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/);

export const fen = z.int().nonnegative().max(Number(FEN_MAX));
