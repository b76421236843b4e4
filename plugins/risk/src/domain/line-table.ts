import type { Text2 } from '@linggong/core/domain';
import type { DecisionTable, Seed, TableColumn, TableNeeds, TableRow } from '@linggong/studio/domain';
import type { DecisionKind } from './line-facts';

/** Key of the table that decides payments before they are confirmed (kind `decision-table`). */
export const lineTableKey = 'risk.line';

const amount = { role: 'input', type: 'money' } as const;
const count = { role: 'input', type: 'number' } as const;

/** What settlement tells of a payment; the amounts are fen, the fields those of `LineFacts`. */
const facts: readonly TableColumn[] = [
  { ...amount, id: 'amount', field: 'amountFen', label: { zh: '单笔金额', en: 'Amount of the payment' } },
  { ...amount, id: 'month', field: 'monthFen', label: { zh: '本月累计', en: 'Total of the month' } },
  { ...count, id: 'batch-count', field: 'batchCount', label: { zh: '本批次笔数', en: 'Payments in the batch' } },
  {
    ...count,
    id: 'registered-days',
    field: 'registeredDays',
    label: { zh: '注册天数', en: 'Days since registration' },
  },
  {
    ...count,
    id: 'enterprise-count',
    field: 'enterpriseCount',
    label: { zh: '近 90 天付款企业数', en: 'Enterprises that paid in 90 days' },
  },
].map((column) => ({ ...column, required: true }));

const decisionNames: Readonly<Record<DecisionKind, { zh: string; en: string }>> = {
  approve: { zh: '通过', en: 'Approve' },
  review: { zh: '暂缓复核', en: 'Hold for review' },
  decline: { zh: '不予发放', en: 'Decline' },
};

const answers: readonly TableColumn[] = [
  {
    id: 'decision',
    role: 'output',
    field: 'decision',
    label: { zh: '结论', en: 'Decision' },
    type: 'choice',
    required: true,
    choices: Object.entries(decisionNames).map(([value, label]) => ({ value, label })),
  },
  { id: 'reason', role: 'output', field: 'reason', label: { zh: '原因代码', en: 'Code of the reason' }, type: 'text' },
  { id: 'text', role: 'output', field: 'text', label: { zh: '原因', en: 'Reason' }, type: 'text2' },
];

/** What settlement sends, and needs of any table that decides payments. */
export const lineNeeds: TableNeeds = {
  answers: [{ fields: ['decision'], name: { zh: '结论', en: 'Decision' }, values: Object.keys(decisionNames) }],
  facts: facts.map(({ field }) => field),
};

/**
 * The first rows of the house (R6.1, R6.3). A payment above what a natural person plausibly earns by piece work in one go, or a worker
 * who jumps to the line at which he must register as a business, is looked at by a person.
 */
const rows: TableRow[] = [
  {
    id: 'first-day-very-high',
    cells: {
      'registered-days': { below: 1 },
      amount: { above: 10_000_000 },
      decision: 'decline',
      reason: 'first-day-very-high',
      text: {
        zh: '注册当日即收款超过 100,000 元，不予发放',
        en: 'More than 100,000 yuan on the day of registration; not paid',
      },
    },
  },
  {
    id: 'month-above-registration-line',
    cells: {
      month: { above: 41_666_666 },
      decision: 'review',
      reason: 'month-total-high',
      text: {
        zh: '本月累计超过 416,666.66 元（连续 12 个月 500 万元的月均），请核实业务真实性',
        en: 'More than 416,666.66 yuan this month, the monthly share of 5 million in 12 months; verify the business',
      },
    },
  },
  {
    id: 'single-payment-high',
    cells: {
      amount: { above: 20_000_000 },
      decision: 'review',
      reason: 'amount-high',
      text: {
        zh: '单笔超过 200,000 元，请核实成果与单价',
        en: 'A payment above 200,000 yuan; verify the work and its price',
      },
    },
  },
  {
    id: 'new-worker-high',
    cells: {
      'registered-days': { below: 3 },
      amount: { above: 3_000_000 },
      decision: 'review',
      reason: 'new-worker-high',
      text: { zh: '注册不足 3 天即收款超过 30,000 元', en: 'More than 30,000 yuan within three days of registration' },
    },
  },
  {
    id: 'split-in-batch',
    cells: {
      'batch-count': { above: 20 },
      decision: 'review',
      reason: 'split-payments',
      text: {
        zh: '同一批次同一人超过 20 笔，疑似拆分',
        en: 'More than 20 payments to one person in one batch; possibly split',
      },
    },
  },
];

/** The table that decides until an operator puts another version in force. */
export const lineTable: DecisionTable = {
  hitPolicy: 'first',
  columns: [...facts, ...answers],
  rows,
  otherwise: { decision: 'approve', reason: 'none' },
};

/** The rows of the first day with their words, as those are called that somebody may be let off. */
export const lineRules: readonly { readonly id: string; readonly text: Text2 }[] = rows.flatMap(
  ({ id, cells: { text } }) => (typeof text === 'object' && 'zh' in text ? [{ id, text }] : []),
);

const ordinary = { amountFen: 312_000, monthFen: 312_000, batchCount: 1, registeredDays: 90, enterpriseCount: 1 };

/** 风控：发放前逐笔判定. */
export const lineSeed: Seed = {
  kind: 'decision-table',
  key: lineTableKey,
  name: { zh: '发放前逐笔判定', en: 'Decision on each payment' },
  description: {
    zh: '结算批次确认前，对每一笔款项作出通过、暂缓复核或不予发放的判定。',
    en: 'Decides each payment of a settlement batch before it is confirmed: approved, held for review, or declined.',
  },
  content: JSON.parse(JSON.stringify(lineTable)) as Seed['content'],
  cases: [
    { name: '普通款项通过', input: ordinary, expect: { answer: { decision: 'approve', reason: 'none' } } },
    {
      name: '单笔 200,000 元整通过',
      input: { ...ordinary, amountFen: 20_000_000, monthFen: 20_000_000 },
      expect: { answer: { decision: 'approve' } },
    },
    {
      name: '单笔超过 200,000 元暂缓',
      input: { ...ordinary, amountFen: 20_000_001, monthFen: 20_000_001 },
      expect: { rows: ['single-payment-high'], answer: { decision: 'review' } },
    },
    {
      name: '本月累计超过月均线暂缓',
      input: { ...ordinary, monthFen: 41_666_667 },
      expect: { answer: { decision: 'review', reason: 'month-total-high' } },
    },
    {
      name: '注册当日大额不予发放',
      input: { ...ordinary, registeredDays: 0, amountFen: 10_000_001, monthFen: 10_000_001 },
      expect: { answer: { decision: 'decline' } },
    },
    {
      name: '新人大额暂缓',
      input: { ...ordinary, registeredDays: 2, amountFen: 3_000_001, monthFen: 3_000_001 },
      expect: { answer: { decision: 'review', reason: 'new-worker-high' } },
    },
    {
      name: '同批次超过 20 笔暂缓',
      input: { ...ordinary, batchCount: 21 },
      expect: { answer: { decision: 'review', reason: 'split-payments' } },
    },
  ],
};
