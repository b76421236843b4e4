import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/**
 * JSON Schema of one zod schema, by reference where it has an id of its own: `meta({ id })` puts it once under the
 * components of the document. It shows what is on the wire: what a client sends, and what a handler hands to the kit.
 */
export function schemaOf(schema: z.ZodType, components: Record<string, JsonSchema>): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: describeNative,
    cycles: 'ref',
  });
  const { $schema: _dialect, $defs, ...own } = made;
  for (const [name, definition] of Object.entries($defs ?? {})) components[name] = withoutId(definition);
  const id = z.globalRegistry.get(schema)?.id;
  if (id === undefined) return pointToComponents(own);
  // A named schema may come as a mere reference to its own definition, which then stands in the components already.
  if (own['$ref'] !== `#/$defs/${id}`) components[id] = withoutId(own);
  return { $ref: `#/components/schemas/${id}` };
}

/** The named schemas in the order of their names, their references turned to where they stand in the document. */
export function componentsOf(components: Record<string, JsonSchema>): Record<string, JsonSchema> {
  const sorted = Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, schema]) => [name, pointToComponents(schema)]));
}

function withoutId(schema: object): JsonSchema {
  const { id: _id, ...rest } = schema as JsonSchema;
  return rest;
}

function pointToComponents(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as JsonSchema;
}

/** Values that are native inside and JSON on the wire: bigint is an integer, Date an ISO text. */
function describeNative({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  const { type } = zodSchema._zod.def;
  if (type === 'bigint') jsonSchema.type = 'integer';
  if (type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
  if (type === 'union' && jsonSchema.anyOf) collapseUnion(jsonSchema);
}

/** `bigint | int` and `Date | ISO text` are one thing on the wire. */
function collapseUnion(schema: z.core.JSONSchema.BaseSchema): void {
  const branches = schema.anyOf ?? [];
  const types = new Set(
    branches.map((branch) => (typeof branch === 'object' ? `${branch.type}:${branch.format ?? ''}` : '')),
  );
  const [only] = types;
  if (branches.length < 2 || types.size !== 1 || (only !== 'integer:' && only !== 'string:date-time')) return;
  delete schema.anyOf;
  schema.type = only === 'integer:' ? 'integer' : 'string';
  if (only === 'string:date-time') schema.format = 'date-time';
}
