import type { z } from 'zod';
import { openObjects } from './closed-schema';
import type { AnswerSchemas, ObjectSchema, Route, RouteSpec } from './route';

/**
 * Declares an endpoint. The types of `handle` follow from the schemas.
 * @throws Error at load when an input schema has an open object: unknown keys would be dropped in silence, and a
 * misspelt field would be a field not sent.
 */
export function route<
  A extends AnswerSchemas,
  P extends ObjectSchema | undefined = undefined,
  Q extends ObjectSchema | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  Anyone extends true | undefined = undefined,
>(spec: RouteSpec<P, Q, B, A, Anyone>): Route {
  const name = `${spec.method} ${spec.path}`;
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = spec[part];
    const open = schema ? openObjects(schema) : [];
    if (open.length > 0) throw new Error(`${name}: ${part} is open at ${open.join(', ')}; write z.strictObject`);
  }
  if (spec.upload && spec.body) throw new Error(`${name}: an upload has no parsed body`);
  if (spec.digest && !(spec.upload && spec.remembers)) throw new Error(`${name}: digest is for uploads that remember`);
  if (spec.method === 'GET' && spec.body) throw new Error(`${name}: GET takes no body`);
  // The generics tie `handle` to the schemas; once checked above, the router only ever calls it with what they parsed.
  return spec as unknown as Route;
}
