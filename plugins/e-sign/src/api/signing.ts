import { idNumber, instantOutput, listQuery, pageOf } from '@linggong/access/api';
import { z } from 'zod';
import { requestStates, signingMethods } from '../domain';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** What proves a signature; certificates carry no name here. */
export const evidenceAnswer = z
  .strictObject({
    method: z.enum(signingMethods),
    proves: text2.meta({ description: '证明什么、不证明什么 · what it proves and what not' }),
    signedAt: instantOutput,
    textSha256: z.string(),
    fileSha256: z.string().nullable().meta({ description: '已签文件或扫描件 · of the signed file or scan' }),
    sourceSha256: z.string().nullable().meta({ description: '签署前的PDF · of the PDF before signing' }),
    provider: z.string().nullable(),
    flowId: z.string().nullable(),
    certificateSerial: z.string().nullable(),
    certificateIssuer: z.string().nullable(),
    timeStamp: instantOutput.nullable(),
    timeStampSource: z.string().nullable(),
    reportRef: z.string().nullable().meta({ description: '出证报告编号 · number of the evidence report' }),
    recordedAt: instantOutput,
    hasFile: z.boolean(),
  })
  .meta({ id: 'SignerEvidence' });

export type EvidenceAnswer = z.output<typeof evidenceAnswer>;

export const evidenceList = z.strictObject({ items: z.array(evidenceAnswer).max(100) });

export const requestAnswer = z
  .strictObject({
    id: z.int(),
    contractId: z.int(),
    contractNumber: z.string(),
    workerName: z.string().nullable().meta({ description: '脱敏姓名 · masked name' }),
    provider: z.string(),
    state: z.enum(requestStates),
    faultCode: z.string().nullable().meta({ description: '服务方代码 · code of the service' }),
    refusal: z.string().nullable(),
    tries: z.int(),
    reminders: z.int(),
    createdAt: instantOutput,
    openedAt: instantOutput.nullable(),
    expiresAt: instantOutput,
    checkedAt: instantOutput.nullable(),
    endedAt: instantOutput.nullable(),
    canRepeat: z.boolean(),
  })
  .meta({ id: 'SignatureRequest' });

export type RequestAnswer = z.output<typeof requestAnswer>;

export const requestPage = pageOf(requestAnswer);
export const requestQuery = listQuery.extend({ state: z.enum(requestStates).optional() });

/** The service that new requests go to; null where none is configured. */
export const serviceAnswer = z.strictObject({ provider: z.string().nullable() }).meta({ id: 'SignatureService' });

export type ServiceAnswer = z.output<typeof serviceAnswer>;

export const requestsBody = z
  .strictObject({ contractIds: z.array(idNumber).min(1).max(20_000) })
  .meta({ id: 'NewSignatureRequests' });

export const signingCodeAnswer = z
  .strictObject({
    sentTo: z.string().meta({ description: '脱敏手机号 · masked phone' }),
    expiresAt: instantOutput,
    shownCode: z.string().optional().meta({ description: '仅沙箱 · sandbox only' }),
  })
  .meta({ id: 'SigningCodeSent' });

export type CodeAnswer = z.output<typeof signingCodeAnswer>;

export const addressAnswer = z.strictObject({ url: z.string(), provider: z.string() }).meta({ id: 'SigningAddress' });

export const decisionBody = z.strictObject({ decision: z.enum(['signed', 'refused']) });

export const callbackTaken = z.strictObject({ code: z.literal('200'), msg: z.literal('success') });
