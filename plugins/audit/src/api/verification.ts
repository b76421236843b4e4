import { z } from 'zod';

const instant = z.union([z.date(), z.iso.datetime()]);
const wholeNumber = z.union([z.bigint(), z.int()]);

/** Outcome of a verification of the audit log (审计日志校验). */
export const verificationAnswer = z
  .strictObject({
    ok: z.boolean(),
    firstBroken: z
      .strictObject({
        kind: z.enum(['changed', 'missing', 'added', 'chain', 'seal', 'unsealed']),
        block: wholeNumber.nullable(),
        seq: wholeNumber.nullable(),
        entry: z
          .strictObject({
            recordedAt: instant,
            actorName: z.string(),
            action: z.string(),
            subjectKind: z.string(),
            subjectId: z.string(),
          })
          .nullable()
          .meta({ description: '该记录现在的内容；已不在则为空 · what the row tells now; null where it is gone' }),
      })
      .optional(),
    sealedUntil: instant.nullable().meta({ description: '已封存至 · everything up to here is sealed' }),
    blocks: z.int(),
    rows: z.int(),
    head: z
      .strictObject({ block: wholeNumber, hash: z.string() })
      .nullable()
      .meta({ description: '链尾，请另行抄存 · end of the chain; note it outside of the system' }),
  })
  .meta({ id: 'AuditVerification' });

export const verifyBody = z.strictObject({
  anchors: z
    .array(z.strictObject({ block: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }))
    .max(1_000)
    .default([])
    .meta({ description: '以前抄存的链尾 · ends of the chain noted earlier' }),
});
