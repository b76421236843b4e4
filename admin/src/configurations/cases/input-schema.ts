import type { AnyKind, Json } from '@linggong/studio/domain';
import { isRecord } from '../../provider/problem';
import type { Text2 } from '../../parts/text2';
import { contentWords, type FactWords } from './content-words';

/** One thing that a test case says about its input. */
export interface InputField {
  name: string;
  label: Text2 | undefined;
  required: boolean;
  type: InputType;
}

export type InputType =
  | { is: 'text' | 'day' | 'number' | 'money' }
  | { is: 'boolean' }
  | { is: 'choice' | 'choices'; choices: readonly { value: string; label: Text2 | undefined }[] }
  | { is: 'list'; of: InputType }
  | { is: 'group'; fields: readonly InputField[] };

/** Fields of what a content is asked, by the schema of its kind. Empty where it is not asked by fields. */
export async function inputFieldsOf(kind: AnyKind, content: Json): Promise<readonly InputField[]> {
  const { toJSONSchema } = await import('zod');
  const parsed = kind.content.safeParse(content);
  if (!parsed.success) return [];
  // A shape that JSON Schema cannot say stays open: the kind itself reads every input by its own schema again.
  const schema: unknown = toJSONSchema(kind.input(parsed.data), { unrepresentable: 'any', io: 'input' });
  return fieldsOf(schema, contentWords(parsed.data));
}

type Words = ReadonlyMap<string, FactWords>;

export function fieldsOf(schema: unknown, words: Words): readonly InputField[] {
  const properties = isRecord(schema) && isRecord(schema['properties']) ? schema['properties'] : {};
  const required = isRecord(schema) && Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    label: words.get(name)?.label ?? describedBy(property),
    required: required.includes(name),
    type: typeOf(name, property, words),
  }));
}

/** `中文 · English`, as the schemas of the house describe themselves. */
function describedBy(property: unknown): Text2 | undefined {
  const text = isRecord(property) ? (property['description'] ?? inner(property)['description']) : undefined;
  const [, zh, en] = typeof text === 'string' ? (/^(.+?) · (.+)$/.exec(text) ?? []) : [];
  return zh === undefined || en === undefined ? undefined : { zh, en };
}

/** Of `x | null` the x. */
function inner(property: Record<string, unknown>): Record<string, unknown> {
  const options = Array.isArray(property['anyOf']) ? property['anyOf'].filter(isRecord) : [];
  return options.find(({ type }) => type !== 'null') ?? property;
}

function typeOf(name: string, property: unknown, words: Words): InputType {
  const shape = isRecord(property) ? inner(property) : {};
  const known = words.get(name);
  if (Array.isArray(shape['enum'])) return { is: 'choice', choices: choicesOf(shape['enum'], known) };
  switch (shape['type']) {
    case 'boolean':
      return { is: 'boolean' };
    case 'integer':
    case 'number':
      return { is: name.endsWith('Fen') || known?.type === 'money' ? 'money' : 'number' };
    case 'array':
      return listOf(name, shape['items'], words);
    case 'object':
      return { is: 'group', fields: fieldsOf(shape, words) };
    default:
      return { is: isDay(shape, known) ? 'day' : 'text' };
  }
}

function listOf(name: string, items: unknown, words: Words): InputType {
  const of = typeOf(name, items, words);
  return of.is === 'choice' ? { is: 'choices', choices: of.choices } : { is: 'list', of };
}

function choicesOf(values: readonly unknown[], known: FactWords | undefined) {
  return values
    .filter((value): value is string => typeof value === 'string')
    .map((value) => ({ value, label: known?.choices.get(value) }));
}

const isDay = ({ format, pattern }: Record<string, unknown>, known: FactWords | undefined): boolean =>
  known?.type === 'day' ||
  known?.type === 'date' ||
  format === 'date' ||
  (typeof pattern === 'string' && /^\^?\\d\{4\}-\\d\{2\}-\\d\{2\}\$?$/.test(pattern));
