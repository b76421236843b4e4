import { FEN_MAX } from '@linggong/core/domain';
import type { Json } from '../../kind';
import { TABLE_ROWS_MAX, TEXT_MAX, type FormColumn, type FormContent, type FormField, type ShownIf } from './content';
import { asked } from './field-types';

export type Language = 'zh' | 'en';
export type Schema = { readonly [name: string]: Json };

/**
 * The form as JSON Schema (2020-12) in one language: what somebody else's program may check a record by. Formats beside `date` are ours
 * (`linggong-…`); an engine that does not know them asks less than we do, never something else.
 */
export function jsonSchema(content: FormContent, language: Language): Schema {
  const fields = asked(content.fields);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    ...objectOf(fields, language),
    allOf: fields.filter(({ shownIf }) => shownIf !== undefined).map((field) => whenShown(field, fields)),
  };
}

/** The fields that are asked now, without conditions: what a page draws. */
export function visibleSchema(content: FormContent, shown: readonly string[], language: Language): Schema {
  const visible = new Set(shown);
  const fields = content.fields.filter(({ id }) => visible.has(id));
  return { type: 'object', additionalProperties: false, ...objectOf(fields, language, true) };
}

function objectOf(fields: readonly (FormField | FormColumn)[], language: Language, all = false): Schema {
  return {
    properties: Object.fromEntries(fields.map((field) => [field.id, schemaOf(field, language)])),
    required: fields.filter((field) => field.required && (all || !isConditional(field))).map(({ id }) => id),
  };
}

function isConditional(field: FormField | FormColumn): boolean {
  return 'shownIf' in field && field.shownIf !== undefined;
}

/** Asked where its condition holds, refused where it does not: a hidden controller has no value, so chains hold by themselves. */
function whenShown(field: FormField, fields: readonly FormField[]): Json {
  const condition = field.shownIf;
  const controller = fields.find(({ id }) => id === condition?.field);
  if (condition === undefined || controller === undefined) return { properties: { [field.id]: false } };
  return {
    if: { properties: { [condition.field]: conditionOf(condition, controller) }, required: [condition.field] },
    then: { required: field.required ? [field.id] : [] },
    else: { properties: { [field.id]: false } },
  };
}

function conditionOf(condition: ShownIf, controller: FormField): Json {
  const one = oneOf(condition);
  return controller.type === 'choices' ? { type: 'array', contains: one } : one;
}

function oneOf(condition: ShownIf): Schema {
  if ('is' in condition) return { const: condition.is };
  if ('in' in condition) return condition.in.length > 0 ? { enum: condition.in } : { not: {} };
  const { from, to } = condition;
  const isDays = typeof from === 'string' || typeof to === 'string';
  return isDays ? { ...days(from, to), type: 'string' } : { ...numbers(from, to), type: ['number', 'string'] };
}

type Bound = string | number | undefined;

const numbers = (from: Bound, to: Bound): Schema => defined({ minimum: from, maximum: to });
const days = (from: Bound, to: Bound): Schema => ({
  format: 'date',
  ...defined({ formatMinimum: from, formatMaximum: to }),
});

/** Without what is not said. */
function defined(properties: Readonly<Record<string, Json | undefined>>): Schema {
  const said: [string, Json][] = [];
  for (const [name, value] of Object.entries(properties)) if (value !== undefined) said.push([name, value]);
  return Object.fromEntries(said);
}

function schemaOf(field: FormField | FormColumn, language: Language): Schema {
  const help = 'help' in field ? field.help?.[language] : undefined;
  return {
    title: field.label[language],
    ...defined({ description: help === '' ? undefined : help }),
    ...typeOf(field, language),
  };
}

function typeOf(field: FormField | FormColumn, language: Language): Schema {
  switch (field.type) {
    case 'text':
      return textOf(field);
    case 'number':
      return {
        type: 'number',
        format: `linggong-decimals-${String(field.decimals ?? 0)}`,
        minimum: field.min ?? -1e9,
        maximum: field.max ?? 1e9,
      };
    case 'money':
      return { type: 'integer', minimum: field.minFen ?? 0, maximum: field.maxFen ?? Number(FEN_MAX) };
    case 'date':
      return { type: 'string', ...days(field.from, field.to) };
    case 'choice':
      return choiceOf(field.choices.map(({ value }) => value));
    case 'choices':
      return {
        type: 'array',
        uniqueItems: true,
        items: choiceOf(field.choices.map(({ value }) => value)),
        minItems: least(field.required, field.minItems),
        maxItems: field.maxItems ?? field.choices.length,
      };
    case 'region':
      return { type: 'string', format: `linggong-region-${field.level}` };
    case 'file':
      return {
        type: 'array',
        uniqueItems: true,
        items: { type: 'string', format: 'linggong-file' },
        minItems: least(field.required, 0),
        maxItems: field.maxFiles ?? 1,
      };
    case 'table':
      return {
        type: 'array',
        items: { type: 'object', additionalProperties: false, ...objectOf(field.columns, language) },
        minItems: least(field.required, field.minRows),
        maxItems: field.maxRows ?? TABLE_ROWS_MAX,
      };
    default:
      return { type: 'string', format: `linggong-${field.type}` };
  }
}

function textOf({ minLength, maxLength, pattern }: Extract<FormField | FormColumn, { type: 'text' }>): Schema {
  return {
    type: 'string',
    format: 'linggong-text',
    minLength: Math.max(1, minLength ?? 0),
    maxLength: maxLength ?? TEXT_MAX,
    ...defined({ pattern: pattern === undefined ? undefined : `^(?:${pattern})$` }),
  };
}

/** No enumeration may be empty; a form without choices has a fault, and a page shows it all the same. */
function choiceOf(values: readonly string[]): Schema {
  return values.length > 0 ? { type: 'string', enum: values } : { type: 'string', maxLength: 0 };
}

function least(required: boolean, min: number | undefined): number {
  return Math.max(required ? 1 : 0, min ?? 0);
}
