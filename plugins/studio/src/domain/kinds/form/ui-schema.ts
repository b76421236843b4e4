import type { Json } from '../../kind';
import type { FormColumn, FormContent, FormField, FormSection } from './content';
import { asked } from './field-types';
import type { Language, Schema } from './json-schema';

/**
 * How the form is drawn, in one language, as @rjsf reads it: order, sections, and the widget of each field. Sections are a property of
 * ours (`ui:options.sections`) that the page's template reads; the record stays flat.
 */
export function uiSchema(content: FormContent, language: Language): Schema {
  const fields = asked(content.fields);
  return {
    'ui:order': inSections(content).map(({ id }) => id),
    'ui:options': { sections: content.sections.map((section) => sectionOf(section, fields, language)) },
    ...Object.fromEntries(fields.map((field) => [field.id, uiOf(field, language)])),
  };
}

/** Fields as a page shows them: section by section, in each as they stand. */
export function inSections(content: FormContent): FormField[] {
  const fields = asked(content.fields);
  const placed = content.sections.flatMap(({ id }) => fields.filter(({ section }) => section === id));
  const known = new Set(content.sections.map(({ id }) => id));
  return [...placed, ...fields.filter(({ section }) => !known.has(section))];
}

function sectionOf(section: FormSection, fields: readonly FormField[], language: Language): Json {
  return {
    title: section.title[language],
    help: section.help?.[language] ?? '',
    fields: fields.filter((field) => field.section === section.id).map(({ id }) => id),
  };
}

function uiOf(field: FormField | FormColumn, language: Language): Json {
  switch (field.type) {
    case 'text':
      return { 'ui:widget': 'text', 'ui:options': { lines: 'lines' in field ? (field.lines ?? 1) : 1 } };
    case 'number':
      return {
        'ui:widget': 'number',
        'ui:options': { unit: field.unit?.[language] ?? '', decimals: field.decimals ?? 0 },
      };
    case 'choice':
      return { 'ui:widget': 'choice', 'ui:enumNames': field.choices.map(({ label }) => label[language]) };
    case 'choices':
      return { 'ui:field': 'choices', 'ui:enumNames': field.choices.map(({ label }) => label[language]) };
    case 'region':
      return { 'ui:widget': 'region', 'ui:options': { level: field.level } };
    case 'file':
      return {
        'ui:field': 'file',
        'ui:options': { accept: field.accept, maxFiles: field.maxFiles ?? 1, maxBytes: field.maxBytes ?? 0 },
      };
    case 'table':
      return {
        'ui:field': 'table',
        items: Object.fromEntries(field.columns.map((column) => [column.id, uiOf(column, language)])),
      };
    default:
      return { 'ui:widget': field.type };
  }
}
