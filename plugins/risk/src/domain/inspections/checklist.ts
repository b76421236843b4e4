import type { Text2 } from '@linggong/core/domain';

export const checkAnswers = ['fits', 'differs', 'missing'] as const;
export type CheckAnswer = (typeof checkAnswers)[number];

/** What is compared for each order that was drawn (事后核查项, R6.3, R8.2). */
export const orderChecks = [
  {
    id: 'agreement',
    text: {
      zh: '协议与登记人员一致，且覆盖付款日',
      en: 'The agreement is with the registered person and covers the payment',
    },
  },
  {
    id: 'business',
    text: { zh: '任务真实，交付与验收资料齐全', en: 'The task is real; delivery and acceptance are on record' },
  },
  {
    id: 'amount',
    text: { zh: '金额与验收、行情相符', en: 'The amount fits the acceptance and what such work costs' },
  },
  {
    id: 'fund',
    text: { zh: '收款账户为本人，资金与业务一致', en: 'The account is his own; money and business agree' },
  },
] as const satisfies readonly { id: string; text: Text2 }[];

export type OrderCheckId = (typeof orderChecks)[number]['id'];
export type OrderCheckAnswers = Readonly<Record<OrderCheckId, CheckAnswer>>;

/** Items of the list where something is wrong. */
export function checkFaults(answers: OrderCheckAnswers): OrderCheckId[] {
  return orderChecks.map(({ id }) => id).filter((id) => answers[id] !== 'fits');
}

export const itemStates = ['open', 'passed', 'found'] as const;
export type ItemState = (typeof itemStates)[number];

export const inspectionStates = ['drawn', 'closed'] as const;
