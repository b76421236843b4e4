import { groupedYuanText, type Text2 } from '@linggong/core/domain';
import type { FormColumn, FormField, ShownIf } from './content';
import { coreLabel } from './core-fields';
import { fieldTypeNames } from './field-types';

type Property = readonly [Text2, Text2];

/** Words that properties refer to: labels of fields and titles of sections. */
export interface Names {
  readonly names: ReadonlyMap<string, Text2>;
  readonly sections: ReadonlyMap<string, Text2>;
}

const same = (text: string): Text2 => ({ zh: text, en: text });
const yes: Text2 = { zh: '是', en: 'Yes' };
const no: Text2 = { zh: '否', en: 'No' };
const nothing: Text2 = { zh: '（空）', en: '(nothing)' };

/** What stands in a field, in the words and the order of the designer; what is not set is left out. */
export function propertiesOf(field: FormField, { names, sections }: Names): Property[] {
  return [
    [{ zh: '名称', en: 'Label' }, field.label],
    [{ zh: '分组', en: 'Section' }, sections.get(field.section) ?? same(field.section)],
    [{ zh: '必填', en: 'Required' }, field.required ? yes : no],
    ...maybe({ zh: '说明', en: 'Help' }, field.help),
    ...maybe({ zh: '显示条件', en: 'Shown if' }, field.shownIf && conditionText(field.shownIf, names)),
    ...maybe(
      { zh: '核心字段', en: 'Core field' },
      field.core === undefined ? undefined : (coreLabel(field.core) ?? same(field.core)),
    ),
    ...maybe({ zh: '已停用', en: 'No longer asked' }, field.retired && yes),
    ...ofType(field),
  ];
}

function maybe(name: Text2, value: Text2 | undefined): Property[] {
  return value === undefined ? [] : [[name, value]];
}

function text(value: string | number | undefined): Text2 | undefined {
  return value === undefined ? undefined : same(String(value));
}

function money(fen: number | undefined): Text2 | undefined {
  if (fen === undefined) return undefined;
  const yuan = groupedYuanText(BigInt(fen));
  return { zh: `${yuan} 元`, en: `CNY ${yuan}` };
}

const least: Text2 = { zh: '最小值', en: 'Least' };
const most: Text2 = { zh: '最大值', en: 'Most' };

function ofType(field: FormField | FormColumn): Property[] {
  switch (field.type) {
    case 'text':
      return ofText(field);
    case 'number':
      return [
        ...maybe(least, text(field.min)),
        ...maybe(most, text(field.max)),
        ...maybe({ zh: '小数位数', en: 'Decimals' }, text(field.decimals)),
        ...maybe({ zh: '单位', en: 'Unit' }, field.unit),
      ];
    case 'money':
      return [...maybe(least, money(field.minFen)), ...maybe(most, money(field.maxFen))];
    case 'date':
      return [...maybe(least, text(field.from)), ...maybe(most, text(field.to))];
    case 'choice':
      return [choicesProperty(field.choices)];
    case 'choices':
      return [
        choicesProperty(field.choices),
        ...maybe(least, text(field.minItems)),
        ...maybe(most, text(field.maxItems)),
      ];
    case 'region':
      return [[{ zh: '级别', en: 'Level' }, levels[field.level]]];
    case 'file':
      return ofFile(field);
    case 'table':
      return [
        [{ zh: '列', en: 'Columns' }, listed(field.columns.map(columnText))],
        ...maybe({ zh: '最少行数', en: 'Least rows' }, text(field.minRows)),
        ...maybe({ zh: '最多行数', en: 'Most rows' }, text(field.maxRows)),
      ];
    default:
      return [];
  }
}

const levels = {
  province: { zh: '省', en: 'Province' },
  city: { zh: '市', en: 'City' },
  county: { zh: '区县', en: 'County' },
} as const satisfies Record<string, Text2>;

const personal = {
  name: { zh: '姓名', en: 'Name' },
  address: { zh: '地址', en: 'Address' },
  email: { zh: '邮箱', en: 'E-mail' },
} as const satisfies Record<string, Text2>;

function ofText(field: Extract<FormField | FormColumn, { type: 'text' }>): Property[] {
  const meaning = 'personal' in field && field.personal !== undefined ? personal[field.personal] : undefined;
  return [
    ...maybe({ zh: '最少字数', en: 'Least characters' }, text(field.minLength)),
    ...maybe({ zh: '最多字数', en: 'Most characters' }, text(field.maxLength)),
    ...maybe({ zh: '格式', en: 'Pattern' }, text(field.pattern)),
    ...maybe({ zh: '格式提示', en: 'Word about the pattern' }, field.patternText),
    ...maybe({ zh: '行数', en: 'Lines' }, text('lines' in field ? field.lines : undefined)),
    ...maybe({ zh: '个人信息', en: 'Personal data' }, meaning),
  ];
}

function ofFile({ accept, maxBytes, maxFiles }: Extract<FormField, { type: 'file' }>): Property[] {
  const kinds = accept.map((type) => same(type.split('/')[1]?.toUpperCase() ?? type));
  return [
    [{ zh: '文件类型', en: 'Kinds of file' }, listed(kinds)],
    ...maybe({ zh: '大小上限（字节）', en: 'Most bytes' }, text(maxBytes)),
    ...maybe({ zh: '数量上限', en: 'Most files' }, text(maxFiles)),
  ];
}

function choicesProperty(choices: readonly { readonly label: Text2 }[]): Property {
  return [{ zh: '选项', en: 'Choices' }, listed(choices.map(({ label }) => label))];
}

function columnText(column: FormColumn): Text2 {
  const type = fieldTypeNames[column.type];
  const rest = ofType(column);
  const required = column.required ? { zh: '，必填', en: ', required' } : { zh: '', en: '' };
  return {
    zh: `${column.label.zh}（${[type.zh, ...rest.map(([name, value]) => `${name.zh} ${value.zh}`)].join('，')}${required.zh}）`,
    en: `${column.label.en} (${[type.en, ...rest.map(([name, value]) => `${name.en} ${value.en}`)].join(', ')}${required.en})`,
  };
}

function listed(texts: readonly Text2[]): Text2 {
  if (texts.length === 0) return nothing;
  return { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join(', ') };
}

function conditionText(condition: ShownIf, names: ReadonlyMap<string, Text2>): Text2 {
  const label = names.get(condition.field) ?? same(condition.field);
  if ('is' in condition)
    return { zh: `${label.zh} 为 ${String(condition.is)}`, en: `${label.en} is ${String(condition.is)}` };
  if ('in' in condition) {
    const values = condition.in.map(String);
    return { zh: `${label.zh} 为 ${values.join('、')} 之一`, en: `${label.en} is one of ${values.join(', ')}` };
  }
  const [from, to] = [String(condition.from ?? '…'), String(condition.to ?? '…')];
  return { zh: `${label.zh} 在 ${from} 至 ${to} 之间`, en: `${label.en} is from ${from} to ${to}` };
}
