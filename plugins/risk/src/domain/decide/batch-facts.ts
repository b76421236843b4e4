import { ratingClasses } from '../ratings/rate';
import type { FactColumn } from './fact-column';

/** Classes that a batch may be of; `unrated` where its enterprise was not rated yet. */
export const batchClasses = [...ratingClasses, 'unrated'] as const;

/**
 * What the rules know of a batch as a whole before it is confirmed (商户批次, 事中, R6.3): its ready lines against what its enterprise usually
 * pays. Amounts in fen, shares in whole percent, days and hours of Asia/Shanghai.
 */
export interface BatchFacts {
  readonly payments: number;
  readonly payees: number;
  readonly totalFen: number;
  /** Of all lines that are not excluded. */
  readonly readyPercent: number;
  readonly heldPercent: number;
  /** Of the payees, those whom this enterprise never paid before. */
  readonly newPayeePercent: number;
  /** Of the payments, those of the amount that occurs most. */
  readonly equalAmountPercent: number;
  /** Of the payments, those of whole thousands of yuan. */
  readonly roundAmountPercent: number;
  readonly hour: number;
  /** 1 before eight, from eight in the evening on. */
  readonly outsideHours: number;
  /** The total in percent of the median batch that the enterprise confirmed in 90 days; 0 where it confirmed none. */
  readonly medianPercent: number;
  /** Batches that the enterprise confirmed in 90 days. */
  readonly batchesBefore: number;
  /** Batches that the enterprise confirmed today, this one not among them. */
  readonly batchesToday: number;
  /** Of the payees, those paid before whose card was added within 7 days. */
  readonly changedCardPercent: number;
  /** Of the payees, those whom other enterprises paid today. */
  readonly sharedPayeePercent: number;
  readonly enterpriseClass: (typeof batchClasses)[number];
}

/** The facts as columns of a table, in the order in which they are shown. */
export const batchColumns: Readonly<Record<keyof BatchFacts, FactColumn>> = {
  payments: { label: { zh: '笔数', en: 'Payments' }, type: 'number' },
  payees: { label: { zh: '收款人数', en: 'Payees' }, type: 'number' },
  totalFen: { label: { zh: '批次总额', en: 'Total of the batch' }, type: 'money' },
  readyPercent: { label: { zh: '可发行占比（%）', en: 'Share of ready lines (%)' }, type: 'number' },
  heldPercent: { label: { zh: '暂缓行占比（%）', en: 'Share of held lines (%)' }, type: 'number' },
  newPayeePercent: { label: { zh: '首次收款人占比（%）', en: 'Share of first-time payees (%)' }, type: 'number' },
  equalAmountPercent: { label: { zh: '同一金额占比（%）', en: 'Share of the same amount (%)' }, type: 'number' },
  roundAmountPercent: { label: { zh: '整千元占比（%）', en: 'Share of whole thousands (%)' }, type: 'number' },
  hour: { label: { zh: '时刻（点）', en: 'Hour of the day' }, type: 'number' },
  outsideHours: { label: { zh: '非工作时段（1 是）', en: 'Outside of hours (1 yes)' }, type: 'number' },
  medianPercent: {
    label: { zh: '占近 90 天批次中位数（%）', en: 'Against the median batch of 90 days (%)' },
    type: 'number',
  },
  batchesBefore: { label: { zh: '近 90 天确认批次数', en: 'Batches confirmed in 90 days' }, type: 'number' },
  batchesToday: { label: { zh: '当日已确认批次数', en: 'Batches confirmed today' }, type: 'number' },
  changedCardPercent: {
    label: { zh: '近 7 天换卡收款人占比（%）', en: 'Share of payees with a card of 7 days (%)' },
    type: 'number',
  },
  sharedPayeePercent: {
    label: { zh: '当日另有企业付款的收款人占比（%）', en: 'Share of payees paid by others today (%)' },
    type: 'number',
  },
  enterpriseClass: {
    label: { zh: '企业等级', en: 'Class of the enterprise' },
    type: 'choice',
    choices: batchClasses.map((value) => ({
      value,
      label: value === 'unrated' ? { zh: '未评级', en: 'Not rated' } : { zh: `${value} 类`, en: `Class ${value}` },
    })),
  },
};
