import { choice, count, id, kindOfWorkCode, list, maybe, money, rate, record, text2, type Of } from '../../fields';
import { classes, kindsOfWork } from '../shared/fields';
import { classNames, noLimit } from '../shared/words';

const stratum = record(
  { zh: '层', en: 'Stratum' },
  {
    id: id(),
    name: text2({ zh: '名称', en: 'Name' }),
    classes,
    kindsOfWork,
    fromFen: money({ zh: '金额不低于', en: 'Amount from' }),
    belowFen: maybe(money({ zh: '金额低于', en: 'Amount below' }), noLimit),
    rate: rate({ zh: '抽样比例', en: 'Share drawn' }),
    minimum: count({ zh: '至少抽取', en: 'At least' }, { max: 10_000, unit: { zh: '件', en: 'items' } }),
    maximum: maybe(
      count({ zh: '至多抽取', en: 'At most' }, { min: 1, max: 10_000, unit: { zh: '件', en: 'items' } }),
      noLimit,
    ),
  },
);

export const planField = record(
  { zh: '抽样方案', en: 'Sampling plan' },
  {
    strata: list({ zh: '分层', en: 'Strata' }, stratum, {
      item: { zh: '层', en: 'stratum' },
      min: 1,
      max: 60,
      key: 'id',
      title: 'name',
      help: {
        zh: '自上而下，每一件归入第一个符合的层',
        en: 'From the top: each item belongs to the first stratum that fits',
      },
    }),
  },
);
export type SamplingPlan = Of<typeof planField>;
export type Stratum = Of<typeof stratum>;

const cell = record(
  { zh: '总体', en: 'Population' },
  {
    class: maybe(choice({ zh: '企业等级', en: 'Class of the enterprise' }, classNames), {
      zh: '未评级',
      en: 'not rated',
    }),
    kindOfWork: maybe(kindOfWorkCode({ zh: '业务场景', en: 'Kind of work' }), { zh: '未知', en: 'not known' }),
    amountFen: money({ zh: '金额', en: 'Amount' }),
    count: count({ zh: '件数', en: 'Number' }, { max: 10_000_000 }),
  },
);
export type PopulationCell = Of<typeof cell>;

export const populationField = record(
  { zh: '总体', en: 'Population' },
  {
    cells: list({ zh: '总体构成', en: 'Parts of the population' }, cell, {
      item: { zh: '部分', en: 'part' },
      // As many as two plans of the most strata can tell apart: a replay tells the payments of a period by them.
      max: 4_000,
    }),
  },
);
