import { z } from 'zod';
import { dayText, idNumber, instantOutput, reasonText } from '@linggong/access/api';
import { extraForm } from '@linggong/studio/api';
import { cardStates, identityKinds, realNameStates, vatRoles, workerSources, workerStates } from '../domain';

// Values are checked by the domain, not here: its reasons are better than a pattern's, and none of them quotes a value.
const typed = z.string().max(200);

const cardFields = {
  cardNumber: typed.optional().meta({ description: '银行卡号 · bank card number' }),
  cardHolder: typed.optional().meta({ description: '持卡人 · card holder; the worker himself where not given' }),
  bankName: typed.optional().meta({ description: '开户行 · bank' }),
  bankCode: typed.optional().meta({ description: '联行号 · CNAPS number' }),
};

/** Body of `POST /workers`. */
export const newWorker = z.strictObject({
  name: typed.meta({ description: '姓名 · name' }),
  identityKind: z.enum(identityKinds).optional().meta({ description: '证件类型 · kind of document' }),
  identityNumber: typed.meta({ description: '证件号码 · identity number' }),
  phone: typed.meta({ description: '手机号 · mobile' }),
  address: z.string().max(400).optional().meta({ description: '地址 · address' }),
  ...cardFields,
  taxResident: z.boolean().optional().meta({ description: '是否中国税收居民 · tax resident of China' }),
  vatRole: z.enum(vatRoles).optional().meta({ description: '增值税处理方式 · VAT rule' }),
  agencyFrom: dayText.optional().meta({ description: '涉税代理授权起 · tax agency authorization from' }),
  extra: extraForm.optional(),
  agencyTo: dayText.optional().meta({ description: '涉税代理授权止 · tax agency authorization to' }),
});

/** Body of `POST /workers/{id}/cards`. */
export const newCard = z.strictObject({
  ...cardFields,
  cardNumber: typed,
  replaces: idNumber.optional().meta({ description: '被替换的银行卡 · card given up for this one' }),
});
export type NewCard = z.output<typeof newCard>;

/** Body of `POST /workers/{id}/correct` (更正): at least one of the three, in full. */
export const workerCorrection = z
  .strictObject({
    name: typed.optional(),
    phone: typed.optional(),
    address: z.string().trim().min(1).max(400).optional(),
    reason: reasonText,
  })
  .refine(({ name, phone, address }) => [name, phone, address].some((text) => text !== undefined), {
    params: { zh: '请至少填写一项：姓名、手机号或地址', en: 'give at least one: name, phone or address' },
  });

/** Body of `POST /workers/{id}/agency-authorizations`: 涉税代理授权 (R3.4). */
export const agencyGrant = z.strictObject({ from: dayText, to: dayText.nullable().default(null) });

/** Body of `POST /workers/search`: exactly one of the three, in full. */
export const workerSearch = z
  .strictObject({ identityNumber: typed, phone: typed, cardNumber: typed })
  .partial()
  .refine((body) => Object.values(body).filter((value) => value !== undefined).length === 1, {
    params: {
      zh: '请填写且只填写一项：证件号码、手机号或银行卡号',
      en: 'give exactly one: identity number, phone or card',
    },
  });
export type WorkerSearch = z.output<typeof workerSearch>;

/** Body of `POST /locked-workers/{id}/look`. */
export const lockedLook = z.strictObject({ reason: reasonText });

export const workerActionBody = z.strictObject({ reason: reasonText });

export const cardAnswer = z.strictObject({
  id: idNumber,
  workerId: idNumber,
  cardVersion: z.int(),
  card: z.string().meta({ description: '银行卡号（脱敏） · masked' }),
  holder: z.string().nullable(),
  bankName: z.string().nullable(),
  bankCode: z.string().nullable(),
  state: z.enum(cardStates),
  checkCode: z.string().nullable().meta({ description: '核验存证编号 · evidence code' }),
  checkedAt: instantOutput.nullable(),
  addedAt: instantOutput.nullable(),
  replacedAt: instantOutput.nullable(),
});
export type CardAnswer = z.input<typeof cardAnswer>;

export const workerAnswer = z.strictObject({
  id: idNumber,
  number: z.string(),
  name: z.string().meta({ description: '姓名（脱敏） · masked' }),
  identityKind: z.enum(identityKinds),
  identity: z.string().meta({ description: '证件号码（脱敏） · masked' }),
  phone: z.string().meta({ description: '手机号（脱敏） · masked' }),
  address: z.string().nullable(),
  country: z.string(),
  taxResident: z.boolean(),
  state: z.enum(workerStates),
  stateReason: z.string().nullable().optional(),
  realNameState: z.enum(realNameStates),
  realNameCode: z.string().nullable().meta({ description: '实名核验存证编号 · evidence code' }),
  realNameCheckedAt: instantOutput.nullable(),
  vatRole: z.enum(vatRoles),
  agencyFrom: z.string().nullable(),
  agencyTo: z.string().nullable(),
  source: z.enum(workerSources),
  registeredAt: instantOutput,
  lockedAt: instantOutput.nullable().meta({ description: '注销锁定时间 · when he left and his record was locked' }),
  keepsUntil: instantOutput.nullable().meta({
    description: '法定保存届满日，届时清除 · when the last legal term ends and he is erased; null while unknown',
  }),
  allowedActions: z.array(z.string()),
});
export type WorkerAnswer = z.input<typeof workerAnswer>;

export const workerDetail = workerAnswer.extend({ cards: z.array(cardAnswer).optional() });
