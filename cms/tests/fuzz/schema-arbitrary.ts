import fc from 'fast-check';
import type { Schema } from './api-operations';

type Named = Readonly<Record<string, Schema>>;

/** Nesting after which a schema that names itself gives only its simplest values. */
const depthMax = 6;

/** Values that fit a JSON Schema, of the subset that the API document uses. */
export function fitting(schema: Schema, named: Named, field = '', depth = 0): fc.Arbitrary<unknown> {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const target = named[reference.slice('#/components/schemas/'.length)];
    return target === undefined || depth > depthMax ? fc.constant(null) : fitting(target, named, field, depth + 1);
  }
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined; // arrays of schemas by the standard
  if (choices !== undefined) return fc.oneof(...choices.map((one) => fitting(one, named, field, depth + 1)));
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  return fittingType(schema, named, field, depth);
}

function fittingType(schema: Schema, named: Named, field: string, depth: number): fc.Arbitrary<unknown> {
  switch (schema['type']) {
    case 'object':
      return fittingObject(schema, named, depth);
    case 'array': {
      const tuple = schema['prefixItems'] as Schema[] | undefined; // of a list whose places have a meaning each
      if (tuple !== undefined) return fc.tuple(...tuple.map((one) => fitting(one, named, field, depth + 1)));
      const items = (schema['items'] ?? {}) as Schema; // a schema by the standard
      const minLength = numberOf(schema, 'minItems', 0);
      const maxLength = Math.max(minLength, Math.min(numberOf(schema, 'maxItems', 4), 4));
      return fc.array(fitting(items, named, field, depth + 1), { minLength, maxLength });
    }
    case 'integer':
      return fittingInteger(schema);
    case 'number':
      return fc.double({ min: numberOf(schema, 'minimum', -1e6), max: numberOf(schema, 'maximum', 1e6), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return fittingText(schema, field);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function fittingObject(schema: Schema, named: Named, depth: number): fc.Arbitrary<unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, Schema>; // by the standard
  const required = (schema['required'] ?? []) as string[]; // by the standard
  const fields = Object.entries(properties).map(([name, one]) => [name, fitting(one, named, name, depth + 1)] as const);
  const known = required.filter((name) => name in properties);
  return fc.record(Object.fromEntries(fields), { requiredKeys: known });
}

/** Small numbers first: they are the rows that there are. */
function fittingInteger(schema: Schema): fc.Arbitrary<unknown> {
  const least = numberOf(schema, 'minimum', numberOf(schema, 'exclusiveMinimum', -1_000) + 1);
  const most = numberOf(schema, 'maximum', numberOf(schema, 'exclusiveMaximum', 1_000_000) - 1);
  const min = Math.max(least, Number.MIN_SAFE_INTEGER);
  const max = Math.max(min, Math.min(most, Number.MAX_SAFE_INTEGER));
  return fc.oneof(
    fc.integer({ min, max: Math.min(max, min + 12) }),
    fc.maxSafeInteger().map((n) => clamp(n, min, max)),
  );
}

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/** Texts whose form no schema tells; all made up, with check digits that hold. */
const wellFormed: Readonly<Record<string, readonly string[]>> = {
  identityNumber: ['11010519491231002X', '110101199003077774'],
  phone: ['13800138000', '19912345678'],
  contactPhone: ['13800138000'],
  cardNumber: ['6222021234567890128', '6217000010001234567'],
  creditCode: ['91350100M000100Y43'],
  password: ['Correct-horse-7', 'short'],
  sort: ['["id","ASC"]', '["id","DESC"]'],
  range: ['[0,24]', '[0,0]', '[5,9]'],
  filter: ['{}', '{"q":"张"}', '{"q":"110101199003077774"}', '{"id":1}', '{"id":[1,2,3]}'],
  validFrom: ['2026-01-01', '2030-12-31'],
  validTo: ['2026-12-31', '2031-12-31'],
  scenario: ['delivery', 'sorting'],
  scenarios: ['*', 'delivery'],
  source: ['deposit:1', 'fee:1', 'suspense:platform'],
  destination: ['bank:1', 'deposit:1', 'fee-receivable:1'],
  // Numbers that others give, of the form of those of people.
  bankSerial: ['100001202611260001', '13800138000', 'B-1'],
  reference: ['100001202611260001', '13800138000'],
};

function fittingText(schema: Schema, field: string): fc.Arbitrary<unknown> {
  const minLength = numberOf(schema, 'minLength', 0);
  const maxLength = Math.max(minLength, Math.min(numberOf(schema, 'maxLength', 40), minLength + 40));
  const known = wellFormed[field];
  const general = formedText(schema, minLength, maxLength);
  return known === undefined ? general : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, general);
}

function formedText(schema: Schema, minLength: number, maxLength: number): fc.Arbitrary<unknown> {
  const { format, pattern } = schema;
  if (format === 'date') return fc.constantFrom('2026-01-01', '2026-11-26', '2024-02-29', '1970-01-01', '2099-12-31');
  if (format === 'date-time') return fc.constantFrom('2026-11-26T08:00:00Z', '2026-01-01T00:00:00.123+08:00');
  if (format === 'uuid') return fc.oneof(fc.uuid(), fc.constant('00000000-0000-0000-0000-000000000000'));
  if (pattern === '^[1-9]\\d{0,9}$')
    return fc.oneof(fc.integer({ min: 1, max: 12 }).map(String), fc.stringMatching(/^[1-9]\d{0,9}$/));
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength, maxLength, unit: fc.constantFrom(...'aZ09 -_.灵工张三，￥😀"\'\\%') });
}

function numberOf(schema: Schema, name: string, otherwise: number): number {
  const value = schema[name];
  return typeof value === 'number' ? value : otherwise;
}
