import type { Text2 } from '@linggong/core/domain';
import type { Json, Seed, TestCase } from '@linggong/studio/domain';
import { ratingClasses, type RatingClass } from './rate';
import { creditStandings, ratingFacts, standingTexts } from './rating-facts';

/** Key of the table that rates (评级规则). */
export const RATING_KEY = 'risk.rating';

interface RatingRule {
  readonly id: string;
  readonly when: Readonly<Record<string, Json>>;
  /** An input for which it hits. */
  readonly hits: Readonly<Record<string, Json>>;
  readonly points: number;
  readonly cap?: RatingClass;
  readonly suspend?: true;
  readonly reason: Text2;
  readonly basis?: string;
}

const publicity = '企业信息公示暂行条例';
const norm = '共享经济灵活用工平台管理规范';

const rules: readonly RatingRule[] = [
  {
    id: 'register-gone',
    when: { registerState: { in: ['revoked', 'cancelled'] } },
    hits: { registerState: 'revoked' },
    points: 100,
    cap: 'E',
    suspend: true,
    reason: { zh: '登记机关已吊销或注销', en: 'Revoked or cancelled in the register' },
    basis: publicity,
  },
  {
    id: 'register-abnormal',
    when: { registerState: { is: 'abnormal' } },
    hits: { registerState: 'abnormal' },
    points: 60,
    cap: 'E',
    suspend: true,
    reason: { zh: '列入经营异常名录', en: 'On the list of abnormal operations' },
    basis: publicity,
  },
  {
    id: 'dishonest',
    when: { dishonest: { is: true } },
    hits: { dishonest: true },
    points: 100,
    cap: 'E',
    suspend: true,
    reason: { zh: '失信被执行人', en: 'On the list of dishonest persons subject to enforcement' },
    basis: norm,
  },
  {
    id: 'register-unsure',
    when: { registerState: { in: ['moved', 'closed', 'unknown', 'no-record'] } },
    hits: { registerState: 'closed' },
    points: 35,
    cap: 'D',
    reason: { zh: '登记状态异常或查无记录', en: 'The register has it in another state, or not at all' },
    basis: publicity,
  },
  {
    // That nobody asked yet says nothing against it: not the best class, and no limit that would stop its payments.
    id: 'never-checked',
    when: { registerState: { is: 'none' } },
    hits: { registerState: 'none' },
    points: 15,
    cap: 'B',
    reason: { zh: '尚无信用核查结果', en: 'No credit check yet' },
  },
  {
    id: 'check-old',
    when: { checkAgeDays: { above: 180 } },
    hits: { checkAgeDays: 200 },
    points: 10,
    cap: 'B',
    reason: { zh: '信用核查已超过 180 天', en: 'The last credit check is older than 180 days' },
  },
  {
    id: 'name-differs',
    when: { nameAgrees: { is: false } },
    hits: { nameAgrees: false },
    points: 25,
    cap: 'D',
    reason: { zh: '企业名称与登记不一致', en: 'The name is not the registered one' },
  },
  {
    id: 'representative-differs',
    when: { representativeAgrees: { is: false } },
    hits: { representativeAgrees: false },
    points: 20,
    cap: 'C',
    reason: { zh: '法定代表人与登记不一致', en: 'The legal representative is not the registered one' },
  },
  {
    id: 'lawsuits-many',
    when: { lawsuits: { from: 10 } },
    hits: { lawsuits: 12 },
    points: 15,
    reason: { zh: '涉诉 10 起以上', en: 'Ten law suits or more' },
  },
  {
    id: 'company-young',
    when: { companyAgeMonths: { below: 6 } },
    hits: { companyAgeMonths: 2 },
    points: 10,
    cap: 'B',
    reason: { zh: '成立不满 6 个月', en: 'Founded less than six months ago' },
  },
  {
    id: 'tasks-returned',
    when: { tasksReviewed: { from: 5 }, tasksReturnedPercent: { from: 20 } },
    hits: { tasksReviewed: 10, tasksReturnedPercent: 30 },
    points: 15,
    reason: { zh: '任务退回比例达 20%', en: 'A fifth of its tasks or more were sent back' },
    basis: norm,
  },
  {
    id: 'payments-stopped',
    when: { linesDecided: { from: 50 }, linesStoppedPercent: { from: 10 } },
    hits: { linesDecided: 100, linesStoppedPercent: 12 },
    points: 15,
    reason: { zh: '付款被拦截或复核比例达 10%', en: 'A tenth of its payments or more were stopped or reviewed' },
  },
  {
    id: 'inspections-found',
    when: { itemsInspected: { from: 5 }, itemsFoundPercent: { from: 10 } },
    hits: { itemsInspected: 10, itemsFoundPercent: 20 },
    points: 25,
    cap: 'C',
    reason: { zh: '抽查发现业务真实性问题', en: 'Inspections found that business was not real' },
    basis: norm,
  },
  {
    id: 'complaints-many',
    when: { complaints: { from: 3 } },
    hits: { complaints: 4 },
    points: 15,
    reason: { zh: '近 180 天投诉 3 件以上', en: 'Three complaints or more in 180 days' },
  },
  {
    id: 'cases-confirmed',
    when: { casesConfirmed: { from: 1 } },
    hits: { casesConfirmed: 1 },
    points: 30,
    cap: 'D',
    reason: { zh: '近一年有属实的风险案件', en: 'A risk case was confirmed within a year' },
  },
  {
    id: 'payments-returned',
    when: { ordersPaid: { from: 20 }, ordersReturnedPercent: { from: 5 } },
    hits: { ordersPaid: 100, ordersReturnedPercent: 6 },
    points: 10,
    reason: { zh: '退汇或失败比例达 5%', en: 'One payment in twenty or more came back' },
  },
  {
    id: 'deposits-late',
    when: { batchesExpired: { from: 2 } },
    hits: { batchesExpired: 3 },
    points: 10,
    reason: { zh: '多个批次未按时到账', en: 'Several batches were not funded in time' },
  },
  {
    id: 'invoices-odd',
    when: { invoiceAnomalies: { from: 1 } },
    hits: { invoiceAnomalies: 1 },
    points: 30,
    cap: 'D',
    reason: { zh: '存在异常发票', en: 'Anomalous invoices' },
  },
];

/** An enterprise against which nothing stands. */
const well: Readonly<Record<string, Json>> = { registerState: 'standing', dishonest: false, abnormal: false };

const kebab = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const plain = ({ zh, en }: Text2): Json => ({ zh, en });

const columns: Json[] = [
  ...ratingFacts.map(({ field, type, label }): Json => ({
    id: kebab(field),
    role: 'input',
    field,
    label: plain(label),
    type,
    ...(type === 'choice' && {
      choices: creditStandings.map((value) => ({ value, label: plain(standingTexts[value]) })),
    }),
  })),
  {
    id: 'points',
    role: 'output',
    field: 'points',
    label: { zh: '扣分', en: 'Points taken' },
    type: 'number',
    required: true,
  },
  {
    id: 'cap',
    role: 'output',
    field: 'cap',
    label: { zh: '最高等级', en: 'Best class' },
    type: 'choice',
    choices: ratingClasses.map((value) => ({ value, label: { zh: `${value} 类`, en: `Class ${value}` } })),
  },
  {
    id: 'suspend',
    role: 'output',
    field: 'suspend',
    label: { zh: '立即暂停', en: 'Suspend at once' },
    type: 'boolean',
  },
  { id: 'reason', role: 'output', field: 'reason', label: { zh: '理由', en: 'Reason' }, type: 'text2' },
];

const cases: TestCase[] = [
  { name: '没有不良信息 · nothing stands against it', input: well, expect: { rows: [] } },
  ...rules.map(({ id, hits }): TestCase => ({
    name: `命中 · hits ${id}`,
    input: { ...well, ...hits },
    expect: { rows: [id] },
  })),
];

/** By what enterprises are rated from the first day (评级规则, R6.2); operators change it in the Studio. */
export const ratingSeed: Seed = {
  kind: 'decision-table',
  key: RATING_KEY,
  name: { zh: '企业评级规则', en: 'Rating of enterprises' },
  usedBy: { zh: '企业评级', en: 'Rating of enterprises' },
  description: {
    zh: '从 100 分起，命中的各行扣分；“最高等级”封顶，“立即暂停”的行命中时企业当即暂停。没有数据的项目不扣分，并在评级中注明。',
    en: 'From a hundred points each row that hits takes its own; the best class caps it, and a row that suspends stops the enterprise at once. What nobody can tell takes nothing, and the rating says so.',
  },
  content: {
    hitPolicy: 'collect',
    columns,
    rows: rules.map(({ id, when, points, cap, suspend, reason, basis }): Json => ({
      id,
      cells: {
        ...Object.fromEntries(Object.entries(when).map(([field, condition]) => [kebab(field), condition])),
        points,
        ...(cap && { cap }),
        ...(suspend && { suspend }),
        reason: plain(reason),
      },
      ...(basis && { basis }),
    })),
    otherwise: { points: 0 },
  },
  cases,
};
