import { choice, count, id, kindOfWorkCode, list, maybe, money, record, text2, type Of } from '../../fields';
import { classes, kindsOfWork } from '../shared/fields';
import { classNames, noLimit } from '../shared/words';

const limitSubjects = {
  worker: { zh: '灵活用工人员', en: 'worker' },
  enterprise: { zh: '企业', en: 'enterprise' },
  'kind-of-work': { zh: '业务场景', en: 'kind of work' },
} as const;

const limitWindows = {
  line: { zh: '单笔', en: 'one payment' },
  day: { zh: '每日', en: 'a day' },
  month: { zh: '每月', en: 'a month' },
  year: { zh: '每年', en: 'a year' },
} as const;

const limit = record(
  { zh: '限额', en: 'Limit' },
  {
    id: id(),
    name: text2({ zh: '名称', en: 'Name' }),
    subject: choice({ zh: '对象', en: 'Subject' }, limitSubjects),
    window: choice({ zh: '周期', en: 'Window' }, limitWindows),
    classes,
    kindsOfWork,
    maxFen: maybe(money({ zh: '金额上限', en: 'At most' }), noLimit),
    maxCount: maybe(
      count({ zh: '笔数上限', en: 'Payments at most' }, { min: 1, max: 1_000_000, unit: { zh: '笔', en: 'payments' } }),
      noLimit,
    ),
    basis: text2({ zh: '依据', en: 'Basis' }, { max: 500, required: false }),
  },
);

export const limitSetField = record(
  { zh: '限额', en: 'Limits' },
  {
    limits: list({ zh: '限额', en: 'Limits' }, limit, {
      item: { zh: '限额', en: 'limit' },
      min: 1,
      max: 200,
      key: 'id',
      title: 'name',
    }),
  },
);
export type LimitSetContent = Of<typeof limitSetField>;
export type Limit = Of<typeof limit>;

const used = record(
  { zh: '已用', en: 'Used' },
  {
    subject: choice({ zh: '对象', en: 'Subject' }, limitSubjects),
    window: choice({ zh: '周期', en: 'Window' }, limitWindows),
    fen: money({ zh: '已付金额', en: 'Paid before it' }),
    count: count({ zh: '已付笔数', en: 'Payments before it' }, { max: 10_000_000 }),
  },
);

const payment = maybe(
  record(
    { zh: '付款', en: 'Payment' },
    {
      amountFen: money({ zh: '本笔金额', en: 'Amount' }),
      used: list({ zh: '此前已用', en: 'Used before it' }, used, { item: { zh: '已用', en: 'use' }, max: 12 }),
    },
  ),
  { zh: '未给出', en: 'none given' },
);

export const limitFactsField = record(
  { zh: '对象', en: 'Facts' },
  {
    class: maybe(choice({ zh: '企业等级', en: 'Class of the enterprise' }, classNames), {
      zh: '未评级',
      en: 'not rated',
    }),
    kindOfWork: maybe(kindOfWorkCode({ zh: '业务场景', en: 'Kind of work' }), { zh: '未知', en: 'not known' }),
    // Asked without one, the set only says which limits apply.
    payment: { ...payment, schema: payment.schema.default(null) },
  },
);
export type LimitFacts = Of<typeof limitFactsField>;
