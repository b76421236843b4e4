import type { Text2 } from '@linggong/core/domain';
import type { Json, Seed, TableNeeds, TestCase } from '@linggong/studio/domain';
import { featureNamed, features } from '../features';
import { batchColumns } from './batch-facts';
import type { FactColumn } from './fact-column';
import { momentTexts, policyKeyOf, type Moment } from './moments';
import type { Outcome } from './verdict';

/** A row of the first day. */
export interface RuleSeed {
  readonly id: string;
  /** By field: a condition as the cells of a decision table have it. */
  readonly when: Readonly<Record<string, Json>>;
  readonly outcome: Outcome;
  readonly score: number;
  readonly reason: Text2;
  /** Law or policy that the row rests on. */
  readonly basis?: string;
}

const outcomeTexts: Readonly<Record<Outcome, Text2>> = {
  approve: { zh: '通过', en: 'Approve' },
  review: { zh: '复核', en: 'Review' },
  hold: { zh: '挂起', en: 'Hold' },
  decline: { zh: '拒绝', en: 'Decline' },
};

const kebab = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What moments but the batch know beside features, by field. */
const momentFacts: Readonly<Record<string, FactColumn>> = {
  unitPriceFen: { label: { zh: '单价', en: 'Price of the task' }, type: 'money' },
  budgetFen: { label: { zh: '任务预算', en: 'Budget of the task' }, type: 'money' },
  headcount: { label: { zh: '招募人数', en: 'People sought' }, type: 'number' },
  taskDays: { label: { zh: '任务天数', en: 'Days of the task' }, type: 'number' },
};
const factColumns: Readonly<Record<string, FactColumn>> = { ...momentFacts, ...batchColumns };
/** What a moment knows and no table of ours asks for. */
const otherFacts: Readonly<Record<string, Text2>> = { scenario: { zh: '业务场景', en: 'Kind of work' } };

/** What a fact of a moment is called. */
export const factLabel = (field: string): Text2 | undefined => factColumns[field]?.label ?? otherFacts[field];

function columnOf(field: string): Json {
  const fact = factColumns[field];
  if (fact) {
    const { zh, en } = fact.label;
    const choices = fact.choices === undefined ? {} : { choices: fact.choices };
    return { id: kebab(field), role: 'input', field, label: { zh, en }, type: fact.type, ...choices, required: true };
  }
  const feature = featureNamed(field);
  if (feature === undefined) throw new Error(`${field} is no feature`);
  const label = { zh: feature.label.zh, en: feature.label.en };
  return { id: kebab(field), role: 'input', field, label, type: feature.unit === 'fen' ? 'money' : 'number' };
}

const answers: readonly Json[] = [
  {
    id: 'outcome',
    role: 'output',
    field: 'outcome',
    label: { zh: '决定', en: 'Outcome' },
    type: 'choice',
    choices: Object.entries(outcomeTexts).map(([value, { zh, en }]) => ({ value, label: { zh, en } })),
    required: true,
  },
  { id: 'score', role: 'output', field: 'score', label: { zh: '分值', en: 'Score' }, type: 'number' },
  { id: 'reason', role: 'output', field: 'reason', label: { zh: '理由', en: 'Reason' }, type: 'text2' },
];

/** A table in which every row that hits counts: the severest decides, and scores add up. */
export function seedOf(
  moment: Moment,
  description: Text2,
  fields: readonly string[],
  rules: readonly RuleSeed[],
  ordinary: Readonly<Record<string, Json>> = {},
): Seed {
  const { zh, en } = momentTexts[moment];
  const columns = [...fields.map(columnOf), ...answers];
  const rows = rules.map(({ id, when, outcome, score, reason, basis }) => ({
    id,
    ...(basis === undefined ? {} : { basis }),
    cells: {
      ...Object.fromEntries(Object.entries(when).map(([field, condition]) => [kebab(field), condition])),
      outcome,
      score,
      reason: { zh: reason.zh, en: reason.en },
    },
  }));
  const nothing: Readonly<Record<string, Json>> = {
    ...Object.fromEntries(fields.map((field) => [field, 0])),
    ...ordinary,
  };
  const cases: TestCase[] = [
    { name: '没有任何关联 · nothing is tied', input: nothing, expect: { rows: [] } },
    ...rules.map(({ id, when }) => {
      const given = Object.entries(when).map(([field, cell]) => [field, meets(cell, nothing[field])] as const);
      const input = { ...nothing, ...Object.fromEntries(given) };
      return { name: `命中 · hits ${id}`, input, expect: { rows: hitBy(rules, input) } };
    }),
  ];
  return {
    kind: 'decision-table',
    key: policyKeyOf(moment),
    name: { zh: `${zh}风控规则`, en: `Risk rules: ${en.toLowerCase()}` },
    description,
    content: { hitPolicy: 'collect', columns, rows, otherwise: { outcome: 'approve', score: 0 } },
    cases,
  };
}

/** Rows whose conditions a case of the seeds meets: severer rows may hit with milder ones. */
function hitBy(rules: readonly RuleSeed[], input: Readonly<Record<string, Json>>): string[] {
  return rules
    .filter(({ when }) => Object.entries(when).every(([field, cell]) => holds(cell, input[field])))
    .map(({ id }) => id);
}

type Condition = Readonly<Record<string, Json>>;

function conditionIn(cell: Json): Condition {
  if (typeof cell !== 'object' || cell === null || Array.isArray(cell))
    throw new Error('a cell of a seed is a condition');
  // Neither null nor a list: a record.
  return cell as Condition;
}

function holds(cell: Json, value: Json | undefined): boolean {
  const { is, in: listed, from, above, below, to } = conditionIn(cell);
  if (is !== undefined) return value === is;
  if (Array.isArray(listed)) return listed.includes(value);
  const number = Number(value);
  return (
    (from === undefined || number >= Number(from)) &&
    (above === undefined || number > Number(above)) &&
    (below === undefined || number < Number(below)) &&
    (to === undefined || number <= Number(to))
  );
}

/** A value that a condition of the seeds holds for; the ordinary one where it does already. */
function meets(cell: Json, ordinary: Json | undefined): Json {
  if (holds(cell, ordinary)) return ordinary ?? 0;
  const { is, in: listed, from, above } = conditionIn(cell);
  if (is !== undefined) return is;
  if (Array.isArray(listed)) return (listed as readonly Json[])[0] ?? 0;
  if (from !== undefined) return Number(from);
  if (above !== undefined) return Number(above) + 1;
  throw new Error('a condition of a seed is a value, a list or begins with a number');
}

/** What code sends at a moment, and needs of its table. */
export const momentNeeds: TableNeeds = {
  answers: [
    { fields: ['outcome', 'decision'], name: { zh: '决定', en: 'Outcome' }, values: Object.keys(outcomeTexts) },
  ],
  facts: [...features.map(({ name }) => name), ...Object.keys(momentFacts)],
};
