import { z } from 'zod';
import { dayText } from '@linggong/access/api';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });
const count = z.int().nonnegative();

/** `GET /risk-rules`: the last 30 days where no period is named. */
export const rulesQuery = z.strictObject({ from: dayText.optional(), to: dayText.optional() });

/**
 * How a rule did (规则效果): what it stopped, and what became of the cases that it opened, by version of its table. What no table decides – checks,
 * inspections, reports – has no version, and hits as often as the matter was seen.
 */
const ruleFigures = z.strictObject({
  /** Moment and row, such as `line.split-in-batch`. */
  rule: z.string(),
  /** Id of the row. */
  row: z.string(),
  text: text2.nullable(),
  versionId: z.int().nullable(),
  versionNo: z.int().nullable(),
  isInForce: z.boolean(),
  hits: count,
  cases: count,
  confirmed: count,
  falseAlarms: count,
  unclear: count,
  /** Hits in equal parts of the period, twelve at most and a day at least each, the oldest first. */
  trend: z.array(count),
});
export type RuleFigures = z.infer<typeof ruleFigures>;

export const rulesAnswer = z.strictObject({ from: z.string(), to: z.string(), rules: z.array(ruleFigures) });
