import {
  choice,
  day,
  id,
  list,
  maybe,
  money,
  pickedDay,
  rate,
  record,
  text,
  text2,
  variant,
  type Of,
} from '../../fields';

const bracket = record(
  { zh: '级距', en: 'Bracket' },
  {
    upToFen: maybe(money({ zh: '不超过', en: 'Up to' }), { zh: '以上部分', en: 'no end' }),
    rate: rate({ zh: '税率', en: 'Rate' }),
    quickFen: money({ zh: '速算扣除数', en: 'Quick deduction' }),
  },
);

const edges = {
  reached: { zh: '达到即征', en: 'taxed when reached' },
  exceeded: { zh: '超过才征', en: 'taxed when exceeded' },
} as const;

/** What the computation knows to choose from: how months without income count, and what a threshold of VAT is measured on. */
const options = {
  reset: { zh: '中断后重新累计', en: 'a month without income begins anew' },
  'income-months': { zh: '只累计有收入的月份', en: 'months with income alone count' },
  calendar: { zh: '按自然月累计', en: 'all calendar months count' },
  payment: { zh: '按每次支付', en: 'each payment' },
  day: { zh: '按每日', en: 'each day' },
} as const;

/** What a parameter of the law can be. Amounts are fen, rates decimal texts of six places. */
const value = variant({ zh: '取值', en: 'Value' }, 'type', {
  rate: { name: { zh: '比例', en: 'rate' }, fields: { rate: rate({ zh: '比例', en: 'Rate' }) } },
  amount: { name: { zh: '金额', en: 'amount' }, fields: { amountFen: money({ zh: '金额', en: 'Amount' }) } },
  rates: {
    name: { zh: '一组比例', en: 'rates' },
    fields: {
      rates: list({ zh: '比例', en: 'Rates' }, rate({ zh: '比例', en: 'Rate' }), {
        item: { zh: '比例', en: 'rate' },
        min: 1,
        max: 10,
      }),
    },
  },
  brackets: {
    name: { zh: '税率表', en: 'brackets' },
    fields: {
      brackets: list({ zh: '级距', en: 'Brackets' }, bracket, {
        item: { zh: '级距', en: 'bracket' },
        min: 1,
        max: 20,
      }),
    },
  },
  threshold: {
    name: { zh: '起征点', en: 'threshold' },
    fields: {
      salesFen: money({ zh: '不含税销售额', en: 'Sales without tax' }),
      edge: choice({ zh: '边界', en: 'Edge' }, edges),
    },
  },
  allowance: {
    name: { zh: '定额减除', en: 'flat deduction' },
    fields: {
      flatUpToFen: money({ zh: '收入不超过', en: 'Income up to' }),
      flatFen: money({ zh: '减除', en: 'Deduction' }),
    },
  },
  relief: {
    name: { zh: '限额减征', en: 'capped relief' },
    fields: {
      capFen: money({ zh: '所得额上限', en: 'On income up to' }),
      share: rate({ zh: '减征比例', en: 'Share waived' }),
    },
  },
  option: {
    name: { zh: '选项', en: 'option' },
    fields: { option: choice({ zh: '选项', en: 'Option' }, options) },
  },
});
export type ParameterValue = Of<typeof value>;

const row = record(
  { zh: '期间', en: 'Row' },
  {
    from: day({ zh: '起始日', en: 'From' }),
    to: maybe(day({ zh: '截止日', en: 'To' }), { zh: '至今', en: 'open' }),
    value,
    reference: text2({ zh: '依据', en: 'Legal reference' }, { max: 500 }),
  },
);
export type ParameterRow = Of<typeof row>;

const parameter = record(
  { zh: '参数', en: 'Parameter' },
  {
    id: id({ zh: '参数代码', en: 'Code' }),
    name: text2({ zh: '名称', en: 'Name' }),
    rows: list({ zh: '期间', en: 'Rows' }, row, {
      item: { zh: '期间', en: 'row' },
      min: 1,
      max: 60,
      key: 'from',
    }),
  },
);
export type TaxParameter = Of<typeof parameter>;

export const parametersField = record(
  { zh: '税务参数', en: 'Tax parameters' },
  {
    parameters: list({ zh: '参数', en: 'Parameters' }, parameter, {
      item: { zh: '参数', en: 'parameter' },
      min: 1,
      max: 100,
      key: 'id',
      title: 'name',
    }),
  },
);
export type TaxParametersContent = Of<typeof parametersField>;

export const parameterQuestion = record(
  { zh: '查询', en: 'Question' },
  {
    day: pickedDay({ zh: '日期', en: 'Day' }),
    parameter: text({ zh: '参数代码', en: 'Code of the parameter' }, { max: 60 }),
  },
);
