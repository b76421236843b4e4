import { isDay, parseRate, type Day, type Text2 } from '@linggong/core/domain';
import { z } from 'zod';
import type { Choices, Field } from './field';

const FEN_LIMIT = 10_000_000_000_000;

interface TextOptions {
  /** Characters at most. */
  readonly max?: number;
  readonly lines?: 'one' | 'many';
  /** A draft may lack it; a checked version may not. */
  readonly required?: boolean;
  readonly help?: Text2;
}

/** Nobody sees what stands around a line, and so it is no part of it; a longer text may begin with a space on purpose. */
const typed = (max: number, lines: NonNullable<TextOptions['lines']>): z.ZodString =>
  lines === 'one' ? z.string().trim().max(max) : z.string().max(max);

/** A text in one language, or a code. Empty in a draft; a required one is a fault until it is written. */
export function text(label: Text2, options: TextOptions = {}): Field<string> {
  const { max = 200, lines = 'one', required = true } = options;
  const control = { type: 'text', max, lines, required } as const;
  return { label, ...helpOf(options), schema: typed(max, lines), empty: '', control };
}

/** Kebab-case name of an item, the same in every version: comparisons, citations and test cases go by it. */
export function id(label: Text2 = { zh: '编号', en: 'Code' }): Field<string> {
  const control = { type: 'text', max: 60, lines: 'one', required: true } as const;
  return {
    label,
    schema: z
      .string()
      .regex(/^(?:[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*)?$/)
      .max(60),
    empty: '',
    control,
  };
}

/** Code of a kind of work (业务场景代码): one of the catalogue of scenarios, picked by its name. */
export function kindOfWorkCode(label: Text2): Field<string> {
  const control = { type: 'text', max: 60, lines: 'one', required: true, of: 'kind-of-work' } as const;
  return { label, schema: z.string().max(60), empty: '', control };
}

/** A text in both languages of the house. */
export function text2(label: Text2, options: TextOptions = {}): Field<Text2> {
  const { max = 200, lines = 'one', required = true } = options;
  const side = typed(max, lines);
  const control = { type: 'text2', max, lines, required } as const;
  return {
    label,
    ...helpOf(options),
    schema: z.strictObject({ zh: side, en: side }),
    empty: { zh: '', en: '' },
    control,
  };
}

interface CountOptions {
  readonly min?: number;
  readonly max: number;
  readonly unit?: Text2;
  readonly help?: Text2;
}

/** A whole number. */
export function count(label: Text2, { min = 0, max, unit, ...rest }: CountOptions): Field<number> {
  const control = { type: 'count', min, max, ...(unit ? { unit } : {}) } as const;
  return { label, ...helpOf(rest), schema: z.int().min(min).max(max), empty: min, control };
}

/** An amount in fen, at most 100 billion yuan: a JSON integer far inside 2^53. Named `…Fen` by its record. */
export function money(label: Text2, help?: Text2): Field<number> {
  return { label, ...helpOf({ help }), schema: z.int().min(0).max(FEN_LIMIT), empty: 0, control: { type: 'money' } };
}

/** A rate as decimal text, `"0.05"` for 5 %; at most six decimals. */
export function rate(label: Text2, help?: Text2): Field<string> {
  const schema = z
    .string()
    .max(10)
    .refine((value) => parseRate(value) !== undefined);
  return { label, ...helpOf({ help }), schema, empty: '0', control: { type: 'rate' } };
}

/** A day of Asia/Shanghai. Empty in a draft, which is a fault until it is picked. */
export function day(label: Text2, help?: Text2): Field<Day> {
  const schema = z.string().refine((value) => value === '' || isDay(value));
  return { label, ...helpOf({ help }), schema, empty: '', control: { type: 'day', open: true } };
}

/** A day that is always there: what a question is asked for. */
export function pickedDay(label: Text2): Field<Day> {
  return { label, schema: z.string().refine(isDay), empty: '2026-01-01', control: { type: 'day', open: false } };
}

/** A time of day, `HH:MM`. */
export function time(label: Text2, empty: string): Field<string> {
  return { label, schema: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/), empty, control: { type: 'time' } };
}

/** An instant in UTC, as JSON carries it. */
export function instant(label: Text2): Field<string> {
  return { label, schema: z.iso.datetime().max(30), empty: '2026-01-01T00:00:00.000Z', control: { type: 'instant' } };
}

/** Yes or no. */
export function flag(label: Text2, empty = false, help?: Text2): Field<boolean> {
  return { label, ...helpOf({ help }), schema: z.boolean(), empty, control: { type: 'flag' } };
}

/** One of a closed set; a new value is the first. */
export function choice<V extends string>(label: Text2, choices: Readonly<Record<V, Text2>>, help?: Text2): Field<V> {
  const values = valuesOf(choices);
  return { label, ...helpOf({ help }), schema: z.enum(values), empty: values[0], control: { type: 'choice', choices } };
}

/** Some of a closed set. `none` says what it means that none is picked, mostly “every”. */
export function choices<V extends string>(
  label: Text2,
  options: { readonly choices: Readonly<Record<V, Text2>>; readonly none: Text2; readonly help?: Text2 },
): Field<readonly V[]> {
  const values = valuesOf(options.choices);
  const schema = z
    .array(z.enum(values))
    .max(values.length)
    .refine((picked) => new Set(picked).size === picked.length);
  const control = { type: 'choices', choices: options.choices, none: options.none } as const;
  return { label, ...helpOf(options), schema, empty: [], control };
}

function valuesOf<V extends string>(names: Readonly<Record<V, Text2>> & Choices): [V, ...V[]] {
  // Object.keys forgets the key type; every set of choices has one at least.
  return Object.keys(names) as [V, ...V[]];
}

function helpOf({ help }: { readonly help?: Text2 | undefined }): { help?: Text2 } {
  return help ? { help } : {};
}
