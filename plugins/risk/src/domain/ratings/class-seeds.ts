import type { Json, Seed } from '@linggong/studio/domain';
import { ratingClasses, type RatingClass } from './rate';

/** Key of the table from a score to a class (等级划分). */
export const CLASSES_KEY = 'risk.rating-classes';
/** Key of the policy of a class (等级差异化政策). */
export const POLICY_KEY = 'risk.class-policy';

const from: readonly (readonly [RatingClass, number])[] = [
  ['A', 90],
  ['B', 75],
  ['C', 60],
  ['D', 40],
];

const classColumn = (role: 'input' | 'output'): Json => ({
  id: 'class',
  role,
  field: 'class',
  label: { zh: '等级', en: 'Class' },
  type: 'choice',
  choices: ratingClasses.map((value) => ({ value, label: { zh: `${value} 类`, en: `Class ${value}` } })),
  required: true,
});

export const classesSeed: Seed = {
  kind: 'decision-table',
  key: CLASSES_KEY,
  name: { zh: '企业等级划分', en: 'Classes of enterprises' },
  usedBy: { zh: '企业评级', en: 'Rating of enterprises' },
  description: {
    zh: '评分对应的等级；低于各行分数的为 E 类。',
    en: 'Which class a score is; below all rows it is E.',
  },
  content: {
    hitPolicy: 'first',
    columns: [
      {
        id: 'score',
        role: 'input',
        field: 'score',
        label: { zh: '评分', en: 'Score' },
        type: 'number',
        required: true,
      },
      classColumn('output'),
    ],
    rows: from.map(([name, score]): Json => ({
      id: `class-${name.toLowerCase()}`,
      cells: { score: { from: score }, class: name },
    })),
    otherwise: { class: 'E' },
  },
  cases: [
    { name: '满分为 A · full score', input: { score: 100 }, expect: { answer: { class: 'A' } } },
    { name: '89 分为 B · 89', input: { score: 89 }, expect: { answer: { class: 'B' } } },
    { name: '60 分为 C · 60', input: { score: 60 }, expect: { answer: { class: 'C' } } },
    { name: '59 分为 D · 59', input: { score: 59 }, expect: { answer: { class: 'D' } } },
    { name: '0 分为 E · none', input: { score: 0 }, expect: { answer: { class: 'E' } } },
  ],
};

interface Policy {
  readonly prepayPercent: number;
  readonly samplingFactor: number;
  readonly reviewDepth: 'usual' | 'closer' | 'full';
  readonly releaseFen: number;
  readonly feeTier: 'standard' | 'raised' | 'high';
  readonly recheckDays: number;
}

const YUAN = 100;
const policies: Readonly<Record<RatingClass, Policy>> = {
  A: {
    prepayPercent: 100,
    samplingFactor: 1,
    reviewDepth: 'usual',
    releaseFen: 2_000_000 * YUAN,
    feeTier: 'standard',
    recheckDays: 180,
  },
  B: {
    prepayPercent: 100,
    samplingFactor: 1,
    reviewDepth: 'usual',
    releaseFen: 1_000_000 * YUAN,
    feeTier: 'standard',
    recheckDays: 90,
  },
  C: {
    prepayPercent: 100,
    samplingFactor: 2,
    reviewDepth: 'closer',
    releaseFen: 500_000 * YUAN,
    feeTier: 'standard',
    recheckDays: 60,
  },
  D: {
    prepayPercent: 110,
    samplingFactor: 4,
    reviewDepth: 'full',
    releaseFen: 100_000 * YUAN,
    feeTier: 'raised',
    recheckDays: 30,
  },
  E: { prepayPercent: 120, samplingFactor: 10, reviewDepth: 'full', releaseFen: 0, feeTier: 'high', recheckDays: 15 },
};

const cellsOf = (policy: Policy): Record<string, string | number> => ({
  'prepay-percent': policy.prepayPercent,
  'sampling-factor': policy.samplingFactor,
  'review-depth': policy.reviewDepth,
  'release-fen': policy.releaseFen,
  'fee-tier': policy.feeTier,
  'recheck-days': policy.recheckDays,
});

const choices = (words: Readonly<Record<string, readonly [string, string]>>): Json =>
  Object.entries(words).map(([value, [zh, en]]) => ({ value, label: { zh, en } }));

export const policySeed: Seed = {
  kind: 'decision-table',
  key: POLICY_KEY,
  name: { zh: '等级差异化政策', en: 'Policy of each class' },
  usedBy: {
    zh: '企业评级与按等级执行的预付、放款、抽查',
    en: 'Ratings, and what is done by class: prepayment, release, sampling',
  },
  description: {
    zh: '各等级的预付比例、抽查倍数、审核深度、免复核放款上限、费率档和信用核查间隔；限额见限额配置中的等级。',
    en: 'Prepayment, sampling, depth of review, amount released without a second look, fee tier and days between credit checks, by class; limits stand in the limit sets, by class.',
  },
  content: {
    hitPolicy: 'first',
    columns: [
      classColumn('input'),
      {
        id: 'prepay-percent',
        role: 'output',
        field: 'prepayPercent',
        label: { zh: '预付比例（%）', en: 'Prepayment (%)' },
        type: 'number',
        required: true,
      },
      {
        id: 'sampling-factor',
        role: 'output',
        field: 'samplingFactor',
        label: { zh: '抽查倍数', en: 'Sampling, times' },
        type: 'number',
        required: true,
      },
      {
        id: 'review-depth',
        role: 'output',
        field: 'reviewDepth',
        label: { zh: '审核深度', en: 'Depth of review' },
        type: 'choice',
        choices: choices({ usual: ['常规', 'Usual'], closer: ['加强', 'Closer'], full: ['逐笔', 'Every payment'] }),
        required: true,
      },
      {
        id: 'release-fen',
        role: 'output',
        field: 'releaseFen',
        label: { zh: '免复核放款上限', en: 'Released without a second look' },
        type: 'money',
        required: true,
      },
      {
        id: 'fee-tier',
        role: 'output',
        field: 'feeTier',
        label: { zh: '费率档', en: 'Fee tier' },
        type: 'choice',
        choices: choices({ standard: ['标准', 'Standard'], raised: ['上浮', 'Raised'], high: ['高档', 'High'] }),
        required: true,
      },
      {
        id: 'recheck-days',
        role: 'output',
        field: 'recheckDays',
        label: { zh: '信用核查间隔（天）', en: 'Days between credit checks' },
        type: 'number',
        required: true,
      },
    ],
    rows: ratingClasses.map((name): Json => ({
      id: `class-${name.toLowerCase()}`,
      cells: { class: { is: name }, ...cellsOf(policies[name]) },
    })),
    // Who is not rated yet is handled as class C.
    otherwise: cellsOf(policies.C),
  },
  cases: ratingClasses.map((name) => ({
    name: `${name} 类 · class ${name}`,
    input: { class: name },
    expect: { rows: [`class-${name.toLowerCase()}`], answer: { recheckDays: policies[name].recheckDays } },
  })),
};
