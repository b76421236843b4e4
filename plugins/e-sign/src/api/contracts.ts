import { dayText, idNumber, instantOutput, listQuery, pageOf, reasonText } from '@linggong/access/api';
import { z } from 'zod';
import { contractActions, contractKinds, contractStates } from '../domain';

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: '全文 SHA-256 · sha256 of the full text' });

export const contractAnswer = z
  .strictObject({
    id: z.int(),
    number: z.string(),
    kind: z.enum(contractKinds),
    templateCode: z.string(),
    templateVersion: z.int(),
    templateVersionId: z.int().nullable().meta({ description: '配置版本 · version of the configuration' }),
    enterpriseId: z.int().nullable(),
    enterpriseName: z.string().nullable(),
    workerId: z.int().nullable(),
    workerName: z.string().nullable().meta({ description: '脱敏姓名 · masked name' }),
    scenarios: z.array(z.string()).nullable(),
    validFrom: dayText,
    validTo: dayText.nullable(),
    state: z.enum(contractStates),
    stateReason: z.string().nullable(),
    sentAt: instantOutput.nullable(),
    signedAt: instantOutput.nullable(),
    revokedAt: instantOutput.nullable(),
    consentMethod: z.string().nullable(),
    textSha256: hash,
    allowedActions: z.array(z.enum(contractActions)),
  })
  .meta({ id: 'Contract' });

export type ContractAnswer = z.output<typeof contractAnswer>;

export const contractPage = pageOf(contractAnswer);

export const contractQuery = listQuery.extend({
  kind: z.enum(contractKinds).optional(),
  state: z.enum(contractStates).optional(),
  workerId: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .optional(),
  enterpriseId: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .optional(),
});

export const contractTextAnswer = z
  .strictObject({ text: z.string(), sha256: hash, masked: z.boolean() })
  .meta({ id: 'ContractText' });

/** The signer says which text he read; another text is refused. A code says that he holds the phone. */
export const signBody = z.strictObject({
  textSha256: hash,
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .meta({ description: '短信验证码 · code sent by message' }),
});

export const revokeBody = z.strictObject({ reason: reasonText });

/** The template's English name decides who signs; a cooperation agreement goes to the enterprise itself. */
export const sendBody = z
  .strictObject({
    template: z.enum(contractKinds),
    enterpriseId: idNumber.optional(),
    workerIds: z.array(idNumber).min(1).max(20_000).optional(),
    scenarios: z
      .array(z.string().regex(/^(\*|[a-z][a-z0-9-]{0,39})$/))
      .min(1)
      .max(50)
      .optional(),
    validFrom: dayText,
    validTo: dayText.optional(),
  })
  .meta({ id: 'NewContractBatch' });

export type SendBody = z.output<typeof sendBody>;

/** Contracts whose papers are in one scan. */
export const scannedContractsMax = 500;

/** Text fields of the form beside its `file`: the scan of the signed papers. */
export const signaturesForm = z.strictObject({
  contractIds: z
    .string()
    .meta({ description: `合同编号JSON列表，最多${scannedContractsMax}个 · JSON list of contract ids` }),
});

export const scannedContracts = z.array(idNumber).min(1).max(scannedContractsMax);

export const batchPlaced = z.strictObject({ batchId: z.int(), jobId: z.uuid() }).meta({ id: 'ContractBatchPlaced' });

export const batchAnswer = z
  .strictObject({
    id: z.int(),
    act: z.enum(['send', 'sign', 'request']),
    total: z.int(),
    done: z.int(),
    refused: z.int(),
    reasons: z.record(z.string(), z.strictObject({ count: z.int(), zh: z.string(), en: z.string() })),
    jobId: z.string().nullable(),
  })
  .meta({ id: 'ContractBatch' });
