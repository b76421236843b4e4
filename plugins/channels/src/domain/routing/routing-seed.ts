import type { Json, Seed } from '@linggong/studio/domain';
import { bankProfiles } from '../bank/bank-profiles';
import { weekdays, type RoutingFacts, type Weekday } from './routing-facts';

/** Key of the table that chooses the channel of a batch (付款路由). */
export const ROUTING_KEY = 'channels.routing';
/** The answer of the table that leaves the choice to the dated setting of the payer's bank (按开户行设置). */
export const BY_SETTING = 'by-setting';

const weekdayWords: Readonly<Record<Weekday, { zh: string; en: string }>> = {
  monday: { zh: '星期一', en: 'Monday' },
  tuesday: { zh: '星期二', en: 'Tuesday' },
  wednesday: { zh: '星期三', en: 'Wednesday' },
  thursday: { zh: '星期四', en: 'Thursday' },
  friday: { zh: '星期五', en: 'Friday' },
  saturday: { zh: '星期六', en: 'Saturday' },
  sunday: { zh: '星期日', en: 'Sunday' },
};

const input = (
  field: keyof RoutingFacts,
  id: string,
  zh: string,
  en: string,
  type: string,
  more: object = {},
): Json => ({
  id,
  role: 'input',
  field,
  label: { zh, en },
  type,
  ...more,
});

const inputs: readonly Json[] = [
  input('payerBank', 'payer-bank', '开户行联行号', 'CNAPS number of the payer’s bank', 'text'),
  input('payerBankGroup', 'payer-bank-group', '开户行（联行号前三位）', 'Payer’s bank (first three digits)', 'text'),
  input('batchFen', 'batch-amount', '批次金额', 'Amount of the batch', 'money', { required: true }),
  input('payments', 'payments', '批次笔数', 'Payments of the batch', 'number', { required: true }),
  input('weekday', 'weekday', '星期', 'Day of the week', 'choice', {
    choices: weekdays.map((value) => ({ value, label: weekdayWords[value] })),
    required: true,
  }),
  input('workingDay', 'working-day', '工作日', 'Working day', 'boolean', { required: true }),
];

/** What code sends; a condition over another field would never hold. */
export const routingFields: readonly (keyof RoutingFacts)[] = [
  'payerBank',
  'payerBankGroup',
  'batchFen',
  'payments',
  'weekday',
  'workingDay',
];

const channels: readonly Json[] = [
  { value: BY_SETTING, label: { zh: '按开户行设置', en: 'By the setting of the bank' } },
  { value: 'sandbox-bank', label: { zh: '沙箱银行', en: 'Sandbox bank' } },
  ...bankProfiles.map(({ code, name }): Json => ({ value: `bank-file-${code}`, label: { zh: name.zh, en: name.en } })),
];

const usual: RoutingFacts = {
  payerBank: '102100099996',
  payerBankGroup: '102',
  batchFen: 100_000_00,
  payments: 10,
  weekday: 'monday',
  workingDay: true,
};

/**
 * The table on the first day: no row, so that every batch leaves as the dated settings say until operators add one. Nothing that stood
 * before there was a table comes into force, or goes, by its arrival.
 */
export const routingSeed: Seed = {
  kind: 'decision-table',
  key: ROUTING_KEY,
  name: { zh: '付款渠道路由', en: 'Routing of payments' },
  description: {
    zh: '放款时按开户行、批次金额、笔数和日期选择付款渠道，第一条命中的行生效；答案为“按开户行设置”时，用“付款渠道”页为该开户行设置的渠道。',
    en: 'Chooses the channel of a batch by the payer’s bank, amount, payments and day; the first row that hits decides. Where the answer is "by the setting of the bank", the channel set for that bank on the page of payout channels is taken.',
  },
  content: {
    hitPolicy: 'first',
    columns: [
      ...inputs,
      {
        id: 'channel',
        role: 'output',
        field: 'channel',
        label: { zh: '付款渠道', en: 'Channel' },
        type: 'choice',
        choices: channels,
        required: true,
      },
    ],
    rows: [],
    otherwise: { channel: BY_SETTING },
  },
  cases: [
    {
      name: '没有行时按开户行设置 · by the setting where there is no row',
      input: { ...usual },
      expect: { rows: [], answer: { channel: BY_SETTING } },
    },
    {
      name: '没有联行号时按开户行设置 · by the setting without a bank number',
      input: { ...usual, payerBank: null, payerBankGroup: null },
      expect: { answer: { channel: BY_SETTING } },
    },
  ],
};
