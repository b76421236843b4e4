import type { FormContent, FormField } from './content';

const text = (zh: string, en: string) => ({ zh, en });

/** A form of every type of field (R2.1): synthetic, as a designer would leave it. */
export const everyField: readonly FormField[] = [
  {
    id: 'kind',
    section: 'main',
    label: text('用工类型', 'Kind of work'),
    required: true,
    type: 'choice',
    choices: [
      { value: 'delivery', label: text('配送', 'Delivery') },
      { value: 'online', label: text('线上', 'Online') },
    ],
  },
  {
    id: 'tools',
    section: 'main',
    label: text('自备工具', 'Own tools'),
    required: false,
    type: 'choices',
    choices: [
      { value: 'car', label: text('汽车', 'Car') },
      { value: 'bike', label: text('电动车', 'Bike') },
      { value: 'phone', label: text('手机', 'Phone') },
    ],
    minItems: 1,
    maxItems: 2,
    shownIf: { field: 'kind', is: 'delivery' },
  },
  {
    id: 'plate',
    section: 'main',
    label: text('车牌号', 'Number plate'),
    required: true,
    type: 'text',
    pattern: '[A-Z][A-Z0-9]{5}',
    shownIf: { field: 'tools', in: ['car'] },
  },
  {
    id: 'note',
    section: 'main',
    label: text('备注', 'Note'),
    required: false,
    type: 'text',
    minLength: 2,
    maxLength: 8,
  },
  {
    id: 'hours',
    section: 'main',
    label: text('时长', 'Hours'),
    required: true,
    type: 'number',
    min: 0,
    max: 24,
    decimals: 1,
  },
  {
    id: 'price',
    section: 'main',
    label: text('单价', 'Price'),
    required: false,
    type: 'money',
    minFen: 100,
    maxFen: 500_000,
  },
  {
    id: 'insured',
    section: 'more',
    label: text('参保日期', 'Insured since'),
    required: true,
    type: 'date',
    from: '2020-01-01',
    to: '2026-12-31',
    shownIf: { field: 'price', from: 10_000, to: 500_000 },
  },
  {
    id: 'policy',
    section: 'more',
    label: text('保单', 'Policy'),
    required: false,
    type: 'file',
    accept: ['application/pdf'],
    maxFiles: 2,
    shownIf: { field: 'insured', from: '2025-01-01' },
  },
  { id: 'place', section: 'more', label: text('地区', 'Place'), required: false, type: 'region', level: 'county' },
  { id: 'who', section: 'more', label: text('证件号码', 'Identity number'), required: false, type: 'identity-number' },
  { id: 'firm', section: 'more', label: text('企业代码', 'Firm'), required: false, type: 'uscc' },
  { id: 'card', section: 'more', label: text('银行卡', 'Card'), required: false, type: 'bank-card' },
  { id: 'tel', section: 'more', label: text('手机', 'Mobile'), required: false, type: 'phone' },
  {
    id: 'crew',
    section: 'more',
    label: text('班组', 'Crew'),
    required: false,
    type: 'table',
    columns: [
      { id: 'job', label: text('工种', 'Job'), required: true, type: 'text', maxLength: 6 },
      { id: 'heads', label: text('人数', 'Heads'), required: false, type: 'number', min: 1, max: 50 },
    ],
    maxRows: 3,
  },
];

export const fullForm: FormContent = {
  sections: [
    { id: 'main', title: text('基本', 'Basics') },
    { id: 'more', title: text('更多', 'More') },
  ],
  fields: [...everyField],
};

/** The same form with one field changed. */
export function withField(id: string, change: Partial<FormField>): FormContent {
  const fields = fullForm.fields.map((field) => (field.id === id ? ({ ...field, ...change } as FormField) : field));
  return { ...fullForm, fields };
}
