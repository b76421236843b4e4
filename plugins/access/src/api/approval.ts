import { z } from 'zod';
import { approvalStates } from '../domain/approval';
import { instantOutput, reasonText } from './fields';

/** What an operation answers that waits for a second person (审批): nothing is done yet. */
export const askedAnswer = z
  .strictObject({
    approval: z.strictObject({
      id: z.uuid(),
      state: z.literal('pending'),
      expiresAt: instantOutput.nullable().meta({ description: '逾期自动失效 · void after it' }),
    }),
  })
  .meta({ id: 'ApprovalAsked', description: '已提交审批，尚未生效 · waits for a second person; nothing is done yet' });

export const approvalParams = z.strictObject({ id: z.uuid() });

const view = z.unknown().meta({ description: '脱敏后的内容 · masked' });

/** `GET /approvals/{id}`. */
export const approvalAnswer = z
  .strictObject({
    id: z.uuid(),
    mode: z.enum(['native', 'replay', 'redeem']),
    resource: z.string(),
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    subjectLabel: z.string(),
    state: z.enum(approvalStates),
    makerName: z.string(),
    reason: z.string().nullable(),
    before: view,
    after: view,
    seenSha256: z.string().meta({ description: '所示内容的摘要，决定时原样送回 · sent back with the decision' }),
    deciders: z.array(z.string()),
    askedAt: instantOutput,
    expiresAt: instantOutput.nullable(),
    escalatedAt: instantOutput.nullable(),
    decidedName: z.string().nullable(),
    decidedForName: z.string().nullable().meta({ description: '代谁决定 · for whom, by delegation' }),
    decidedAt: instantOutput.nullable(),
    decisionReason: z.string().nullable(),
    endedAt: instantOutput.nullable(),
    problem: z.unknown().meta({ description: '执行失败的原因 · why it failed' }),
    mayDecide: z.boolean().meta({ description: '当前账号可否决定 · whether the caller may decide it' }),
    decidesFor: z.string().nullable().meta({ description: '将代谁决定 · for whom the caller would decide' }),
    mayReject: z.boolean(),
    mayWithdraw: z.boolean(),
    mayRedeem: z.boolean().meta({ description: '已批准，可凭此执行一次 · approved, to be redeemed once' }),
    mayTakeHalf: z
      .boolean()
      .meta({ description: '当前账号尚可取启用码的一半 · the caller’s half of the set-up code waits' }),
  })
  .meta({ id: 'Approval' });

const seenSha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: '所见内容的摘要 · digest of what was shown' });

/** `POST /approvals/{id}/approve`. */
export const approveBody = z.strictObject({ seenSha256, reason: reasonText.optional() });

/** `POST /approvals/{id}/reject`: whoever refuses says why. */
export const rejectBody = z.strictObject({ seenSha256, reason: reasonText });

export const withdrawBody = z.strictObject({ reason: reasonText.optional() });

/** `POST /me/holder`: who stands behind the account; kept as keyed hashes and masks, the telephone number sealed beside them. */
export const holderBody = z.strictObject({
  identityNumber: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{6,20}$/)
    .meta({ description: '证件号码 · identity number' }),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9]{6,15}$/)
    .meta({ description: '手机号 · mobile number' }),
});

export const holderAnswer = z.strictObject({
  declared: z.boolean(),
  identityMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  confirmed: z.boolean().meta({ description: '已由他人核实 · others have looked at it' }),
});
