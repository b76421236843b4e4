import { dayText, instantOutput, reasonText } from '@linggong/access/api';
import { z } from 'zod';
import { contractKinds, documentStatuses } from '../domain';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256' });

/**
 * `signed-at-service`: the original of an e-signature service, as it was registered; its signatures are not ours to verify.
 * `issued`: a document of figures with a whole seal of ours; the register has contracts only, so the seal itself proves it.
 */
export const sealVerdicts = [
  'intact',
  'signed-at-service',
  'issued',
  'appended',
  'altered',
  'foreign',
  'unregistered',
  'unsealed',
  'broken',
] as const;

const certificate = z.strictObject({
  serial: z.string(),
  subject: z.string(),
  fingerprint: hash,
  origin: z.enum(['generated', 'configured']),
  validTo: instantOutput,
});

/** What anybody who holds the paper may know of a contract: no person, no amount, no enterprise. */
export const publicDocument = z
  .strictObject({
    contractNumber: z.string(),
    kind: z.enum(contractKinds),
    title: text2,
    institution: text2,
    status: z.enum(documentStatuses).meta({ description: '合同状态 · whether the contract is in force today' }),
    validFrom: dayText,
    validTo: dayText.nullable(),
    sealedAt: instantOutput.nullable(),
    level: z.enum(['B-B', 'B-T']).nullable().meta({ description: 'PAdES' }),
    pages: z.int().nullable(),
    textSha256: hash,
    fileSha256: hash.nullable(),
    certificate: certificate.nullable(),
  })
  .meta({ id: 'PublicContractDocument' });

export type PublicDocument = z.input<typeof publicDocument>;

export const codeParams = z.strictObject({
  code: z.string().max(80).meta({ description: '核验码 · the 32 characters on each page, with or without dashes' }),
});

export const codeVerification = z.strictObject({ document: publicDocument }).meta({ id: 'ContractVerificationByCode' });

/** What a receipt or statement of the platform says of itself. */
const issuedSlip = z.strictObject({ title: text2, number: z.string(), madeAt: instantOutput.nullable() });

export const fileAnswer = z
  .strictObject({
    verdict: z.enum(sealVerdicts),
    fileSha256: hash,
    /** Where a time stamp authority told the time (PAdES B-T). */
    timeStamp: z.strictObject({ at: instantOutput, authority: z.string() }).nullable(),
    document: publicDocument.nullable(),
    slip: issuedSlip.nullable().meta({ description: '平台出具的单据 · of `issued` only' }),
  })
  .meta({ id: 'ContractVerificationOfFile' });

export type FileAnswer = z.input<typeof fileAnswer>;

/** Staff say why they need somebody's contract in clear; its own party need not. */
export const downloadBody = z.strictObject({ reason: reasonText.optional() });

export const sealingAnswer = z
  .strictObject({
    waiting: z.int().meta({ description: '已签未封存 · signed and not sealed' }),
    faulty: z.int().meta({ description: '其中封存失败 · among them could not be sealed yet' }),
    faults: z.array(
      z.strictObject({ contractId: z.int(), fault: z.string(), attempts: z.int(), triedAt: instantOutput }),
    ),
    certificate: certificate.nullable(),
    timeStamped: z.boolean(),
  })
  .meta({ id: 'ContractSealing' });
