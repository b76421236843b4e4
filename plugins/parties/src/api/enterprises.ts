import { z } from 'zod';
import { idNumber, instantOutput, reasonText } from '@linggong/access/api';
import { criteriaJudged, extraForm } from '@linggong/studio/api';
import { applicationFields, enterpriseStates, verificationStates } from '../domain';

const text = (longest: number) => z.string().trim().min(1).max(longest);

/** The rate of urban maintenance tax goes by where the tax office sits: city 7 %, county or town 5 %, elsewhere 1 %. */
export const urbanMaintenanceRate = z
  .enum(['0.07', '0.05', '0.01'])
  .meta({ description: '城建税税率 · rate of urban maintenance tax' });

const details = {
  legalRepresentative: text(60).meta({ description: '法定代表人 · legal representative' }),
  contactName: text(60).meta({ description: '联系人 · contact' }),
  contactPhone: text(40).meta({ description: '联系电话 · mobile of the contact' }),
  registeredAddress: text(200).meta({ description: '注册地址 · registered address' }),
  businessScope: text(4000).meta({ description: '经营范围 · business scope' }),
  industry: text(60).meta({ description: '行业 · industry' }),
  bankName: text(100).meta({ description: '对公账户开户行 · bank of the corporate account' }),
  bankCode: text(20).meta({ description: '联行号 · CNAPS number' }),
  bankAccount: text(40).meta({ description: '对公账户账号 · corporate account' }),
  urbanMaintenanceRate,
};

/** Body of `POST /enterprises`: a draft needs name and credit code, the rest may follow before `submit`. */
export const newEnterprise = z
  .strictObject({
    name: text(120).meta({ description: '企业名称 · name' }),
    uscc: text(40).meta({ description: '统一社会信用代码 · unified social credit code' }),
    ...details,
    extra: extraForm,
  })
  .partial()
  .required({ name: true, uscc: true });
export type NewEnterprise = z.output<typeof newEnterprise>;

/** Body of `PATCH /enterprises/{id}`: the fields to change, while it is a draft or was rejected; of the handler at any time. */
export const enterpriseChange = z.strictObject({ name: text(120), ...details }).partial();
export type EnterpriseChange = z.output<typeof enterpriseChange>;

/** Body of `POST /enterprises/{id}/{action}`. `reason` is required by reject, suspend and offboard. */
export const enterpriseActionBody = z.strictObject({ reason: reasonText.optional() }).default({});

/** Body of approve and reject: to approve, every mandatory criterion is judged and holds; to reject, one that does not is named (R2.6). */
export const enterpriseDecisionBody = z
  .strictObject({ reason: reasonText.optional(), criteria: criteriaJudged.default([]) })
  .default({ criteria: [] });

/** Body of `POST /enterprises/{id}/reviews`, the regular re-check (定期复核): every mandatory criterion is judged, what does not hold explained. */
export const enterpriseReviewBody = z.strictObject({ reason: reasonText.optional(), criteria: criteriaJudged });

const masked = z.string().nullable();

export const enterpriseAccountAnswer = z.strictObject({
  id: idNumber,
  enterpriseId: idNumber,
  subAccountNumber: z.string(),
  bankName: masked,
  bankCode: masked,
  state: z.enum(['open', 'closed']),
  openedAt: instantOutput.nullable(),
});
export type EnterpriseAccountAnswer = z.input<typeof enterpriseAccountAnswer>;

export const enterpriseAnswer = z.strictObject({
  id: idNumber,
  number: z.string(),
  name: z.string(),
  uscc: z.string(),
  state: z.enum(enterpriseStates),
  stateReason: z.string().nullable().optional(),
  verification: z.enum(verificationStates).meta({ description: '企业认证状态 · check against the register' }),
  verificationCode: z.string().nullable().meta({ description: '认证存证编号 · evidence code' }),
  legalRepresentative: masked,
  contactName: masked.optional(),
  contactPhone: masked.optional(),
  registeredAddress: z.string().nullable(),
  businessScope: z.string().nullable(),
  industry: z.string().nullable(),
  bankName: z.string().nullable(),
  bankCode: z.string().nullable(),
  bankAccount: masked,
  urbanMaintenanceRate: z.string().nullable(),
  allowedActions: z.array(z.string()).meta({ description: '当前可执行的操作 · actions allowed now' }),
  changeableFields: z
    .array(z.enum(applicationFields))
    .meta({ description: '当前可修改的资料 · fields that may be changed now' }),
  account: enterpriseAccountAnswer.nullable().optional(),
  submittedAt: instantOutput.nullable(),
  approvedAt: instantOutput.nullable(),
  signedAt: instantOutput.nullable(),
  suspendedAt: instantOutput.nullable(),
  offboardedAt: instantOutput.nullable(),
  createdAt: instantOutput,
});
export type EnterpriseAnswer = z.input<typeof enterpriseAnswer>;

export const enterpriseStep = z.strictObject({
  action: z.string(),
  fromState: z.string().nullable(),
  toState: z.string(),
  actor: z.string(),
  reason: z.string().nullable().optional(),
  criterion: z.string().nullable().optional(),
  at: instantOutput,
});
export type EnterpriseStep = z.input<typeof enterpriseStep>;

/** Body of `POST /enterprises/{id}/accounts`: the sub-account that the bank opened. */
export const newEnterpriseAccount = z.strictObject({
  subAccountNumber: z.string().regex(/^[0-9A-Za-z-]{6,40}$/),
  bankName: text(100),
  bankCode: text(20),
});
export type NewEnterpriseAccount = z.output<typeof newEnterpriseAccount>;
