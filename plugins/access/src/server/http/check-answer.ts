import type { z } from 'zod';
import type { Route } from './route';

/**
 * Under test every answer is parsed with the schema that the API document shows, so that the document cannot lie. In service
 * it is not: the cost would be paid on every row of every list.
 * @throws Error naming the fields that do not fit
 */
export function checkAnswer(route: Route, schema: z.ZodType, body: unknown): void {
  if (process.env['NODE_ENV'] !== 'test') return;
  const parsed = schema.safeParse(body);
  if (parsed.success) return;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${route.method} ${route.path} answers against its schema: ${faults.join('; ')}`);
}
