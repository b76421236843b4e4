import type { Text2 } from '@linggong/core/domain';
import { registerStates } from './register-state';

/** Where a fact comes from, for the page and for whoever adds one. */
export const factGroups = ['credit', 'scenario', 'authenticity', 'complaints', 'payments', 'invoices'] as const;
export type FactGroup = (typeof factGroups)[number];

/** How the register answered last; `none` before the first check, `no-record` where it knows no such company. */
export const creditStandings = [...registerStates, 'no-record', 'none'] as const;
export type CreditStanding = (typeof creditStandings)[number];

export const standingTexts: Readonly<Record<CreditStanding, Text2>> = {
  standing: { zh: '存续', en: 'In good standing' },
  abnormal: { zh: '经营异常', en: 'Abnormal operations' },
  revoked: { zh: '吊销', en: 'Licence revoked' },
  cancelled: { zh: '注销', en: 'Cancelled' },
  moved: { zh: '迁出', en: 'Moved away' },
  closed: { zh: '停业或清算', en: 'Closed or in liquidation' },
  unknown: { zh: '状态不明', en: 'Unknown state' },
  'no-record': { zh: '查无记录', en: 'No record' },
  none: { zh: '尚未核查', en: 'Not checked yet' },
};

export interface RatingFact {
  readonly field: string;
  readonly group: FactGroup;
  readonly type: 'number' | 'boolean' | 'choice';
  readonly label: Text2;
}

const fact = (group: FactGroup, field: string, type: RatingFact['type'], zh: string, en: string): RatingFact => ({
  group,
  field,
  type,
  label: { zh, en },
});

/** What a rating may stand on (评级依据, R6.2). A fact that nobody can tell is left out: a row that asks it does not hit, and the rating says so. */
export const ratingFacts: readonly RatingFact[] = [
  fact('credit', 'registerState', 'choice', '登记状态', 'State in the register'),
  fact('credit', 'nameAgrees', 'boolean', '名称与登记一致', 'Name as registered'),
  fact('credit', 'representativeAgrees', 'boolean', '法定代表人与登记一致', 'Representative as registered'),
  fact('credit', 'dishonest', 'boolean', '失信被执行人', 'On the list of the dishonest'),
  fact('credit', 'abnormal', 'boolean', '列入经营异常名录', 'On the list of abnormal operations'),
  fact('credit', 'lawsuits', 'number', '涉诉数量', 'Law suits'),
  fact('credit', 'checkAgeDays', 'number', '距上次核查天数', 'Days since the last check'),
  fact('credit', 'companyAgeMonths', 'number', '成立月数', 'Months since it was founded'),
  fact('scenario', 'tasksReviewed', 'number', '近一年审核任务数', 'Tasks reviewed in a year'),
  fact('scenario', 'tasksReturnedPercent', 'number', '任务退回比例（%）', 'Tasks sent back (%)'),
  fact('scenario', 'linesDecided', 'number', '近 90 天风控决策笔数', 'Payments decided in 90 days'),
  fact('scenario', 'linesStoppedPercent', 'number', '被拦截或复核比例（%）', 'Payments stopped or reviewed (%)'),
  fact('authenticity', 'itemsInspected', 'number', '近一年抽查笔数', 'Payments inspected in a year'),
  fact('authenticity', 'itemsFoundPercent', 'number', '抽查有问题比例（%）', 'Inspections that found something (%)'),
  fact('complaints', 'complaints', 'number', '近 180 天投诉', 'Complaints in 180 days'),
  fact('complaints', 'casesConfirmed', 'number', '近一年属实的风险案件', 'Cases confirmed in a year'),
  fact('payments', 'ordersPaid', 'number', '近 90 天付款笔数', 'Payments in 90 days'),
  fact('payments', 'ordersReturnedPercent', 'number', '退汇或失败比例（%）', 'Payments returned or failed (%)'),
  fact('payments', 'batchesExpired', 'number', '近 90 天逾期未到账批次', 'Batches not funded in time, 90 days'),
  fact('invoices', 'invoiceAnomalies', 'number', '近一年异常发票', 'Anomalous invoices in a year'),
];

export type RatingFacts = Readonly<Record<string, number | boolean | string>>;

/** Facts that nobody could tell, in the order of the list. */
export function unknownFacts(facts: RatingFacts): string[] {
  return ratingFacts.map(({ field }) => field).filter((field) => !(field in facts));
}
