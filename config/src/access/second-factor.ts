import { administratorRoles, type Role } from './roles';

/** Who moves money or decides over what others ask for. */
const decidingRoles = [
  'finance-officer',
  'finance-approver',
  'institution-manager',
  'config-approver',
] as const satisfies readonly Role[];

/** Roles that work with a second factor (双因素) only: the three administrators, finance, and whoever approves. */
export const secondFactorRoles: ReadonlySet<Role> = new Set<Role>([...administratorRoles, ...decidingRoles]);
