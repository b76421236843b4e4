import type { Role } from './roles';

/** How far a permission reaches: every row, or only the rows of the account's own enterprise, worker or person. */
export type Reach = 'all' | 'own';

/**
 * One line of the permission matrix (权限矩阵): who may do an action to a resource. A role that is not named may not.
 * Later columns (field mask, second person) are optional properties, so that a line written today stays valid.
 */
export interface Rule {
  readonly resource: string;
  readonly action: string;
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
}
