import type { Seed, TableNeeds } from '@linggong/studio/domain';
import { features } from '../features';
import { batchColumns, type BatchFacts } from './batch-facts';
import { policyKeyOf } from './moments';
import { momentNeeds, seedOf, type RuleSeed } from './seed-table';

/** Key of the table that decides batches as a whole (kind `decision-table`). */
export const batchTableKey = policyKeyOf('batch');

const YUAN = 100;
/** Rules compare a batch with what its enterprise usually pays: with fewer batches than this nothing is usual yet. */
const knownFrom = { from: 10 };
const BASIS = '平台风险管理制度：批次确认前整体判断（事中控制）';

/**
 * The rows of the first day. Each asks for an enterprise that is known (ten batches in 90 days) and a large sum, so that the first batches of
 * a new enterprise, equal amounts by piece work and payday at night pass.
 */
export const batchRules: readonly RuleSeed[] = [
  {
    id: 'beyond-usual-new-payees',
    when: {
      totalFen: { above: 50_000_000 * YUAN },
      medianPercent: { above: 5_000 },
      newPayeePercent: { from: 90 },
      batchesBefore: knownFrom,
    },
    outcome: 'decline',
    score: 100,
    reason: {
      zh: '总额超过该企业近 90 天批次中位数的 50 倍且超过 5,000 万元，九成以上为首次收款人，不予确认',
      en: 'The total is above 50 times the median batch of the enterprise and above 50 million yuan, and nine in ten payees are new; not to be confirmed',
    },
    basis: BASIS,
  },
  {
    id: 'cards-changed',
    when: {
      changedCardPercent: { from: 50 },
      newPayeePercent: { to: 20 },
      payees: { from: 20 },
      totalFen: { above: 200_000 * YUAN },
      batchesBefore: knownFrom,
    },
    outcome: 'hold',
    score: 60,
    reason: {
      zh: '一半以上的老收款人近 7 天换过收款卡，疑似收款信息被批量更改',
      en: 'Half of the payees who were paid before have a card of the last 7 days; their cards may have been changed in bulk',
    },
    basis: BASIS,
  },
  {
    id: 'spike-against-usual',
    when: { totalFen: { above: 2_000_000 * YUAN }, medianPercent: { above: 1_000 }, batchesBefore: knownFrom },
    outcome: 'review',
    score: 40,
    reason: {
      zh: '总额超过该企业近 90 天批次中位数的 10 倍且超过 200 万元，请核实业务量',
      en: 'The total is above ten times the median batch of the enterprise and above 2 million yuan; verify how much work there was',
    },
    basis: BASIS,
  },
  {
    id: 'new-payees-equal-round',
    when: {
      newPayeePercent: { from: 80 },
      equalAmountPercent: { from: 95 },
      roundAmountPercent: { from: 95 },
      payments: { from: 100 },
      totalFen: { above: 1_000_000 * YUAN },
      batchesBefore: knownFrom,
    },
    outcome: 'review',
    score: 50,
    reason: {
      zh: '八成以上为首次收款人，且几乎都是同一整千元金额，疑似虚构业务',
      en: 'Four in five payees are new, and almost all get the same round amount; the business may be made up',
    },
    basis: BASIS,
  },
  {
    id: 'half-held',
    when: {
      heldPercent: { from: 50 },
      payments: { from: 100 },
      totalFen: { above: 1_000_000 * YUAN },
      batchesBefore: knownFrom,
    },
    outcome: 'review',
    score: 20,
    reason: {
      zh: '一半以上的明细被暂缓，其余仍超过 100 万元，请整体核实',
      en: 'Half of the lines are held, and the others are above 1 million yuan; look at the batch as a whole',
    },
    basis: BASIS,
  },
  {
    id: 'shared-payees',
    when: {
      sharedPayeePercent: { from: 80 },
      payees: { from: 50 },
      totalFen: { above: 1_000_000 * YUAN },
      batchesBefore: knownFrom,
    },
    outcome: 'review',
    score: 30,
    reason: {
      zh: '八成以上的收款人当日已从其他企业收款，疑似同一批人拆分走账',
      en: 'Four in five payees were paid by other enterprises today; the same people may be passed around',
    },
    basis: BASIS,
  },
  {
    id: 'night-above-usual',
    when: {
      outsideHours: { is: 1 },
      totalFen: { above: 5_000_000 * YUAN },
      medianPercent: { above: 500 },
      batchesBefore: knownFrom,
    },
    outcome: 'review',
    score: 30,
    reason: {
      zh: '非工作时段提交，总额超过该企业近 90 天批次中位数的 5 倍且超过 500 万元',
      en: 'Outside of working hours, and above five times the median batch of the enterprise and 5 million yuan',
    },
    basis: BASIS,
  },
  {
    id: 'many-in-a-day',
    when: { batchesToday: { from: 50 }, totalFen: { above: 100_000 * YUAN }, batchesBefore: knownFrom },
    outcome: 'review',
    score: 30,
    reason: {
      zh: '该企业当日已确认 50 个以上批次，疑似拆分批次规避限额与复核',
      en: 'The enterprise confirmed 50 batches or more today; they may be split to stay below limits and releases',
    },
    basis: BASIS,
  },
  {
    id: 'weak-class-above-usual',
    when: {
      enterpriseClass: { in: ['D', 'E'] },
      totalFen: { above: 1_000_000 * YUAN },
      medianPercent: { above: 300 },
      batchesBefore: knownFrom,
    },
    outcome: 'review',
    score: 30,
    reason: {
      zh: '企业等级为 D 或 E，总额超过其近 90 天批次中位数的 3 倍且超过 100 万元',
      en: 'The enterprise is of class D or E, and the total is above three times its median batch and 1 million yuan',
    },
    basis: BASIS,
  },
];

/** A batch as most are. */
const ordinary: Readonly<Record<keyof BatchFacts, number | string>> = {
  payments: 200,
  payees: 200,
  totalFen: 600_000 * YUAN,
  readyPercent: 98,
  heldPercent: 0,
  newPayeePercent: 10,
  equalAmountPercent: 20,
  roundAmountPercent: 20,
  hour: 10,
  outsideHours: 0,
  medianPercent: 110,
  batchesBefore: 12,
  batchesToday: 1,
  changedCardPercent: 1,
  sharedPayeePercent: 5,
  enterpriseClass: 'B',
};

/** 风控：批次确认前整体判定. */
export const batchSeed: Seed = {
  ...seedOf(
    'batch',
    {
      zh: '企业确认报价前，对整个批次判断：复核、挂起的须由风控核实并写明依据后方可确认，拒绝的不予确认',
      en: 'Decides a batch as a whole before it is confirmed: reviewed or held, risk lets it go with a reason; declined, it is not confirmed',
    },
    // What no row asks stands in the snapshot all the same, and operators may add it as a column.
    Object.keys(batchColumns).filter((field) => batchRules.some(({ when }) => field in when)),
    batchRules,
    ordinary,
  ),
  name: { zh: '批次确认前整体判定', en: 'Decision on a whole batch' },
};

/** What settlement sends, and needs of any table that decides batches. */
export const batchNeeds: TableNeeds = {
  answers: momentNeeds.answers,
  facts: [
    ...Object.keys(batchColumns),
    ...features.filter(({ subject }) => subject === 'enterprise').map(({ name }) => name),
  ],
};
