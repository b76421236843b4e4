import type { Json } from '../../kind';
import { TABLE_ROWS_MAX, type FormContent, type FormField, type FormSection } from './content';
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

/** The widget of each type by a name of ours; what it needs beside the schema stands in its options. */
function uiOf(field: FormField, language: Language): Json {
  return { 'ui:widget': `linggong-${field.type}`, 'ui:options': optionsOf(field, language) };
}

function optionsOf(field: FormField, language: Language): Schema {
  switch (field.type) {
    case 'text':
      return { lines: field.lines ?? 1 };
    case 'number':
      return { unit: field.unit?.[language] ?? '' };
    case 'choice':
    case 'choices':
      return { choices: field.choices.map(({ value, label }) => ({ value, label: label[language] })) };
    case 'region':
      return { level: field.level };
    case 'file':
      return { accept: field.accept, maxFiles: field.maxFiles ?? 1 };
    case 'table':
      // A content is JSON: its columns are drawn as they stand.
      return { columns: field.columns as unknown as Json, maxRows: field.maxRows ?? TABLE_ROWS_MAX };
    default:
      return {};
  }
}
