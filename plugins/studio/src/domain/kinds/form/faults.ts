import type { Text2 } from '@linggong/core/domain';
import type { Fault } from '../../kind';
import type { FormColumn, FormContent, FormField } from './content';
import { asked } from './field-types';
import { patternFault, type PatternFault } from './pattern';
import { rangeFaults } from './range-faults';
import { shownIfFaults } from './shown-if-faults';

/** What keeps a form from being checked: whatever its shape cannot say (R13.1). */
export function formFaults(content: FormContent): Fault[] {
  return [
    ...(asked(content.fields).length === 0 ? [formEmpty] : []),
    ...content.sections.flatMap((section, index) => textFaults(section.title, `sections.${String(index)}.title`)),
    ...twice(content.sections, 'sections', sectionTwice),
    ...twice(content.fields, 'fields', fieldTwice),
    ...coreTwice(content.fields),
    ...content.fields.flatMap((field, index) => fieldFaults(content, field, `fields.${String(index)}`)),
    ...shownIfFaults(content),
  ];
}

const formEmpty: Fault = {
  path: 'fields',
  code: 'form-empty',
  text: { zh: '表单没有任何字段，请至少添加一个', en: 'The form asks nothing; add a field' },
};
const sectionTwice = { code: 'section-twice', text: { zh: '分组标识重复', en: 'Another section has the same id' } };
const fieldTwice = {
  code: 'field-twice',
  text: { zh: '字段标识重复，请改用另一个标识', en: 'Another field has the same id; choose another' },
};
const columnTwice = { code: 'column-twice', text: { zh: '列标识重复', en: 'Another column has the same id' } };
const choiceTwice = { code: 'choice-twice', text: { zh: '选项值重复', en: 'Another choice has the same value' } };

type Told = Omit<Fault, 'path'>;

function twice(list: readonly { readonly id: string }[], path: string, told: Told): Fault[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: `${path}.${String(index)}.id`, ...told }];
  });
}

function coreTwice(fields: readonly FormField[]): Fault[] {
  const seen = new Set<string>();
  return fields.flatMap(({ core, retired }, index) => {
    if (core === undefined || retired === true) return [];
    if (!seen.has(core)) {
      seen.add(core);
      return [];
    }
    const text = { zh: '两个字段写入同一核心字段', en: 'Two fields feed the same core field' };
    return [{ path: `fields.${String(index)}.core`, code: 'core-twice', text }];
  });
}

function fieldFaults(content: FormContent, field: FormField, path: string): Fault[] {
  const known = content.sections.some(({ id }) => id === field.section);
  const section = { zh: '字段所在的分组不存在，请选择分组', en: 'There is no such section; choose one' };
  return [
    ...(known ? [] : [{ path: `${path}.section`, code: 'section-unknown', text: section }]),
    ...askedFaults(field, path),
    ...(field.type === 'table' ? tableFaults(field, path) : []),
    ...(field.type === 'file' && field.accept.length === 0 ? [acceptEmpty(path)] : []),
  ];
}

function acceptEmpty(path: string): Fault {
  const text = { zh: '没有允许的文件类型，请至少选择一种', en: 'No kind of file is accepted; choose one' };
  return { path: `${path}.accept`, code: 'accept-empty', text };
}

function tableFaults({ columns }: Extract<FormField, { type: 'table' }>, path: string): Fault[] {
  const text = { zh: '表格没有列，请至少添加一列', en: 'The table has no column; add one' };
  return [
    ...(columns.length === 0 ? [{ path: `${path}.columns`, code: 'table-empty', text }] : []),
    ...twice(columns, `${path}.columns`, columnTwice),
    ...columns.flatMap((column, index) => askedFaults(column, `${path}.columns.${String(index)}`)),
  ];
}

/** What fields and columns have in common. */
function askedFaults(field: FormField | FormColumn, path: string): Fault[] {
  const hasChoices = field.type === 'choice' || field.type === 'choices';
  return [
    ...textFaults(field.label, `${path}.label`),
    ...(hasChoices ? choiceFaults(field, path) : []),
    ...(field.type === 'text' ? patternFaults(field.pattern, path) : []),
    ...rangeFaults(field, path),
  ];
}

function choiceFaults({ choices }: Pick<Extract<FormField, { type: 'choice' }>, 'choices'>, path: string): Fault[] {
  const text = { zh: '没有选项，请至少添加一个', en: 'There is nothing to choose from; add a choice' };
  return [
    ...(choices.length === 0 ? [{ path: `${path}.choices`, code: 'choices-empty', text }] : []),
    ...twice(
      choices.map(({ value }) => ({ id: value })),
      `${path}.choices`,
      choiceTwice,
    ),
    ...choices.flatMap(({ label }, index) => textFaults(label, `${path}.choices.${String(index)}.label`)),
  ];
}

const patternTexts: Readonly<Record<PatternFault, Text2>> = {
  'pattern-syntax': { zh: '格式表达式写法有误', en: 'Not a regular expression' },
  'pattern-unsupported': {
    zh: '格式表达式使用了不支持的写法（如前后查找、反向引用）',
    en: 'The expression uses what is not supported here, such as look-around or back references',
  },
  'pattern-explodes': {
    zh: '格式表达式中有嵌套的重复，个别文本会使匹配耗时剧增，请改写为不嵌套的形式',
    en: 'The expression repeats what repeats itself, so that some texts would take for ever to match; write it flat',
  },
};

function patternFaults(pattern: string | undefined, path: string): Fault[] {
  const code = pattern === undefined ? undefined : patternFault(pattern);
  return code === undefined ? [] : [{ path: `${path}.pattern`, code, text: patternTexts[code] }];
}

/** Everything a reader sees stands in both languages. */
function textFaults({ zh, en }: Text2, path: string): Fault[] {
  const text = { zh: '中文和英文都要填写', en: 'Write it in Chinese and in English' };
  return zh.trim() === '' || en.trim() === '' ? [{ path, code: 'text-missing', text }] : [];
}
