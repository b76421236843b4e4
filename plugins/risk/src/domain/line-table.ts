import type { Text2 } from '@linggong/core/domain';

/** One row of the decision table: the first whose conditions all hold decides. */
export interface RiskRule {
  id: string;
  /** Conditions by fact, as zen unary expressions (`> 5000000`); a fact that is not named may be anything. */
  when: Partial<Record<'amountFen' | 'monthFen' | 'batchCount' | 'registeredDays' | 'enterpriseCount', string>>;
  decision: 'approve' | 'review' | 'decline';
  reason: string;
  /** What an operator reads beside a held line. */
  text: Text2;
}

/**
 * The first table of the house (R6.1, R6.3). Amounts are fen. A payment above what a natural person plausibly earns by
 * piece work in one go, or a worker who jumps to the line at which he must register as a business, is looked at by a person.
 */
export const lineRules: readonly RiskRule[] = [
  {
    id: 'first-day-very-high',
    when: { registeredDays: '< 1', amountFen: '> 10000000' },
    decision: 'decline',
    reason: 'first-day-very-high',
    text: {
      zh: '注册当日即收款超过 100,000 元，不予发放',
      en: 'More than 100,000 yuan on the day of registration; not paid',
    },
  },
  {
    id: 'month-above-registration-line',
    when: { monthFen: '> 41666666' },
    decision: 'review',
    reason: 'month-total-high',
    text: {
      zh: '本月累计超过 416,666.66 元（连续 12 个月 500 万元的月均），请核实业务真实性',
      en: 'More than 416,666.66 yuan this month, the monthly share of 5 million in 12 months; verify the business',
    },
  },
  {
    id: 'single-payment-high',
    when: { amountFen: '> 20000000' },
    decision: 'review',
    reason: 'amount-high',
    text: {
      zh: '单笔超过 200,000 元，请核实成果与单价',
      en: 'A payment above 200,000 yuan; verify the work and its price',
    },
  },
  {
    id: 'new-worker-high',
    when: { registeredDays: '< 3', amountFen: '> 3000000' },
    decision: 'review',
    reason: 'new-worker-high',
    text: { zh: '注册不足 3 天即收款超过 30,000 元', en: 'More than 30,000 yuan within three days of registration' },
  },
  {
    id: 'split-in-batch',
    when: { batchCount: '> 20' },
    decision: 'review',
    reason: 'split-payments',
    text: {
      zh: '同一批次同一人超过 20 笔，疑似拆分',
      en: 'More than 20 payments to one person in one batch; possibly split',
    },
  },
];

const factNames = ['amountFen', 'monthFen', 'batchCount', 'registeredDays', 'enterpriseCount'] as const;

/** The table is put to each element of `lines`, and answers as many: one call of the engine for a thousand payments. */
const eachLine = { executionMode: 'loop', inputField: 'lines', outputPath: 'lines', passThrough: false } as const;

/** The rules as a GoRules JDM graph (input → decision table → output) with hit policy `first` and approval as the last row. */
export function lineTableGraph(rules: readonly RiskRule[]): object {
  const inputs = factNames.map((field) => ({ id: `in-${field}`, name: field, field }));
  const outputs = ['decision', 'ruleId', 'reason'].map((field) => ({ id: `out-${field}`, name: field, field }));
  const row = (rule: Pick<RiskRule, 'id' | 'when' | 'decision' | 'reason'>): Record<string, string> => ({
    _id: rule.id,
    ...Object.fromEntries(factNames.map((field) => [`in-${field}`, rule.when[field] ?? ''])),
    'out-decision': JSON.stringify(rule.decision),
    'out-ruleId': JSON.stringify(rule.id),
    'out-reason': JSON.stringify(rule.reason),
  });
  const approval = { id: 'approval', when: {}, decision: 'approve', reason: 'none' } as const;
  return {
    nodes: [
      { id: 'input', type: 'inputNode', name: 'facts', position: { x: 0, y: 0 } },
      {
        id: 'table',
        type: 'decisionTableNode',
        name: 'lines',
        position: { x: 200, y: 0 },
        content: { ...eachLine, hitPolicy: 'first', inputs, outputs, rules: [...rules, approval].map(row) },
      },
      { id: 'output', type: 'outputNode', name: 'decision', position: { x: 400, y: 0 } },
    ],
    edges: [
      { id: 'e1', type: 'edge', sourceId: 'input', targetId: 'table' },
      { id: 'e2', type: 'edge', sourceId: 'table', targetId: 'output' },
    ],
  };
}

/** The words of a reason, for the preview. */
export function reasonText(reason: string): Text2 | undefined {
  return lineRules.find((rule) => rule.reason === reason)?.text;
}
