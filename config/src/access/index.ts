export { matrix, permissionsOf, reachOf, ruleFor } from './matrix';
export { isRole, roleNames, roles, type Role } from './roles';
export type { Reach, Rule } from './rule';
export { signInPolicy, type SignInPolicy } from './sign-in-policy';
