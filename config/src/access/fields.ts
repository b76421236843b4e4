import type { FieldRule } from './field-rule';
import { fields as parties } from './parties.matrix';
import { fields as reviews } from './risk-reviews.matrix';
import type { Role } from './roles';
import { fields as settlement } from './settlement.matrix';
import { fields as studio } from './studio.matrix';

/** The fields that not everybody sees who sees their row; each plugin keeps them beside its lines of the matrix. */
export const fieldRules: readonly FieldRule[] = [...parties, ...reviews, ...settlement, ...studio];

const nothing: ReadonlySet<string> = new Set();

const hidden = new Map<string, Set<string>>();

/** Names of the fields of a resource that a role does not see. */
export function hiddenFields(role: Role, resource: string): ReadonlySet<string> {
  const key = `${role} ${resource}`;
  const kept = hidden.get(key);
  if (kept) return kept;
  const found = fieldRules.filter((rule) => rule.resource === resource && !rule.seenBy.includes(role));
  if (found.length === 0) return nothing;
  const names = new Set(found.map(({ field }) => field));
  hidden.set(key, names);
  return names;
}

/** What a role does not see: resource -> fields. The console draws its columns by it. */
export function hiddenFieldsOf(role: Role): Record<string, string[]> {
  const resources = [...new Set(fieldRules.map(({ resource }) => resource))];
  const pairs = resources.map((resource): [string, string[]] => [resource, [...hiddenFields(role, resource)]]);
  return Object.fromEntries(pairs.filter(([, fields]) => fields.length > 0));
}
