import { holdsPersonalNumber } from '@linggong/core/domain';
import { z } from 'zod';
import { requestKinds, requestStates } from '../domain/data-requests';

const instant = z.union([z.date(), z.iso.datetime()]);
const reason = z.string().trim().min(2).max(500).meta({ description: '理由 · reason' });

/** A request of a person about his own data (个人信息请求), with its steps. */
export const dataRequestAnswer = z
  .strictObject({
    id: z.int(),
    number: z.string(),
    kind: z.enum(requestKinds),
    workerId: z.int(),
    channel: z.enum(['self', 'service']),
    identityShown: z.string().nullable(),
    asked: z.string(),
    state: z.enum(requestStates),
    receivedAt: instant,
    dueOn: z.string(),
    extensionReason: z.string().nullable(),
    outcome: z.string().nullable(),
    refusalBasis: z.string().nullable(),
    endedAt: instant.nullable(),
    hasCopy: z.boolean(),
    lockedAt: instant.nullable().meta({ description: '本人注销锁定时间 · when he left and his record was locked' }),
    keepsUntil: instant
      .nullable()
      .meta({ description: '法定保存届满，届时清除 · when the last legal term ends; null while unknown' }),
    erasedAt: instant.nullable(),
    steps: z.array(z.strictObject({ step: z.string(), actor: z.string(), reason: z.string().nullable(), at: instant })),
  })
  .meta({ id: 'DataRequest' });
export type DataRequestAnswer = z.input<typeof dataRequestAnswer>;

export const newDataRequest = z.strictObject({
  /** Left out by a worker, who asks for himself. */
  workerId: z.int().min(1).max(2_147_483_647).optional(),
  kind: z.enum(requestKinds),
  asked: z.string().trim().min(2).max(500).meta({ description: '请求内容 · what is asked, in his words' }),
  identityShown: z
    .string()
    .trim()
    .min(2)
    .max(200)
    .optional()
    .meta({ description: '代办时如何核实本人 · how he showed who he is, where staff take it' }),
});
export const requestReason = z.strictObject({ reason });
export const requestOutcome = z.strictObject({
  outcome: z.string().trim().min(2).max(500).meta({ description: '答复 · what he is told' }),
});
export const requestRefusal = z.strictObject({
  basis: z
    .string()
    .trim()
    .min(4)
    .max(300)
    // Kept, told and logged as it is written.
    .refine((text) => !holdsPersonalNumber(text), {
      params: { zh: '不能填写证件号码、手机号或银行卡号', en: 'holds no identity, telephone or bank card number' },
    })
    .meta({ description: '法律依据 · the law it stands on' }),
  reason,
});
