import type { FormContent, FormField, ShownIf } from './content';
import { asked } from './field-types';
import type { FormValues } from './value';

/**
 * Which fields are asked for these values (显示条件): a field whose condition names a hidden field is hidden too, and one that stands in a
 * circle is hidden as well, so that the preview of a faulty draft ends.
 * @returns ids in the order of the form
 */
export function shownFields(content: FormContent, values: FormValues): string[] {
  const fields = new Map(asked(content.fields).map((field) => [field.id, field]));
  const known = new Map<string, boolean>();
  return [...fields.keys()].filter((id) => isShown(id, { fields, values, known }));
}

interface Looked {
  readonly fields: ReadonlyMap<string, FormField>;
  readonly values: FormValues;
  readonly known: Map<string, boolean>;
}

function isShown(id: string, looked: Looked): boolean {
  const { fields, values, known } = looked;
  const before = known.get(id);
  if (before !== undefined) return before;
  const field = fields.get(id);
  if (field === undefined) return false;
  const condition = field.shownIf;
  if (condition === undefined) return remember(known, id, true);
  known.set(id, false);
  const value = Object.hasOwn(values, condition.field) ? values[condition.field] : undefined;
  return remember(known, id, isShown(condition.field, looked) && holds(condition, value));
}

function remember(known: Map<string, boolean>, id: string, shown: boolean): boolean {
  known.set(id, shown);
  return shown;
}

/** Several choices hold where one of them does. Numbers compare as numbers, days as text. */
function holds(condition: ShownIf, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((one) => typeof one === 'string' && holds(condition, one));
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  if ('is' in condition) return condition.is === value;
  if ('in' in condition) return condition.in.includes(value);
  return isFrom(condition.from, value) && isTo(condition.to, value);
}

function isFrom(from: string | number | undefined, value: string | number): boolean {
  return from === undefined || (typeof from === typeof value && value >= from);
}

function isTo(to: string | number | undefined, value: string | number): boolean {
  return to === undefined || (typeof to === typeof value && value <= to);
}
