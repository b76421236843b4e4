import { z } from 'zod';

export type Schema = Readonly<Record<string, unknown>>;

const parameter = z.looseObject({ name: z.string(), in: z.string(), schema: z.record(z.string(), z.unknown()) });
const operationForm = z.looseObject({
  parameters: z.array(parameter),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.record(z.string(), z.unknown()) })) })
    .optional(),
  'x-permission': z.string().optional(),
});
const documentForm = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operationForm)),
  components: z.looseObject({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

/** One operation of the API document, as the fuzzer reads it. */
export interface Operation {
  readonly method: string;
  /** Such as `/api/v1/orders/{id}`. */
  readonly path: string;
  readonly parameters: readonly z.infer<typeof parameter>[];
  /** Schemas of the body by media type; empty where it takes none. */
  readonly bodies: readonly { readonly type: string; readonly schema: Schema }[];
  /** `resource:action` of the matrix; undefined where anybody may call. */
  readonly permission: string | undefined;
}

/** Every operation of the served document, and its named schemas. @throws ZodError where it is no such document */
export function operationsOf(document: unknown): { operations: Operation[]; named: Readonly<Record<string, Schema>> } {
  const { paths, components } = documentForm.parse(document);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      parameters: operation.parameters,
      bodies: Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => ({ type, schema })),
      permission: operation['x-permission'],
    })),
  );
  return { operations, named: components.schemas };
}
