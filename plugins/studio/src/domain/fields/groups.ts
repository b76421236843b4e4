import type { Text2 } from '@linggong/core/domain';
import { z } from 'zod';
import type { AnyField, Field, Of } from './field';

type Fields = Readonly<Record<string, AnyField>>;
type Members<F extends Fields> = { readonly [K in keyof F]: Of<F[K]> };

/** Named members together; nothing else may stand beside them. */
export function record<F extends Fields>(label: Text2, fields: F): Field<Members<F>> {
  const entries = Object.entries(fields);
  const schema = z.strictObject(Object.fromEntries(entries.map(([name, field]) => [name, field.schema])));
  const empty = Object.fromEntries(entries.map(([name, field]) => [name, field.empty]));
  // Object.fromEntries forgets which name has which type; the members are exactly those of `fields`.
  return { label, schema, empty, control: { type: 'record', fields } } as unknown as Field<Members<F>>;
}

interface ListOptions<T> {
  readonly item: Text2;
  /** Fewer than this is a fault, not a shape: a draft may begin with none. */
  readonly min?: number;
  readonly max: number;
  readonly key?: keyof T & string;
  readonly title?: keyof T & string;
  readonly help?: Text2;
  readonly none?: Text2;
}

/** Many of one field, bounded. */
export function list<T>(label: Text2, of: Field<T>, options: ListOptions<T>): Field<readonly T[]> {
  const { item, min = 0, max, key, title, help, none } = options;
  const names = { ...(key ? { key } : {}), ...(title ? { title } : {}), ...(none ? { none } : {}) };
  const control = { type: 'list', of, item, min, max, ...names } as const;
  return { label, ...(help ? { help } : {}), schema: z.array(of.schema).max(max), empty: [], control };
}

/** A value that may be absent; `absent` says what that means: 「不限」. */
export function maybe<T>(of: Field<T>, absent: Text2): Field<T | null> {
  const { label, help, schema } = of;
  const control = { type: 'maybe', of, absent } as const;
  return { label, ...(help ? { help } : {}), schema: schema.nullable(), empty: null, control };
}

/** A member that contents stored before it was thought of lack: it reads as empty there. */
export function added<T>(field: Field<T>): Field<T | undefined> {
  return { ...field, schema: field.schema.optional() };
}

type Tagged<Tag extends string, O extends Readonly<Record<string, Fields>>> = {
  readonly [K in keyof O & string]: Readonly<Record<Tag, K>> & Members<O[K]>;
}[keyof O & string];

/** One of several records, told apart by the member `tag`. */
export function variant<Tag extends string, const O extends Readonly<Record<string, Fields>>>(
  label: Text2,
  tag: Tag,
  options: { readonly [K in keyof O]: { readonly name: Text2; readonly fields: O[K] } },
): Field<Tagged<Tag, O>> {
  const entries = Object.entries(options).map(([value, { name, fields }]) => ({ value, field: record(name, fields) }));
  const schemas = entries.map(({ value, field }) => taggedSchema(tag, value, field));
  const [first] = entries;
  const control = { type: 'variant', tag, options: Object.fromEntries(entries.map((one) => [one.value, one.field])) };
  const empty = { [tag]: first?.value, ...first?.field.empty };
  // As in `record`: the union is exactly that of the options.
  return { label, schema: z.union(schemas), empty, control } as unknown as Field<Tagged<Tag, O>>;
}

function taggedSchema(tag: string, value: string, field: AnyField): z.ZodType {
  if (field.control.type !== 'record') throw new TypeError('an option of a variant is a record');
  const members = Object.entries(field.control.fields).map(([name, member]) => [name, member.schema]);
  return z.strictObject({ [tag]: z.literal(value), ...Object.fromEntries(members) });
}
