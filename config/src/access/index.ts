export { matrix, permissionsOf, reachOf, ruleFor } from './matrix';
export { administratorRoles, isRole, roleNames, roles, watchedRoles, workingRoles, type Role } from './roles';
export type { Reach, Rule } from './rule';
export { signInPolicy, type SignInPolicy } from './sign-in-policy';
