import { problem, type Day, type Month, type Problem } from '@linggong/core/domain';

export function beginsTooEarly(from: Day): Problem {
  return problem(
    409,
    'fee-plan-in-the-past',
    {
      zh: `新方案必须晚于现有方案的生效日 ${from}`,
      en: `A new plan must begin after ${from}, when the latest one begins`,
    },
    { field: 'effectiveFrom' },
  );
}

export const notProposed = (): Problem =>
  problem(409, 'fee-plan-not-proposed', {
    zh: '方案不在待复核状态，请刷新后查看',
    en: 'The plan does not wait for a decision; reload it',
  });

const secondPerson = (zh: string, en: string): Problem => problem(403, 'second-person-needed', { zh, en });

export const ownProposal = (): Problem =>
  secondPerson(
    '不能复核自己提交的方案，请由另一位财务审批处理',
    'Nobody decides about his own proposal; ask another finance approver',
  );

export const ownBill = (): Problem =>
  secondPerson(
    '不能扣收自己出具的账单，请由另一位财务审批处理',
    'Who issued a bill does not settle it; ask another finance approver',
  );

export const reasonMissing = (): Problem =>
  problem(400, 'reason-missing', { zh: '驳回必须填写理由', en: 'A rejection needs a reason' }, { field: 'reason' });

export const monthNotOver = (month: Month): Problem =>
  problem(
    409,
    'month-not-over',
    { zh: `${month} 尚未结束，次月起方可出账`, en: `${month} is not over; it can be billed from the next month on` },
    { field: 'month' },
  );

export const earlierUnbilled = (month: Month): Problem =>
  problem(
    409,
    'earlier-month-unbilled',
    {
      zh: `${month} 有月保底差额尚未出账，请先为该月出账`,
      en: `${month} is short of the minimum of its plan and is not billed; bill it first`,
    },
    { field: 'month', extra: { month } },
  );

export const billExists = (month: Month): Problem =>
  problem(
    409,
    'fee-bill-exists',
    { zh: `该企业 ${month} 或之后的月份已出账`, en: `${month}, or a later month, is billed already` },
    { field: 'month' },
  );

export const billSettled = (): Problem =>
  problem(409, 'fee-bill-settled', { zh: '账单已结清', en: 'The bill is settled already' });

export const settlingNotAsked = (): Problem =>
  problem(
    409,
    'fee-bill-not-asked',
    { zh: '该账单没有待审批的扣收申请', en: 'Nobody asks for the money of this bill' },
    { fix: { zh: '请刷新后查看', en: 'Reload the bill' } },
  );

export const previewTooLarge = (): Problem =>
  problem(
    422,
    'fee-preview-range',
    {
      zh: '金额与服务费合计超过系统上限',
      en: 'The amounts and their fees are beyond the limit of the system together',
    },
    { field: 'amountsFen', fix: { zh: '请分次试算，或减小金额', en: 'Try fewer amounts at once, or smaller ones' } },
  );
