import type { Seed } from '@linggong/studio';

/** Key of the plan that inspections of payments are drawn by (抽样方案). */
export const PLAN_KEY = 'risk.payments';

const YUAN = 100;
type ClassName = 'A' | 'B' | 'C' | 'D' | 'E';
const share = (
  id: string,
  zh: string,
  en: string,
  fromFen: number,
  belowFen: number | null,
  rate: string,
  minimum: number,
  classes: readonly ClassName[] = [],
) => ({
  id,
  name: { zh, en },
  classes: [...classes],
  kindsOfWork: [],
  fromFen,
  belowFen,
  rate,
  minimum,
  maximum: 500,
});

/**
 * What is drawn from the first day on: large payments more often, of each stratum some. The policy of classes multiplies these shares
 * (抽查倍数): with its first version half of class E and a fifth of class D.
 */
export const planSeed: Seed = {
  kind: 'sampling-plan',
  key: PLAN_KEY,
  name: { zh: '付款事后抽查', en: 'Inspections of payments' },
  usedBy: { zh: '事后抽查', en: 'Inspections of payments' },
  description: {
    zh: '每期从已付款订单中按企业等级和金额分层随机抽样，逐笔核查并电话回访。',
    en: 'Each period a random sample of paid orders, stratified by class of the enterprise and by amount, is checked one by one, and the payees are called.',
  },
  content: {
    strata: [
      share('weakest', 'E 类企业', 'Class E', 0, null, '0.05', 20, ['E']),
      share('weak', 'D 类企业', 'Class D', 0, null, '0.05', 20, ['D']),
      share('large', '大额', 'Large', 50_000 * YUAN, null, '0.2', 10),
      share('middle', '中额', 'Middle', 5_000 * YUAN, 50_000 * YUAN, '0.03', 10),
      share('small', '小额', 'Small', 0, 5_000 * YUAN, '0.005', 10),
    ],
  },
  cases: [
    {
      name: '各层按比例并不少于下限',
      input: {
        cells: [
          { class: null, kindOfWork: null, amountFen: 60_000 * YUAN, count: 100 },
          { class: null, kindOfWork: null, amountFen: 100, count: 10_000 },
          { class: 'D', kindOfWork: null, amountFen: 100, count: 40 },
        ],
      },
      expect: {
        strata: [
          { id: 'weakest', population: 0, size: 0 },
          { id: 'weak', population: 40, size: 20 },
          { id: 'large', population: 100, size: 20 },
          { id: 'middle', population: 0, size: 0 },
          { id: 'small', population: 10_000, size: 50 },
        ],
        outside: 0,
      },
    },
  ],
};
