import type { Role } from './roles';

/**
 * How far a permission reaches: every row; only the rows of the account's own enterprise, worker or person; or a reviewer's
 * queue (待办): the rows that wait for a decision of his kind, and those that he decided himself.
 */
export type Reach = 'all' | 'own' | 'queue';

/**
 * One line of the permission matrix (权限矩阵): who may do an action to a resource. A role that is not named may not.
 * Later columns (field mask, second person) are optional properties, so that a line written today stays valid.
 */
export interface Rule {
  readonly resource: string;
  readonly action: string;
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
}
