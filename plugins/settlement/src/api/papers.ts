import { monthText } from '@linggong/access/api';
import { z } from 'zod';

/** Receipts in one file: a hundred pages, some seconds of a core beside the requests. */
export const receiptsPerFile = 200;

export const receiptsQuery = z.strictObject({
  part: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .default(1)
    .meta({ description: '第几个文件，每个 200 笔 · which file, 200 receipts each' }),
});

/** This month of Shanghai where none is named. */
export const monthStatementQuery = z.strictObject({ month: monthText.optional() });
