import type { FieldType, FormContent, FormField } from '@linggong/studio/domain';

/** Pure edits of a form while it is designed: each gives a new content, and the place of what was touched. */

const empty = { zh: '', en: '' };

/** What a new field of a type begins with; what is missing in it is told as a fault, and not filled in for the designer. */
export function newField(type: FieldType, id: string, section: string): FormField {
  const asked = { id, section, label: empty, required: false };
  switch (type) {
    case 'choice':
    case 'choices':
      return { ...asked, type, choices: [] };
    case 'region':
      return { ...asked, type, level: 'county' };
    case 'file':
      return { ...asked, type, accept: ['application/pdf', 'image/jpeg', 'image/png'] };
    case 'table':
      return { ...asked, type, columns: [] };
    default:
      return { ...asked, type };
  }
}

/** `base`, `base-2`, `base-3` …: the first that nobody has. Ids end up in records, so they are never used twice. */
export function freeId(taken: readonly string[], base: string): string {
  if (!taken.includes(base)) return base;
  let count = 2;
  while (taken.includes(`${base}-${count.toString()}`)) count += 1;
  return `${base}-${count.toString()}`;
}

export function addField(content: FormContent, type: FieldType, section: string): FormContent {
  const id = freeId(
    content.fields.map((field) => field.id),
    type === 'text' ? 'field' : type,
  );
  const last = content.fields.findLastIndex((field) => field.section === section);
  return {
    ...content,
    fields: content.fields.toSpliced(last < 0 ? content.fields.length : last + 1, 0, newField(type, id, section)),
  };
}

export function duplicateField(content: FormContent, index: number): FormContent {
  const field = content.fields[index];
  if (field === undefined) return content;
  const id = freeId(
    content.fields.map((one) => one.id),
    `${field.id.slice(0, 34)}-copy`,
  );
  const { core: _, ...rest } = field;
  return { ...content, fields: content.fields.toSpliced(index + 1, 0, { ...rest, id }) };
}

export function removeField(content: FormContent, index: number): FormContent {
  return { ...content, fields: content.fields.toSpliced(index, 1) };
}

export function replaceField(content: FormContent, index: number, field: FormField): FormContent {
  return { ...content, fields: content.fields.with(index, field) };
}

/** Puts a field in the place of another, into the section of that one: the list shows sections one after the other. */
export function moveField(content: FormContent, from: number, to: number): FormContent {
  const [field, target] = [content.fields[from], content.fields[to]];
  if (field === undefined || target === undefined || from === to) return content;
  const rest = content.fields.toSpliced(from, 1);
  return { ...content, fields: rest.toSpliced(to, 0, { ...field, section: target.section }) };
}

/** Keeps the fields in the order in which the list shows them, so that a place in the list is a place in the content. */
export function inOrder(content: FormContent): FormContent {
  const known = new Set(content.sections.map(({ id }) => id));
  const sorted = [
    ...content.sections.flatMap(({ id }) => content.fields.filter(({ section }) => section === id)),
    ...content.fields.filter(({ section }) => !known.has(section)),
  ];
  return sorted.every((field, index) => field === content.fields[index]) ? content : { ...content, fields: sorted };
}

export function addSection(content: FormContent): FormContent {
  const id = freeId(
    content.sections.map((section) => section.id),
    'section',
  );
  return { ...content, sections: [...content.sections, { id, title: empty }] };
}

/** The fields of the section go to the one before it, or after it where it is the first. The last section stays. */
export function removeSection(content: FormContent, index: number): FormContent {
  const [section, heir] = [content.sections[index], content.sections[index === 0 ? 1 : index - 1]];
  if (section === undefined || heir === undefined) return content;
  return inOrder({
    sections: content.sections.toSpliced(index, 1),
    fields: content.fields.map((field) => (field.section === section.id ? { ...field, section: heir.id } : field)),
  });
}

/** Sets a property, or takes it away where there is nothing: absent properties are absent, never undefined. */
export function withProperty<T extends object>(record: T, name: string, value: unknown): T {
  const rest = Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
  // The property stays in the shape of the record: its schema is read again before anything is stored.
  return (value === undefined || value === '' ? rest : { ...rest, [name]: value }) as T;
}
