import type { Json, Seed, TestCase } from '@linggong/studio';
import { severities, type Severity } from '../cases';

/** Key of the table that looks at a month of payments from one enterprise to one worker (集中、频繁、大额). */
export const CONCENTRATION_KEY = 'risk.concentration';

const YUAN = 100;

/** What is known of a month of payments from one enterprise to one worker; amounts in fen, shares in whole percent. */
export interface PairFacts {
  readonly pairOrders: number;
  readonly pairAmountFen: number;
  readonly pairDays: number;
  readonly largestDayFen: number;
  readonly sharePercent: number;
  readonly payers: number;
}

const inputs: readonly (readonly [
  field: keyof PairFacts,
  id: string,
  zh: string,
  en: string,
  type: 'money' | 'number',
])[] = [
  ['pairOrders', 'pair-orders', '当月笔数', 'Payments in the month', 'number'],
  ['pairAmountFen', 'pair-amount', '当月金额', 'Amount of the month', 'money'],
  ['pairDays', 'pair-days', '当月发放天数', 'Days with a payment', 'number'],
  ['largestDayFen', 'largest-day', '单日最大金额', 'Largest day', 'money'],
  ['sharePercent', 'share', '占企业当月发放比例（%）', 'Share of the enterprise’s month (%)', 'number'],
  ['payers', 'payers', '该灵工当月付款企业数', 'Enterprises that paid the worker', 'number'],
];

const severityWords: Readonly<Record<Severity, { zh: string; en: string }>> = {
  low: { zh: '低', en: 'Low' },
  medium: { zh: '中', en: 'Medium' },
  high: { zh: '高', en: 'High' },
  critical: { zh: '严重', en: 'Critical' },
};

const outputs: readonly Json[] = [
  {
    id: 'severity',
    role: 'output',
    field: 'severity',
    label: { zh: '严重程度', en: 'Severity' },
    type: 'choice',
    choices: severities.map((value) => ({ value, label: severityWords[value] })),
    required: true,
  },
  { id: 'reason', role: 'output', field: 'reason', label: { zh: '理由', en: 'Reason' }, type: 'text2' },
];

interface Row {
  readonly id: string;
  readonly when: Readonly<Record<string, number>>;
  readonly severity: Severity;
  readonly zh: string;
  readonly en: string;
}

const rules: readonly Row[] = [
  {
    id: 'concentrated',
    when: { share: 50, 'pair-amount': 50_000 * YUAN },
    severity: 'high',
    zh: '集中：企业当月一半以上发放给同一人，且超过 5 万元',
    en: 'Concentrated: more than half of the enterprise’s month, and 50,000 yuan or more, went to one person',
  },
  {
    id: 'large',
    when: { 'pair-amount': 100_000 * YUAN },
    severity: 'high',
    zh: '大额：当月向同一人发放 10 万元以上',
    en: 'Large: 100,000 yuan or more to one person in the month',
  },
  {
    id: 'large-day',
    when: { 'largest-day': 50_000 * YUAN },
    severity: 'medium',
    zh: '大额：单日向同一人发放 5 万元以上',
    en: 'Large: 50,000 yuan or more to one person on a day',
  },
  {
    id: 'frequent',
    when: { 'pair-orders': 40 },
    severity: 'medium',
    zh: '频繁：当月向同一人发放 40 笔以上',
    en: 'Frequent: 40 payments or more to one person in the month',
  },
  {
    id: 'daily',
    when: { 'pair-days': 26 },
    severity: 'medium',
    zh: '频繁：几乎每天向同一人发放，疑似雇佣关系',
    en: 'Frequent: one person was paid almost every day, which looks like employment',
  },
  {
    id: 'many-payers',
    when: { payers: 6, 'pair-amount': 10_000 * YUAN },
    severity: 'medium',
    zh: '集中：同一人当月从 6 家以上企业收款',
    en: 'Concentrated: one person was paid by 6 enterprises or more in the month',
  },
];

const quiet: PairFacts = { pairOrders: 1, pairAmountFen: 1, pairDays: 1, largestDayFen: 1, sharePercent: 1, payers: 1 };

function caseOf({ id, when }: Row): TestCase {
  const given = Object.fromEntries(
    inputs.flatMap(([field, column]) => (when[column] === undefined ? [] : [[field, when[column]]])),
  );
  const rows = rules
    .filter((rule) => Object.entries(rule.when).every(([column, from]) => (when[column] ?? 1) >= from))
    .map((rule) => rule.id);
  return { name: `命中 · hits ${id}`, input: { ...quiet, ...given }, expect: { rows } };
}

/** What is looked at after each month from the first day on; operators change it in Studio. Every row that hits counts (R8.5). */
export const concentrationTable: Seed = {
  kind: 'decision-table',
  key: CONCENTRATION_KEY,
  name: { zh: '集中、频繁、大额检查', en: 'Concentrated, frequent and large payments' },
  usedBy: { zh: '每月的集中、频繁、大额检查', en: 'The monthly look at concentrated, frequent and large payments' },
  description: {
    zh: '每月检查上月各企业向每名灵工的发放，命中的立案并要求说明；发票功能提供后同样检查发票。',
    en: 'Looks each month at what every enterprise paid every worker; a hit is a case and asks for an explanation. Invoices follow once there are any.',
  },
  content: {
    hitPolicy: 'collect',
    columns: [
      ...inputs.map(([field, id, zh, en, type]): Json => ({
        id,
        role: 'input',
        field,
        label: { zh, en },
        type,
        required: true,
      })),
      ...outputs,
    ],
    rows: rules.map(({ id, when, severity, zh, en }): Json => ({
      id,
      cells: {
        ...Object.fromEntries(Object.entries(when).map(([column, from]) => [column, { from }])),
        severity,
        reason: { zh, en },
      },
    })),
    otherwise: {},
  },
  cases: [
    { name: '普通发放不命中 · an ordinary month', input: { ...quiet }, expect: { rows: [] } },
    ...rules.map(caseOf),
  ],
};
