import { addDays, type Day, type Lifecycle } from '@linggong/core/domain';

/** Where the institution speaks of itself (宣传渠道). */
export const materialKinds = ['website', 'social', 'print', 'video', 'other'] as const;
export type MaterialKind = (typeof materialKinds)[number];

export const materialStates = ['registered', 'passed', 'rectifying', 'rectified', 'withdrawn'] as const;
export type MaterialState = (typeof materialStates)[number];

export const materialActions = ['pass', 'fail', 'rectify', 'renew', 'withdraw'] as const;
export type MaterialAction = (typeof materialActions)[number];

/** The life of promotional material (宣传资料, R8.1). The same table stands in `risk.material_moves()`; a test compares the two. */
export const materialLifecycle: Lifecycle<MaterialState, MaterialAction> = {
  name: { zh: '宣传资料', en: 'Promotional material' },
  initial: 'registered',
  states: materialStates,
  transitions: {
    pass: { from: ['registered', 'rectified'], to: 'passed', by: ['risk-officer', 'institution-manager'] },
    fail: { from: ['registered', 'rectified'], to: 'rectifying', by: ['risk-officer', 'institution-manager'] },
    // 整改完成: the last open finding was rectified.
    rectify: { from: ['rectifying'], to: 'rectified', by: ['operator', 'risk-officer'] },
    // 重新送审: it was changed, or its year is over.
    renew: { from: ['passed'], to: 'registered', by: ['operator', 'risk-officer'] },
    withdraw: {
      from: ['registered', 'passed', 'rectifying', 'rectified'],
      to: 'withdrawn',
      by: ['operator', 'risk-officer'],
    },
  },
};

export const findingStates = ['open', 'rectified', 'cleared'] as const;
export type FindingState = (typeof findingStates)[number];

export const itemAnswers = ['yes', 'no', 'not-applicable'] as const;
export type ItemAnswer = (typeof itemAnswers)[number];

/** Days after which what passed is looked at again. */
const REVIEW_DAYS = 365;

/** By when material that passed on a day is reviewed again. */
export function reviewBy(passedOn: Day): Day {
  return addDays(passedOn, REVIEW_DAYS);
}
