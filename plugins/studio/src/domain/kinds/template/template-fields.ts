import type { Text2 } from '@linggong/core/domain';
import { added, choice, id, list, record, text, text2, type Field, type Of } from '../../fields';

const section = record(
  { zh: '条款', en: 'Clause' },
  {
    id: id(),
    heading: text2({ zh: '标题', en: 'Heading' }, { required: false }),
    body: text2({ zh: '正文', en: 'Text' }, { max: 8_000, lines: 'many' }),
  },
);

const variable = record(
  { zh: '变量', en: 'Variable' },
  {
    name: id({ zh: '变量名', en: 'Name' }),
    label: text2({ zh: '含义', en: 'Meaning' }),
    sample: text({ zh: '示例', en: 'Sample' }, { max: 500 }),
  },
);

export const templateField = record(
  { zh: '模板', en: 'Template' },
  {
    purpose: choice(
      { zh: '用途', en: 'Purpose' },
      {
        contract: { zh: '合同', en: 'contract' },
        notice: { zh: '通知', en: 'notice' },
        document: { zh: '文书（PDF）', en: 'document (PDF)' },
      },
    ),
    title: text2({ zh: '标题', en: 'Title' }),
    sections: list({ zh: '条款', en: 'Clauses' }, section, {
      item: { zh: '条款', en: 'clause' },
      min: 1,
      max: 100,
      key: 'id',
      title: 'heading',
      help: { zh: '用 {{变量名}} 引用变量', en: 'Name a variable as {{name}}' },
    }),
    variables: list({ zh: '变量', en: 'Variables' }, variable, {
      item: { zh: '变量', en: 'variable' },
      max: 100,
      key: 'name',
    }),
    operatorTemplate: added(
      text(
        { zh: '运营商模板编号', en: 'Template number of the operator' },
        {
          max: 64,
          required: false,
          help: {
            zh: '本文本在短信运营商处报备通过后得到的编号',
            en: 'The number that the operator of short messages gave to this text',
          },
        },
      ),
    ),
  },
);
type Members = Of<typeof templateField>;
/** Contents that were stored before operators' numbers have none. */
export type TemplateContent = Omit<Members, 'operatorTemplate'> & Partial<Pick<Members, 'operatorTemplate'>>;
/** Shape of a template, for whoever takes one that is not stored yet. */
export const templateContent = templateField.schema;

const languages = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } } as const;

export interface TemplateQuestion {
  readonly language: keyof Text2;
  readonly values: Readonly<Record<string, string>>;
}

/** What a template is asked: one text for each of its variables. */
export function templateQuestion({ variables }: TemplateContent): Field<TemplateQuestion> {
  const values = Object.fromEntries(
    variables.map(({ name, label }) => [name, text(label, { max: 2_000, required: false, lines: 'many' })]),
  );
  return record(
    { zh: '填写', en: 'Values' },
    {
      language: choice({ zh: '语言', en: 'Language' }, languages),
      values: record({ zh: '变量', en: 'Variables' }, values),
    },
  );
}
