import { z } from 'zod';
import { auditOutcomes } from '../domain/audit-entry';

const instant = z.union([z.date(), z.iso.datetime()]);
const wholeNumber = z.union([z.bigint(), z.int()]);
const word = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);
const instantInput = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((at) => at.getUTCFullYear() >= 1900 && at.getUTCFullYear() <= 2199);

/** An entry of the audit log (审计记录), as its own list and the timelines tell it. */
export const entryAnswer = z
  .strictObject({
    id: wholeNumber.meta({ description: '序号 · sequence number' }),
    recordedAt: instant.meta({ description: '记录时刻 · when it was written' }),
    at: instant.meta({ description: '操作时刻 · when it was done' }),
    actorName: z.string(),
    actorRole: z.string().nullable(),
    sessionId: z.string().nullable(),
    address: z.string().nullable(),
    traceId: z.string(),
    action: z.string(),
    outcome: z.enum(auditOutcomes),
    subjectKind: z.string(),
    subjectId: z.string(),
    count: wholeNumber.meta({ description: '成批操作的条数 · members of a set command' }),
    idsSha256: z.string().nullable(),
    approvalId: z.string().nullable(),
    reason: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'AuditEntry' });

export const entryPage = z.strictObject({ items: z.array(entryAnswer), nextCursor: z.string().optional() });

export const limitText = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(200))
  .default(50)
  .meta({ description: '每页条数，最多 200 · rows a page, at most 200' });

export const cursorText = z
  .string()
  .regex(/^\d{1,18}\.\d{1,18}$/)
  .optional()
  .meta({ description: '上一页给出的游标 · cursor of the last page' });

/** What the log is searched by; all conditions hold at once. */
export const entryQuery = z.strictObject({
  limit: limitText,
  cursor: cursorText,
  from: instantInput.optional().meta({ description: '起，默认为止前 184 天 · 184 days before the end where absent' }),
  until: instantInput.optional().meta({ description: '止（不含），默认现在 · excluded; now where absent' }),
  actor: word.optional().meta({ description: '操作人，如 finance-officer#3 · who' }),
  action: word.optional(),
  outcome: z.enum(auditOutcomes).optional(),
  subjectKind: word.optional(),
  subjectId: word.optional(),
  traceId: word.optional(),
  sessionId: z.uuid().optional(),
  address: word.optional(),
});
