import { z } from 'zod';
import { consentPurposes } from '@linggong/vault/domain';
import { identityKinds } from '../domain';

const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9 -]{6,20}$/)
  .meta({ description: '手机号 · mobile number' });

const registration = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .meta({
    description: '本次注册的凭据，只交给申请人 · word of this registration, told to who began it and nobody else',
  });

const typed = z.string().max(200);

/** `POST /worker-registrations`. */
export const registrationStart = z.strictObject({ phone });

/** One answer for every telephone number, but for the random word. */
export const registrationStarted = z.strictObject({
  registration,
  minutes: z.int().meta({ description: '验证码有效分钟数 · the code is good for so long' }),
});

/** `POST /worker-registrations/confirm-phone`. */
export const phoneConfirmation = z.strictObject({
  registration,
  code: z
    .string()
    .trim()
    .regex(/^[0-9]{6}$/)
    .meta({ description: '短信验证码 · six digits of the message' }),
});

/** A purpose that the person is asked about, in the words in force. */
export const askedConsent = z.strictObject({
  purpose: z.enum(consentPurposes),
  needed: z.boolean(),
  version: z.int(),
  text: z.strictObject({ zh: z.string(), en: z.string() }),
});
export type AskedConsent = z.output<typeof askedConsent>;

export const phoneConfirmed = z.strictObject({
  consents: z.array(askedConsent),
  minutes: z.int().meta({ description: '完成注册的剩余分钟数 · minutes left to register in' }),
});

/** `POST /worker-registrations/identity`. The telephone number is told once more: none is kept. */
export const identityProof = z.strictObject({
  registration,
  phone,
  consents: z
    .array(z.strictObject({ purpose: z.enum(consentPurposes), version: z.int().min(1) }))
    .max(consentPurposes.length)
    .meta({ description: '逐项同意的处理目的及其文本版本 · what was agreed to, one by one, with the version read' }),
  name: typed.meta({ description: '姓名 · name' }),
  identityKind: z.enum(identityKinds).optional().meta({ description: '证件类型 · kind of document' }),
  identityNumber: typed.meta({ description: '证件号码 · identity number' }),
  taxResident: z.boolean().optional().meta({ description: '是否中国税收居民 · tax resident of China' }),
  address: z.string().max(400).optional().meta({ description: '地址 · address' }),
});
export type IdentityProof = z.output<typeof identityProof>;

export const identityProved = z.strictObject({
  number: z.string().meta({ description: '灵工编号 · number of the worker' }),
  hasAccount: z.boolean().meta({ description: '已有账号，请直接登录 · he has an account already' }),
});

/** `POST /worker-registrations/account`. */
export const ownAccount = z.strictObject({
  registration,
  identifier: z.string().min(1).max(64).meta({ description: '账号 · identifier' }),
  password: z.string().min(1).max(512).meta({ description: '密码 · password' }),
});

export const ownAccountOpened = z.strictObject({ identifier: z.string() });
