import { dayText, fenOutput, freeText, idNumber, instantOutput, reasonText } from '@linggong/access/api';
import { z } from 'zod';
import { registerStates } from '../../domain/ratings/register-state';

export const creditOutcomes = ['found', 'no-record', 'unanswered'] as const;
export const creditModes = ['interface', 'by-hand'] as const;
export const creditCauses = ['scheduled', 'asked', 'by-hand', 'event'] as const;
/** Where an entry may come from; `national-register` is 国家企业信用信息公示系统, read by a person. */
export const creditSources = [
  'qichacha',
  'tianyancha',
  'tencent-cloud',
  'sandbox',
  'national-register',
  'none',
] as const;

const change = z.strictObject({
  field: z.string(),
  before: z.union([z.string(), z.number(), z.boolean()]),
  after: z.union([z.string(), z.number(), z.boolean()]),
});

export const creditCheckAnswer = z
  .strictObject({
    id: z.int(),
    number: z.string(),
    enterpriseId: z.int(),
    enterpriseNumber: z.string(),
    enterpriseName: z.string(),
    source: z.string(),
    mode: z.enum(creditModes),
    cause: z.enum(creditCauses),
    outcome: z.enum(creditOutcomes),
    providerCode: z.string(),
    costFen: fenOutput,
    registerState: z.enum(registerStates).nullable(),
    nameAgrees: z.boolean().nullable(),
    representativeAgrees: z.boolean().nullable(),
    capital: z.string().nullable(),
    foundedOn: z.string().nullable(),
    dishonest: z.boolean().nullable(),
    abnormal: z.boolean().nullable(),
    lawsuits: z.int().nullable(),
    changes: z.array(change),
    sha256: z.string().nullable(),
    hasEvidence: z.boolean(),
    note: z.string().nullable(),
    checkedBy: z.string(),
    checkedAt: instantOutput,
  })
  .meta({ id: 'CreditCheck' });
export type CreditCheckAnswer = z.infer<typeof creditCheckAnswer>;

/** `POST /enterprises/{id}/register-captures`: what a person saved of a page of the register. */
export const captureAnswer = z.strictObject({ captureId: z.int(), sha256: z.string() });
export type CaptureAnswer = z.infer<typeof captureAnswer>;

/** `POST /enterprises/{id}/credit-captures`: what a person read there; names are not asked for, only whether they agree. */
export const newCapture = z.strictObject({
  captureId: idNumber,
  registerState: z.enum(registerStates).exclude(['unknown']),
  nameAgrees: z.boolean(),
  representativeAgrees: z.boolean(),
  foundedOn: dayText.optional(),
  capital: freeText(200).optional(),
  dishonest: z.boolean(),
  abnormal: z.boolean(),
  lawsuits: z.int().min(0).max(100_000).optional(),
  note: freeText(500).optional(),
});
/** Why the evidence of a check is taken out. */
export const evidenceTaking = z.strictObject({ reason: reasonText });

export type NewCapture = z.infer<typeof newCapture>;
