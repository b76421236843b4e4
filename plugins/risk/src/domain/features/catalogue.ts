import type { Text2 } from '@linggong/core/domain';
import type { Feature, FeatureSubject, GraphFact, Measure } from './feature';
import { windowTexts, type Window } from './windows';

type Counted = FeatureSubject;

const subjects: Readonly<Record<Counted, Text2>> = {
  worker: { zh: '收款人', en: 'to the payee' },
  enterprise: { zh: '付款企业', en: 'by the payer' },
  card: { zh: '收款卡', en: 'to the card' },
  phone: { zh: '收款人手机号', en: 'to people with the phone of the payee' },
  task: { zh: '任务', en: 'for the task' },
  device: { zh: '与收款人同设备的人员', en: 'to people on a device of the payee' },
  address: { zh: '与收款人同网络地址的人员', en: 'to people at a network address of the payee' },
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function orders(subject: Counted, window: Window): Feature {
  const [whom, when] = [subjects[subject], windowTexts[window]];
  return {
    name: `${subject}Orders${capital(window)}`,
    subject,
    unit: 'count',
    label: { zh: `${whom.zh}${when.zh}付款笔数`, en: `Payments ${whom.en} ${when.en}` },
    measure: { kind: 'orders', window },
  };
}

function amount(subject: Counted, window: Window): Feature {
  const [whom, when] = [subjects[subject], windowTexts[window]];
  return {
    name: `${subject}AmountFen${capital(window)}`,
    subject,
    unit: 'fen',
    label: { zh: `${whom.zh}${when.zh}付款金额`, en: `Amount paid ${whom.en} ${when.en}` },
    measure: { kind: 'amount', window },
  };
}

const distinctTexts = {
  enterprise: { zh: '付款企业数', en: 'Enterprises that paid' },
  card: { zh: '收款卡数', en: 'Cards paid' },
  task: { zh: '任务数', en: 'Tasks paid' },
  worker: { zh: '收款人数', en: 'People paid' },
} as const;

function distinct(subject: Counted, of: keyof typeof distinctTexts, window: Window): Feature {
  const [what, whom, when] = [distinctTexts[of], subjects[subject], windowTexts[window]];
  return {
    name: `${subject}${capital(of)}s${capital(window)}`,
    subject,
    unit: 'count',
    label: { zh: `${whom.zh}${when.zh}${what.zh}`, en: `${what.en} ${whom.en} ${when.en}` },
    measure: { kind: 'distinct', of, window },
  };
}

const seenAt = {
  device: { zh: '在收款人设备上登录的人数', en: 'People who signed in on a device of the payee' },
  address: { zh: '在收款人网络地址登录的人数', en: 'People who signed in at a network address of the payee' },
} as const;

/** People who share a device or an address with the payee, himself among them: of the one with the most of them. */
function seen(subject: keyof typeof seenAt, window: Window): Feature {
  const [what, when] = [seenAt[subject], windowTexts[window]];
  return {
    name: `${subject}Workers${capital(window)}`,
    subject,
    unit: 'count',
    label: { zh: `${when.zh}${what.zh}`, en: `${what.en} ${when.en}` },
    measure: { kind: 'distinct', of: 'worker', window },
  };
}

function share(window: Window): Feature {
  const when = windowTexts[window];
  return {
    name: `workerShare${capital(window)}`,
    subject: 'worker',
    unit: 'percent',
    label: {
      zh: `${when.zh}收款中来自该企业的占比`,
      en: `Share of the payer in what the payee was paid ${when.en}`,
    },
    measure: { kind: 'share', window },
  };
}

function velocity(subject: Counted, of: 'orders' | 'amount'): Feature {
  const whom = subjects[subject];
  const what = of === 'orders' ? { zh: '付款笔数', en: 'Payments' } : { zh: '付款金额', en: 'Amount paid' };
  return {
    name: `${subject}Velocity${capital(of)}`,
    subject,
    unit: 'percent',
    label: {
      zh: `${whom.zh}近 7 天${what.zh}与此前 4 周周均之比`,
      en: `${what.en} ${whom.en} in the last 7 days against a week of the four before`,
    },
    measure: { kind: 'velocity', of },
  };
}

function graph(
  name: string,
  subject: FeatureSubject,
  fact: GraphFact,
  label: Text2,
  unit: Feature['unit'] = 'count',
): Feature {
  return { name, subject, unit, label, measure: { kind: 'graph', fact } satisfies Measure };
}

const windows: readonly Window[] = ['day', 'week', 'month', 'year'];
const both = (subject: Counted, over: readonly Window[]): Feature[] =>
  over.flatMap((window) => [orders(subject, window), amount(subject, window)]);

/**
 * Everything that decisions may stand on beside the facts of the moment (特征目录, R6.3). The order is kept for ever, and new ones are
 * added at the end: stored decisions hold their values in it.
 */
export const features: readonly Feature[] = [
  ...both('worker', windows),
  distinct('worker', 'enterprise', 'week'),
  distinct('worker', 'enterprise', 'month'),
  distinct('worker', 'enterprise', 'year'),
  distinct('worker', 'card', 'year'),
  distinct('worker', 'task', 'month'),
  share('month'),
  share('year'),
  velocity('worker', 'orders'),
  velocity('worker', 'amount'),
  ...both('enterprise', windows),
  distinct('enterprise', 'worker', 'week'),
  distinct('enterprise', 'worker', 'month'),
  distinct('enterprise', 'worker', 'year'),
  velocity('enterprise', 'amount'),
  ...both('card', ['day', 'month', 'year']),
  ...both('phone', ['month', 'year']),
  ...both('task', ['day', 'month', 'year']),
  distinct('task', 'worker', 'month'),
  graph('cardWorkers', 'card', 'card-workers', { zh: '登记该收款卡的人数', en: 'People registered with the card' }),
  graph('phoneWorkers', 'phone', 'phone-workers', {
    zh: '登记该手机号的人数',
    en: 'People registered with the phone of the payee',
  }),
  graph(
    'payeeIsStaff',
    'worker',
    'payer-staff',
    { zh: '收款人是付款企业的账号持有人', en: 'The payee stands behind an account of the payer' },
    'yes-no',
  ),
  graph(
    'payeeIsContact',
    'worker',
    'payer-contact',
    { zh: '收款人手机号是付款企业的联系电话', en: 'The payee has the contact phone of the payer' },
    'yes-no',
  ),
  graph(
    'payeeIsRepresentative',
    'worker',
    'payer-representative',
    { zh: '收款人与付款企业的法定代表人同名', en: 'The payee bears the name of the payer’s legal representative' },
    'yes-no',
  ),
  graph('payeeContactOf', 'worker', 'contact-of', {
    zh: '以收款人手机号为联系电话的企业数',
    en: 'Enterprises whose contact phone the payee has',
  }),
  graph('payeeRing', 'worker', 'ring', {
    zh: '近一年付款给收款人、且其联系电话或法定代表人与收款人相同的企业数',
    en: 'Enterprises that paid the payee within a year and have him as contact or bear his name as representative',
  }),
  graph('enterpriseContactShared', 'enterprise', 'contact-enterprises', {
    zh: '与该企业联系电话相同的其他企业数',
    en: 'Other enterprises with the same contact phone',
  }),
  graph('enterpriseRepresentativeShared', 'enterprise', 'representative-enterprises', {
    zh: '与该企业法定代表人同名的其他企业数',
    en: 'Other enterprises with a legal representative of the same name',
  }),
  graph('enterpriseAddressShared', 'enterprise', 'address-enterprises', {
    zh: '与该企业注册地址相同的其他企业数',
    en: 'Other enterprises at the same registered address',
  }),
  ...(['device', 'address'] as const).flatMap((subject) => [
    ...windows.map((window) => seen(subject, window)),
    ...both(subject, windows),
  ]),
  graph(
    'payeeOnPayerDevice',
    'worker',
    'payer-device',
    {
      zh: '近 365 天收款人与付款企业的账号在同一设备登录',
      en: 'The payee and an account of the payer signed in on one device in the last 365 days',
    },
    'yes-no',
  ),
  graph(
    'payeeAtPayerAddress',
    'worker',
    'payer-address',
    {
      zh: '近 365 天收款人与付款企业的账号在同一网络地址登录',
      en: 'The payee and an account of the payer signed in at one network address in the last 365 days',
    },
    'yes-no',
  ),
];

const byName = new Map(features.map((feature) => [feature.name, feature]));

/** @returns undefined for a name that no feature has */
export function featureNamed(name: string): Feature | undefined {
  return byName.get(name);
}
