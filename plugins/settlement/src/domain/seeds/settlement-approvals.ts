import type { Seed } from '@linggong/studio';

const basis = { zh: '交易管理制度', en: 'Procedure for trades' };

/** Which steps of settlement wait for a second person (结算审批策略): what held before this could be configured. */
export const settlementApprovals: Seed = {
  kind: 'lifecycle-policy',
  key: 'settlement.approvals',
  name: { zh: '结算审批策略', en: 'Approvals of settlement' },
  usedBy: { zh: '批次放款与入账审批', en: 'Release of batches, and approval of deposits' },
  description: {
    zh: '哪些批次放款、哪些没有银行流水依据的入账须由财务审批。',
    en: 'Which batches a finance approver releases, and which deposits without a line of the bank need a second person.',
  },
  content: {
    steps: [
      {
        id: 'release',
        name: { zh: '批次放款', en: 'Release of a batch' },
        approval: 'above',
        aboveFen: 10_000_000,
        dayAboveFen: 10_000_000,
        basis,
      },
      {
        id: 'deposit-without-line',
        name: { zh: '无流水依据的入账', en: 'Deposit without a line of the bank' },
        approval: 'above',
        aboveFen: 10_000_000,
        dayAboveFen: 10_000_000,
        basis,
      },
    ],
  },
  cases: [
    {
      name: '十万元的批次直接放款',
      input: { step: 'release', amountFen: 10_000_000, dayFen: 0 },
      expect: { approval: false },
    },
    {
      name: '超过一分即须财务审批',
      input: { step: 'release', amountFen: 10_000_001, dayFen: 0 },
      expect: { approval: true },
    },
    {
      name: '当日累计超过十万元须财务审批',
      input: { step: 'release', amountFen: 5_000_000, dayFen: 5_000_001 },
      expect: { approval: true },
    },
    {
      name: '无流水依据的大额入账须第二人',
      input: { step: 'deposit-without-line', amountFen: 10_000_001, dayFen: 0 },
      expect: { approval: true },
    },
  ],
};
