import { z } from 'zod';
import { dayText, instantOutput } from '@linggong/access/api';
import { json, text2 } from './fields';

const pair = z
  .strictObject({
    before: z.string(),
    after: z.string(),
    changed: z.boolean(),
    count: z.int(),
    amountFen: z.int(),
  })
  .meta({ id: 'DecisionPair', description: '由什么变为什么，各多少 · how many went from one decision to another' });

const example = z
  .strictObject({
    label: z.string(),
    link: z.string().optional(),
    before: json,
    after: json,
    trace: z.array(text2),
    amountFen: z.int().optional(),
  })
  .meta({ id: 'DecisionExample', description: '差异示例 · one that is decided otherwise' });

/** `POST …/replays`: days of a past period, both included. */
export const replayBody = z.strictObject({ from: dayText, to: dayText });
export const replayStarted = z.strictObject({ job: z.uuid() });

/** The newest replay of a version (回放). */
export const replayAnswer = z.strictObject({
  id: z.int(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  isCurrent: z.boolean().meta({ description: '是否针对当前内容 · whether it was made for the content as it stands' }),
  against: z
    .strictObject({ id: z.int(), versionNo: z.int() })
    .nullable()
    .meta({ description: '对照的版本（当时生效） · the version in force that it was compared with' }),
  from: dayText,
  to: dayText,
  source: text2,
  job: z.uuid().nullable(),
  askedAt: instantOutput,
  askedBy: z.string(),
  finishedAt: instantOutput.nullable(),
  total: z.int(),
  compared: z.int(),
  changed: z.int(),
  changedFen: z.int(),
  unfit: z.int().meta({ description: '新版本无法判断的数量 · what the version cannot be asked' }),
  unfitExamples: z.array(z.string()),
  pairs: z.array(pair),
  examples: z.array(example),
  rowsHit: z.record(z.string(), z.int()),
});

/** What a scheduled version decided beside the one in force (影子运行), newest day first. */
export const shadowAnswer = z.strictObject({
  from: dayText,
  days: z.array(
    z.strictObject({
      day: dayText,
      compared: z.int(),
      changed: z.int(),
      pairs: z.array(pair),
      examples: z.array(example),
    }),
  ),
});
