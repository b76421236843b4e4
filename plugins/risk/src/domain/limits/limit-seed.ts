import type { Seed } from '@linggong/studio/domain';

const every = { classes: [], kindsOfWork: [], maxCount: null };

/** Key of the limits (限额) that the platform begins with. */
export const limitsKey = 'risk.limits';

/**
 * The limits that the platform works by from its first day (R6.2, R6.3). Five million a year is the line at which a seller has to register
 * for VAT as a general taxpayer; the weak classes of the rating pay little at a time until they have shown themselves.
 */
export const limitSeed: Seed = {
  kind: 'limit-set',
  key: limitsKey,
  name: { zh: '支付限额', en: 'Limits of payments' },
  usedBy: { zh: '批次检查与确认时的限额占用', en: 'Checks of batches, and what a confirmation reserves' },
  description: {
    zh: '单笔、每日、每月、每年的限额，按灵工、企业、业务场景和企业等级；确认批次时占用，取消、失败和退汇时释放。',
    en: 'Limits of one payment, a day, a month and a year by worker, enterprise, kind of work and class; reserved when a batch is confirmed, given back when it is cancelled, fails or returns.',
  },
  content: {
    limits: [
      {
        ...every,
        id: 'worker-year',
        name: { zh: '灵工年度限额', en: 'Worker, a year' },
        subject: 'worker',
        window: 'year',
        maxFen: 500_000_000,
        basis: {
          zh: '增值税一般纳税人登记管理办法：年应税销售额 500 万元',
          en: 'Registration of general VAT payers: 5 million yuan a year',
        },
      },
      {
        ...every,
        id: 'payment-every',
        name: { zh: '单笔限额', en: 'One payment' },
        subject: 'worker',
        window: 'line',
        maxFen: 50_000_000,
        basis: { zh: '平台风险管理制度', en: 'Risk policy of the platform' },
      },
      {
        ...every,
        id: 'payment-d',
        name: { zh: 'D 类企业单笔限额', en: 'One payment, class D' },
        subject: 'worker',
        window: 'line',
        classes: ['D'],
        maxFen: 5_000_000,
        basis: { zh: '平台风险管理制度', en: 'Risk policy of the platform' },
      },
      {
        ...every,
        id: 'payment-e',
        name: { zh: 'E 类企业单笔限额', en: 'One payment, class E' },
        subject: 'worker',
        window: 'line',
        classes: ['E'],
        maxFen: 1_000_000,
        basis: { zh: '平台风险管理制度', en: 'Risk policy of the platform' },
      },
      {
        ...every,
        id: 'enterprise-month-c',
        name: { zh: 'C 类企业月度限额', en: 'Enterprise of class C, a month' },
        subject: 'enterprise',
        window: 'month',
        classes: ['C'],
        maxFen: 5_000_000_000,
        basis: { zh: '平台风险管理制度', en: 'Risk policy of the platform' },
      },
      {
        ...every,
        id: 'enterprise-month-d',
        name: { zh: 'D 类企业月度限额', en: 'Enterprise of class D, a month' },
        subject: 'enterprise',
        window: 'month',
        classes: ['D'],
        maxFen: 500_000_000,
        basis: { zh: '平台风险管理制度', en: 'Risk policy of the platform' },
      },
      {
        ...every,
        id: 'enterprise-month-e',
        name: { zh: 'E 类企业月度限额', en: 'Enterprise of class E, a month' },
        subject: 'enterprise',
        window: 'month',
        classes: ['E'],
        maxFen: 100_000_000,
        basis: { zh: '平台风险管理制度', en: 'Risk policy of the platform' },
      },
    ],
  },
  cases: [
    {
      name: '未评级企业适用通用限额',
      input: { class: null, kindOfWork: null },
      expect: { limits: [{ id: 'worker-year' }, { id: 'payment-every' }] },
    },
    {
      name: 'D 类企业从严',
      input: { class: 'D', kindOfWork: null },
      expect: { limits: [{ id: 'worker-year' }, { id: 'payment-d' }, { id: 'enterprise-month-d' }] },
    },
    {
      name: 'E 类企业从严',
      input: { class: 'E', kindOfWork: null },
      expect: { limits: [{ id: 'worker-year' }, { id: 'payment-e' }, { id: 'enterprise-month-e' }] },
    },
  ],
};
