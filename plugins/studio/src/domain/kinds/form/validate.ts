import type { Day } from '@linggong/core/domain';
import type { Json } from '../../kind';
import { checkValue } from './check-value';
import { TABLE_ROWS_MAX, type FormColumn, type FormContent, type FormField } from './content';
import { shownFields } from './shown';
import type { FormValues, ValueProblem } from './value';

export interface Validation {
  readonly valid: boolean;
  readonly problems: readonly ValueProblem[];
  /** Fields that these values ask, in the order of the form. */
  readonly shown: readonly string[];
}

/**
 * Looks at what was filled in (校验): the one truth about a record. The JSON Schema of the form says the same of the values that it can
 * see; a property test holds the two together.
 * @param today Shanghai day: nobody is born after it
 * @param sealed fields (`phone`, `members.0.phone`) that were filled in and whose values nobody may read here: they count as given
 */
export function validateRecord(
  content: FormContent,
  values: FormValues,
  today: Day,
  sealed: readonly string[] = [],
): Validation {
  const shown = shownFields(content, values);
  const visible = new Set(shown);
  const fields = new Map(content.fields.map((field) => [field.id, field]));
  const found: ValueProblem[] = [];
  for (const field of content.fields) {
    if (visible.has(field.id)) found.push(...fieldProblems(field, valueOf(values, field.id), today));
  }
  const given = new Set(sealed);
  const problems = found.filter(({ field, code }) => !(code === 'required' && given.has(field)));
  const handed = new Set([...Object.keys(values), ...sealed.map((path) => path.split('.')[0] ?? path)]);
  for (const id of handed) {
    if (visible.has(id)) continue;
    problems.push({ field: id, code: fields.has(id) ? 'hidden' : 'unknown' });
  }
  return { valid: problems.length === 0, problems, shown };
}

/** Without what is not asked any more: a page drops the answers of fields that its answers have hidden. */
export function withoutHidden(content: FormContent, values: FormValues): FormValues {
  const shown = new Set(shownFields(content, values));
  const kept = Object.entries(values).filter(([id]) => shown.has(id));
  const rest = Object.fromEntries(kept);
  return kept.length === Object.keys(values).length ? values : withoutHidden(content, rest);
}

function valueOf(values: Readonly<Record<string, Json>>, id: string): Json | undefined {
  return Object.hasOwn(values, id) ? values[id] : undefined;
}

function fieldProblems(field: FormField, value: Json | undefined, today: Day): ValueProblem[] {
  if (value === undefined || isEmptyList(field, value)) {
    return field.required ? [{ field: field.id, code: 'required' }] : checkEmpty(field, value);
  }
  if (field.type === 'table') return tableProblems(field, value, today);
  const code = checkValue(field, value, today);
  return code === undefined ? [] : [{ field: field.id, code }];
}

function isEmptyList(field: FormField, value: Json): boolean {
  return (
    (field.type === 'table' || field.type === 'choices' || field.type === 'file') &&
    Array.isArray(value) &&
    value.length === 0
  );
}

/** An empty list that nobody requires may still be shorter than its least. */
function checkEmpty(field: FormField, value: Json | undefined): ValueProblem[] {
  if (value === undefined) return [];
  const least = field.type === 'table' ? field.minRows : field.type === 'choices' ? field.minItems : undefined;
  return (least ?? 0) > 0 ? [{ field: field.id, code: 'too-few' }] : [];
}

function tableProblems(field: Extract<FormField, { type: 'table' }>, value: Json, today: Day): ValueProblem[] {
  if (!Array.isArray(value)) return [{ field: field.id, code: 'type' }];
  if (value.length < (field.minRows ?? 0)) return [{ field: field.id, code: 'too-few' }];
  if (value.length > (field.maxRows ?? TABLE_ROWS_MAX)) return [{ field: field.id, code: 'too-many' }];
  return value.flatMap((row: Json, index) => rowProblems(field.columns, row, `${field.id}.${String(index)}`, today));
}

function rowProblems(columns: readonly FormColumn[], row: Json, path: string, today: Day): ValueProblem[] {
  if (!isRecord(row)) return [{ field: path, code: 'type' }];
  const unknown = Object.keys(row).filter((id) => !columns.some((column) => column.id === id));
  return [
    ...columns.flatMap((column) => cellProblems(column, valueOf(row, column.id), `${path}.${column.id}`, today)),
    ...unknown.map((id) => ({ field: `${path}.${id}`, code: 'unknown' as const })),
  ];
}

function cellProblems(column: FormColumn, value: Json | undefined, path: string, today: Day): ValueProblem[] {
  if (value === undefined) return column.required ? [{ field: path, code: 'required' }] : [];
  const code = checkValue(column, value, today);
  return code === undefined ? [] : [{ field: path, code }];
}

function isRecord(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
