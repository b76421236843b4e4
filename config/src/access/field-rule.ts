import { roles, type Role } from './roles';

/**
 * That a field of a resource is seen by some of those only who see the resource (字段范围). For every other role it is not there: not in
 * a row, a sum or a file, and unknown to filter, order and search.
 */
export interface FieldRule {
  readonly resource: string;
  /** Name of the field in answers, at whatever depth. */
  readonly field: string;
  readonly seenBy: readonly Role[];
}

/** The same readers for several fields. */
export function seen(resource: string, fields: readonly string[], seenBy: readonly Role[]): FieldRule[] {
  return fields.map((field) => ({ resource, field, seenBy }));
}

/** Every role but these. */
export function allBut(...named: readonly Role[]): Role[] {
  return roles.filter((role) => !named.includes(role));
}

/** The roles that a line names. */
export function rolesOf(line: Readonly<Partial<Record<Role, unknown>>>): Role[] {
  return roles.filter((role) => line[role] !== undefined);
}
