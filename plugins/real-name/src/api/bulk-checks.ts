import { dayText, idNumber, instantOutput, reasonText } from '@linggong/access/api';
import { realNameStates, workerStates } from '@linggong/parties/domain';
import { z } from 'zod';

/** Whose identities are asked about; a condition that is not given holds for everybody. */
export const bulkFilter = z.strictObject({
  states: z.array(z.enum(workerStates)).min(1).max(workerStates.length).optional(),
  realNameStates: z.array(z.enum(realNameStates)).min(1).max(realNameStates.length).optional(),
  checkedBefore: dayText.optional().meta({ description: '上次核验早于该日 · last answered before this day' }),
});
export type BulkFilter = z.output<typeof bulkFilter>;

/** Body of `POST /real-name-bulk-checks/estimates`. */
export const bulkToEstimate = z.strictObject({ filter: bulkFilter });

export const bulkEstimate = z.strictObject({
  total: z.int(),
  provider: z.string().meta({ description: '首选服务商 · the vendor asked first' }),
  estimateFen: z.union([z.bigint(), z.int()]).meta({ description: '最高费用（分） · cost at most, in fen' }),
  seconds: z.int().nullable().meta({ description: '按限速所需秒数 · seconds by the rate limit; null without one' }),
  days: z
    .int()
    .nullable()
    .meta({ description: '按每日费用上限所需天数 · days by the daily cap; null where it allows none' }),
});
export type BulkEstimate = z.input<typeof bulkEstimate>;

/** Body of `POST /real-name-bulk-checks`. */
export const bulkToStart = z.strictObject({ filter: bulkFilter, reason: reasonText });
export const bulkToCancel = z.strictObject({ reason: reasonText });

export const bulkStates = ['waiting', 'running', 'done', 'cancelled'] as const;

export const bulkCheck = z.strictObject({
  id: idNumber,
  state: z.enum(bulkStates),
  filter: z.record(z.string(), z.unknown()),
  total: z.int(),
  estimateFen: z.union([z.bigint(), z.int()]),
  runId: z.uuid().nullable(),
  askedBy: z.string(),
  reason: z.string(),
  createdAt: instantOutput,
  dueAt: instantOutput
    .nullable()
    .meta({ description: '已达每日费用上限，继续的时间 · daily cap reached: when it goes on' }),
  finishedAt: instantOutput.nullable(),
  counts: z.strictObject({
    open: z.int(),
    match: z.int(),
    mismatch: z.int(),
    'no-record': z.int(),
    error: z.int(),
    cancelled: z.int(),
  }),
});
export type BulkCheck = z.input<typeof bulkCheck>;
