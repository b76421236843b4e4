import { z } from 'zod';
import { jobStates } from '@linggong/jobs/domain';

const instant = z.union([z.date(), z.iso.datetime()]);
const wholeNumber = z.union([z.bigint(), z.int()]);

const firstBroken = z.strictObject({
  kind: z.enum(['changed', 'missing', 'added', 'chain', 'seal', 'unsealed', 'root', 'archive', 'witness']),
  block: wholeNumber.nullable(),
  seq: wholeNumber.nullable(),
  day: z.string().optional().meta({ description: '不符的日根 · day of a root that does not fit' }),
  month: z.string().optional().meta({ description: '打不开或不符的归档月份 · month of an archive that does not fit' }),
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
});

/** Outcome of a verification of the audit log (审计日志校验). */
export const verificationAnswer = z
  .strictObject({
    id: z.uuid(),
    startedAt: instant,
    finishedAt: instant,
    actorName: z.string(),
    ok: z.boolean(),
    firstBroken: firstBroken.nullable(),
    sealedUntil: instant.nullable().meta({ description: '已封存至 · everything up to here is sealed' }),
    blocks: wholeNumber,
    rows: wholeNumber,
    roots: z.int().meta({ description: '核对过的日根 · signed roots that fit' }),
    head: z
      .strictObject({ block: wholeNumber, hash: z.string() })
      .nullable()
      .meta({ description: '链尾，请另行抄存 · end of the chain; note it outside of the system' }),
  })
  .meta({ id: 'AuditVerification' });

export const verificationList = z.strictObject({ items: z.array(verificationAnswer) });

export const verificationParams = z.strictObject({ id: z.uuid() });

/** A verification under way, or done. */
export const verificationRun = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(jobStates),
    done: z.int().meta({ description: '已校验的记录 · rows verified' }),
    total: z.int(),
    verification: verificationAnswer.nullable(),
  })
  .meta({ id: 'AuditVerificationRun' });

export const verificationStarted = z.strictObject({ id: z.uuid() });

export const verifyBody = z.strictObject({
  anchors: z
    .array(z.strictObject({ block: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }))
    .max(100)
    .default([])
    .meta({ description: '以前抄存的链尾 · ends of the chain noted earlier' }),
});

/** The log at this moment (链与根). */
export const chainAnswer = z
  .strictObject({
    blocks: wholeNumber,
    rows: wholeNumber,
    sealedUntil: instant.nullable(),
    unsealed: wholeNumber.meta({ description: '待封存 · entries that wait for their seal' }),
    oldestUnsealedSeconds: z.number().meta({ description: '最久等待（秒）· longest wait, in seconds' }),
    head: z.strictObject({ block: wholeNumber, hash: z.string() }).nullable(),
    roots: wholeNumber,
    lastRootDay: z.string().nullable(),
    lastVerification: verificationAnswer.nullable(),
  })
  .meta({ id: 'AuditChain' });

/** A signed root of one day (日根). */
export const rootAnswer = z
  .strictObject({
    day: z.string(),
    firstBlock: wholeNumber,
    lastBlock: wholeNumber,
    rows: wholeNumber,
    root: z.string().meta({ description: 'Merkle 根（RFC 6962）· tree head, hex' }),
    keyId: z.string(),
    signedAt: instant,
  })
  .meta({ id: 'AuditRoot' });

/** A month of entries in its archive (归档). */
export const archiveAnswer = z
  .strictObject({
    month: z.string(),
    rows: wholeNumber,
    bytes: wholeNumber,
    sha256: z.string().meta({ description: '归档文件的 SHA-256 · of the archive as it is read back, hex' }),
    root: z.string().meta({ description: '本月记录的 Merkle 根 · tree over the rows of the month, hex' }),
    archivedAt: instant,
    detachedAt: instant.nullable().meta({ description: '移出数据库的时间 · when the rows left the database' }),
  })
  .meta({ id: 'AuditArchive' });

export const archiveList = z.strictObject({ items: z.array(archiveAnswer) });

export const archiveParams = z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) });

const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export const rootQuery = z.strictObject({
  before: day.optional().meta({ description: '此日之前的 · days before this one' }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(366))
    .default(31),
});

export const rootPage = z.strictObject({ items: z.array(rootAnswer) });

export const rootParams = z.strictObject({ day });

/** The exported file of a root: keep it where the platform's administrators cannot reach. */
export const rootFileAnswer = z
  .strictObject({
    day: z.string(),
    signed: z.string().meta({ description: '被签名的文本 · the text that was signed' }),
    signature: z.string().meta({ description: 'Ed25519, base64' }),
    publicKey: z.string().meta({ description: 'SPKI DER, base64' }),
  })
  .meta({ id: 'AuditRootFile' });
