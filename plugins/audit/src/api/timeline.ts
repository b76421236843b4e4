import { z } from 'zod';
import { cursorText, entryAnswer, limitText } from './entry';

const wholeNumber = z.union([z.bigint(), z.int()]);

/** An object of the log: its kind as entries name it, and its number. */
export const timelineParams = z.strictObject({
  kind: z
    .string()
    .regex(/^[a-z]+(?:-[a-z]+)*$/)
    .max(40)
    .meta({ description: '对象类别，如 settlement-batch · kind of object' }),
  id: z
    .string()
    .regex(/^[\w.:/-]{1,100}$/)
    .meta({ description: '对象编号 · its number' }),
});

export const timelineQuery = z.strictObject({ limit: limitText, cursor: cursorText });

/** A page of the story of an object (时间线). */
export const timelinePage = z
  .strictObject({
    items: z.array(entryAnswer),
    nextCursor: z.string().optional(),
    objects: z.int().meta({ description: '涉及的对象数 · objects whose entries are told' }),
    isCut: z.boolean().meta({ description: '关联对象过多，只列最近的 · more relatives than are told' }),
  })
  .meta({ id: 'Timeline' });

export const replayQuery = z.strictObject({
  at: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .refine((at) => at.getUTCFullYear() >= 1900 && at.getUTCFullYear() <= 2199)
    .optional()
    .meta({ description: '时刻，默认现在 · instant, now where absent' }),
});

/** The state of an object as the log tells it (状态回放). */
export const replayAnswer = z
  .strictObject({
    at: z.union([z.date(), z.iso.datetime()]),
    entries: z.int(),
    fields: z.array(z.strictObject({ field: z.string(), value: z.unknown(), entryId: wholeNumber })),
    contradictions: z
      .array(z.strictObject({ entryId: wholeNumber, field: z.string(), expected: z.unknown(), found: z.unknown() }))
      .meta({ description: '与前文不符之处 · entries that found another state than was told before' }),
  })
  .meta({ id: 'Replay' });
