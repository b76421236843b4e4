import { fieldRules, hiddenFields, ruleFor } from '@linggong/config/access';
import { withoutFields } from '@linggong/core/domain';
import { z } from 'zod';
import type { Account } from './account';
import { childrenOf } from './closed-schema';
import type { Route } from './route';

/** What an answer is without the fields of its resource that the caller does not see. */
export function maskAnswer(route: Pick<Route, 'resource'>, account: Account | undefined, body: unknown): unknown {
  return account === undefined ? body : withoutFields(body, hiddenFields(account.role, route.resource));
}

/**
 * A field that somebody does not see has to be optional in the answers that he may get: the document would promise it to him.
 * @throws Error at load, naming the fields
 */
export function demandOptional(route: Route): void {
  const callers = Object.keys(ruleFor(route.resource, route.action)?.roles ?? {});
  const partly = fieldRules
    .filter(({ resource, seenBy }) => resource === route.resource && callers.some((role) => !includes(seenBy, role)))
    .map(({ field }) => field);
  if (partly.length === 0) return;
  for (const schema of Object.values(route.answers)) {
    if ('binary' in schema) continue;
    const promised = requiredFields(schema).filter((name) => partly.includes(name));
    if (promised.length > 0)
      throw new Error(`${route.method} ${route.path}: not everybody sees ${promised.join(', ')}; write optional()`);
  }
}

function includes(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

/** Names that objects of a schema promise, at whatever depth. */
function requiredFields(schema: z.core.$ZodType): string[] {
  const seen = new Set<z.core.$ZodType>();
  const names = new Set<string>();
  const visit = (at: z.core.$ZodType): void => {
    if (seen.has(at)) return;
    seen.add(at);
    if (at instanceof z.ZodObject) {
      for (const [name, field] of Object.entries(at.shape)) if (!(field instanceof z.ZodOptional)) names.add(name);
    }
    for (const [, child] of childrenOf(at)) visit(child);
  };
  visit(schema);
  return [...names];
}
