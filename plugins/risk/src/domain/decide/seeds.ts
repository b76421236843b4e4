import type { Text2 } from '@linggong/core/domain';
import type { Seed } from '@linggong/studio/domain';
import { batchRules } from './batch-seed';
import type { Moment } from './moments';
import { seedOf, type RuleSeed } from './seed-table';

const shared: readonly RuleSeed[] = [
  {
    id: 'contact-shared',
    when: { enterpriseContactShared: { from: 1 } },
    outcome: 'review',
    score: 30,
    reason: { zh: '联系电话与其他企业相同', en: 'Another enterprise has the same contact phone' },
  },
  {
    id: 'representative-shared',
    when: { enterpriseRepresentativeShared: { from: 2 } },
    outcome: 'review',
    score: 20,
    reason: {
      zh: '法定代表人与两家以上其他企业的法定代表人同名',
      en: 'Two or more other enterprises have a legal representative of the same name',
    },
  },
  {
    id: 'address-shared',
    when: { enterpriseAddressShared: { from: 3 } },
    outcome: 'review',
    score: 20,
    reason: { zh: '三家以上其他企业注册在同一地址', en: 'Three or more other enterprises are at the same address' },
  },
];
const enterpriseFields = ['enterpriseContactShared', 'enterpriseRepresentativeShared', 'enterpriseAddressShared'];

const publicationRules: readonly RuleSeed[] = [
  {
    id: 'price-beyond-work',
    when: { unitPriceFen: { above: 100_000_000 } },
    outcome: 'decline',
    score: 100,
    reason: {
      zh: '单价超过 1,000,000 元，不属于自然人零星劳务',
      en: 'The price is above 1,000,000 yuan, which is no piece work of a natural person',
    },
  },
  {
    id: 'price-very-high',
    when: { unitPriceFen: { above: 50_000_000, to: 100_000_000 } },
    outcome: 'hold',
    score: 60,
    reason: { zh: '单价超过 500,000 元，请核实业务真实性', en: 'The price is above 500,000 yuan; verify the business' },
  },
  {
    id: 'budget-very-high',
    when: { budgetFen: { above: 10_000_000_000 } },
    outcome: 'hold',
    score: 50,
    reason: {
      zh: '预算超过 1 亿元，请核实合同与成果',
      en: 'The budget is above 100 million yuan; verify the contract and the work',
    },
  },
  {
    id: 'contact-shared',
    when: { enterpriseContactShared: { from: 1 } },
    outcome: 'review',
    score: 20,
    reason: { zh: '联系电话与其他企业相同', en: 'Another enterprise has the same contact phone' },
  },
];

const workerRules: readonly RuleSeed[] = [
  {
    id: 'phone-of-many',
    when: { phoneWorkers: { from: 3 } },
    outcome: 'review',
    score: 40,
    reason: { zh: '三人以上使用同一手机号', en: 'Three or more people share a phone number' },
  },
  {
    id: 'contact-of-enterprise',
    when: { payeeContactOf: { from: 1 } },
    outcome: 'review',
    score: 30,
    reason: { zh: '手机号是企业的联系电话', en: 'The phone number is the contact of an enterprise' },
  },
];

const firstRules: readonly (readonly [Moment, readonly RuleSeed[]])[] = [
  ['enterprise-onboarding', shared],
  ['enterprise-signing', shared],
  ['task-publication', publicationRules],
  ['worker-registration', workerRules],
  ['batch', batchRules],
];

/** What a row of the first day says, for cases that it opens; undefined for rows that operators added. */
export function firstRuleText(rule: string): Text2 | undefined {
  const found = firstRules.flatMap(([moment, rules]) => rules.filter(({ id }) => `${moment}.${id}` === rule));
  return found[0]?.reason;
}

/** What risk decides by from its first day, beside lines of payments; operators change it in the Studio. */
export const decisionSeeds: readonly Seed[] = [
  seedOf(
    'enterprise-onboarding',
    {
      zh: '企业提交入驻申请时判断；结果供审核人参考，不替代审核',
      en: 'Asked when an enterprise applies; a reviewer sees it and decides himself',
    },
    enterpriseFields,
    shared,
  ),
  seedOf(
    'enterprise-signing',
    { zh: '企业签署合作协议后判断', en: 'Asked when an enterprise has signed its agreement' },
    enterpriseFields,
    shared,
  ),
  seedOf(
    'task-publication',
    {
      zh: '审核人发布任务时判断：挂起的须写明理由方可发布，拒绝的不予发布',
      en: 'Asked when a reviewer publishes a task: what is held takes his reason, what is declined is not published',
    },
    ['unitPriceFen', 'budgetFen', 'enterpriseContactShared'],
    publicationRules,
  ),
  seedOf(
    'worker-registration',
    {
      zh: '人员注册后判断：一机多人、企业联系人',
      en: 'Asked when a worker has registered: phones of many, contacts of enterprises',
    },
    ['phoneWorkers', 'payeeContactOf'],
    workerRules,
  ),
];
