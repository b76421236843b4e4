import type { Seed } from '@linggong/studio';

/** Procedure for trades (交易管理制度, R1.7). */
export const tradeProcedure: Seed = {
  kind: 'procedure',
  key: 'trades.management',
  name: { zh: '交易管理制度', en: 'Procedure for trades' },
  description: {
    zh: '批次、支付、退回和对账的管理要求（R1.7）。',
    en: 'What holds for batches, payments, returns and reconciliation (R1.7).',
  },
  content: {
    area: 'trades',
    purpose: {
      zh: '确保资金专款专用、每笔支付有真实业务依据，差错可追溯。',
      en: 'Money is used for what it was deposited for, every payment stands on real work, and mistakes can be traced.',
    },
    basis: {
      zh: '非银行支付机构监督管理条例；共享经济灵活用工平台管理规范',
      en: 'Regulation on non-bank payment institutions; Hunan standard on managing flexible-employment platforms',
    },
    binds: ['operator', 'finance-officer', 'finance-approver', 'risk-officer', 'tax-officer', 'institution-manager'],
    acknowledgeDays: 7,
    reviewBy: '2027-11-30',
    sections: [
      {
        id: '1',
        heading: { zh: '预存款', en: 'Deposits' },
        body: {
          zh: '预存款以银行流水为准入账；无流水依据的小额入账按审批策略办理，次日核对。企业之间的资金不得互相垫付。',
          en: 'Deposits are booked from bank statements; small ones without a line follow the lifecycle policy and are compared the next day. No enterprise pays for another.',
        },
      },
      {
        id: '2',
        heading: { zh: '批次检查', en: 'Checking of batches' },
        body: {
          zh: '批次须通过人员、合同、任务、限额、风险和税务检查；阻断项未处理的行不得发放，不得以拆分规避限额。',
          en: 'A batch passes the checks of people, contracts, tasks, limits, risk and tax; blocked lines are not paid, and nobody splits payments to pass a limit.',
        },
      },
      {
        id: '3',
        heading: { zh: '确认与放款', en: 'Confirmation and release' },
        body: {
          zh: '企业确认后按“结算审批策略”决定是否需要财务审批；审批人不得审批本人录入或确认的批次。',
          en: 'After the enterprise confirmed, the lifecycle policy says whether a finance approver releases; nobody approves what he entered or confirmed.',
        },
      },
      {
        id: '4',
        heading: { zh: '退票与更正', en: 'Returns and corrections' },
        body: {
          zh: '退票当日入账并通知企业；更正一律以红字冲销后重做，不得修改已入账凭证。',
          en: 'Returns are booked on the day and told to the enterprise. Corrections reverse and book anew; nothing booked is changed.',
        },
      },
      {
        id: '5',
        heading: { zh: '对账', en: 'Reconciliation' },
        body: {
          zh: '每日核对银行、账簿和订单三方；差异当日登记，三个工作日内查明。',
          en: 'Bank, books and orders are compared every day; differences are written down on the day and explained within three working days.',
        },
      },
    ],
  },
  cases: [
    {
      name: '适用岗位须在七日内确认',
      input: { role: 'finance-officer', inForceSince: '2026-12-01', day: '2026-12-09' },
      expect: { binds: true, acknowledgeBy: '2026-12-08', late: true },
    },
    {
      name: '不适用的岗位',
      input: { role: 'archivist', inForceSince: '2026-12-01', day: '2026-12-09' },
      expect: { binds: false, late: false },
    },
    {
      name: '到期须复审',
      input: { role: 'finance-officer', inForceSince: '2026-12-01', day: '2027-12-01' },
      expect: { overdueForReview: true },
    },
  ],
};
