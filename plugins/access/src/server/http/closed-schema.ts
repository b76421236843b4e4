import { z } from 'zod';

type Children = readonly (readonly [string, z.core.$ZodType])[];

/** Paths of the objects in a schema that let unknown keys pass. */
export function openObjects(schema: z.core.$ZodType): string[] {
  const seen = new Set<z.core.$ZodType>();
  const open: string[] = [];
  const visit = (at: z.core.$ZodType, path: string): void => {
    if (seen.has(at)) return;
    seen.add(at);
    if (isOpenObject(at)) open.push(path || '(root)');
    for (const [name, child] of childrenOf(at)) visit(child, path ? `${path}.${name}` : name);
  };
  visit(schema, '');
  return open;
}

function isOpenObject(schema: z.core.$ZodType): boolean {
  if (!(schema instanceof z.ZodObject)) return false;
  const { catchall } = schema.def;
  return !(catchall instanceof z.ZodNever);
}

/** The schemas inside of a schema, with the place of each. */
export function childrenOf(schema: z.core.$ZodType): Children {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape);
  if (schema instanceof z.ZodArray) return [['[]', schema.element]];
  if (schema instanceof z.ZodUnion) return schema.options.map((option, index) => [`|${index}`, option] as const);
  if (schema instanceof z.ZodIntersection)
    return [
      ['left', schema.def.left],
      ['right', schema.def.right],
    ];
  if (schema instanceof z.ZodTuple) return schema.def.items.map((item, index) => [`[${index}]`, item] as const);
  if (schema instanceof z.ZodRecord) return [['{}', schema.valueType]];
  if (schema instanceof z.ZodPipe) return [['in', schema.in]];
  if (schema instanceof z.ZodLazy) return [['lazy', schema.unwrap()]];
  return wrapped(schema);
}

function wrapped(schema: z.core.$ZodType): Children {
  const isWrapper =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodCatch;
  return isWrapper ? [['', schema.unwrap()]] : [];
}
