import { decidingRoles } from './approval.matrix';
import { administratorRoles, type Role } from './roles';

/** Who moves money, or will decide over configurations. */
const trustedRoles = ['finance-officer', 'finance-approver', 'config-approver'] as const satisfies readonly Role[];

/** Roles that work with a second factor (双因素) only: the three administrators, finance, and whoever approves. */
export const secondFactorRoles: ReadonlySet<Role> = new Set<Role>([
  ...administratorRoles,
  ...trustedRoles,
  // Whoever a mark of the matrix lets decide.
  ...decidingRoles,
]);
