import type { Text2 } from '@linggong/core/domain';
import type { Fault } from '../../kind';
import type { FieldType, FormContent, FormField } from './content';
import { fieldTypeNames } from './field-types';
import type { FormValues } from './value';

/** What the platform itself reads of a record (核心字段), whatever the operators call the field that asks for it. */
export interface CoreField {
  readonly name: string;
  readonly label: Text2;
  /** The only type that it can be read of; none that is sealed. */
  readonly type: FieldType;
  /** What the platform does with it. */
  readonly use: Text2;
}

const ofForm: Readonly<Record<string, readonly CoreField[]>> = {
  'service.complaint': [
    {
      name: 'about',
      label: { zh: '投诉事项', en: 'What the complaint is about' },
      type: 'choice',
      use: { zh: '决定立案的名称和严重程度', en: 'Names the case that it opens, and says how grave it is' },
    },
    {
      name: 'amount',
      label: { zh: '涉及金额', en: 'Amount in question' },
      type: 'money',
      use: { zh: '写入案件的事实', en: 'Stands among the facts of the case' },
    },
  ],
};

/** The core fields of a form by its key; none where the platform reads nothing of it. */
export function coreFieldsOf(formKey: string): readonly CoreField[] {
  return ofForm[formKey] ?? [];
}

/** The label of a core field of any form; undefined for a name that none has. */
export function coreLabel(name: string): Text2 | undefined {
  return Object.values(ofForm)
    .flat()
    .find((core) => core.name === name)?.label;
}

/** A field that feeds what the platform does not read, or cannot read of its type. Retired ones feed nothing. */
export function coreFaults(formKey: string, content: FormContent): Fault[] {
  const known = new Map(coreFieldsOf(formKey).map((core) => [core.name, core]));
  return content.fields.flatMap(({ core: name, type, retired }, index) => {
    if (name === undefined || retired === true) return [];
    const core = known.get(name);
    if (core?.type === type) return [];
    const path = `fields.${String(index)}.core`;
    return [core === undefined ? { path, ...unread } : { path, code: 'core-type', text: typeText(core) }];
  });
}

const unread = {
  code: 'core-unknown',
  text: {
    zh: '平台不读取此核心字段，请改选或选择“不写入”',
    en: 'The platform reads no such core field of this form; pick another, or none',
  },
};

function typeText({ label, type }: CoreField): Text2 {
  const name = fieldTypeNames[type];
  return {
    zh: `核心字段“${label.zh}”只能由${name.zh}字段写入`,
    en: `The core field “${label.en}” is fed by a field of the type “${name.en}”`,
  };
}

/**
 * The field that feeds a core field, and what a record holds of it. Versions of before core fields were picked have none: theirs is the
 * field whose id is the name.
 */
export function coreOf(
  content: FormContent | undefined,
  name: string,
  data: FormValues,
): { readonly field: FormField | undefined; readonly value: FormValues[string] | undefined } {
  const field = content?.fields.find(({ core }) => core === name) ?? content?.fields.find(({ id }) => id === name);
  const id = field?.id ?? name;
  return { field, value: Object.hasOwn(data, id) ? data[id] : undefined };
}
