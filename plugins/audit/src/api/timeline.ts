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

/** A change of a row of the story that went past the application (绕过改动). */
const pastChange = z
  .strictObject({
    no: wholeNumber.meta({ description: '旁证记录号 · number of the record of the witness' }),
    place: z.int(),
    at: z.union([z.date(), z.iso.datetime()]).meta({ description: '提交时间 · when it was committed' }),
    dbUser: z.string().nullable().meta({ description: '数据库用户 · user of the database; null where unknown' }),
    userSource: z.string(),
    application: z.string().nullable(),
    subjectKind: z.string(),
    subjectId: z.string(),
    operation: z.string(),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'PastChange' });
const pastChanges = {
  bypasses: z.array(pastChange).meta({ description: '绕过平台的改动 · what went past the platform, masked' }),
  isBypassCut: z.boolean().meta({ description: '改动过多，只列最近的 · more of it than is told' }),
};

/** A page of the story of an object (时间线). */
export const timelinePage = z
  .strictObject({
    items: z.array(entryAnswer),
    nextCursor: z.string().optional(),
    objects: z.int().meta({ description: '涉及的对象数 · objects whose entries are told' }),
    isCut: z.boolean().meta({ description: '关联对象过多，只列最近的 · more relatives than are told' }),
    ...pastChanges,
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
    fields: z.array(
      z.strictObject({
        field: z.string(),
        value: z.unknown(),
        entryId: wholeNumber.nullable().meta({ description: '依据的审计记录 · entry that told it' }),
        bypassNo: wholeNumber.nullable().meta({ description: '或绕过平台的改动 · or record of the witness' }),
      }),
    ),
    contradictions: z
      .array(z.strictObject({ entryId: wholeNumber, field: z.string(), expected: z.unknown(), found: z.unknown() }))
      .meta({ description: '与前文不符之处 · entries that found another state than was told before' }),
    ...pastChanges,
  })
  .meta({ id: 'Replay' });
