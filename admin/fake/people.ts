import { hiddenFieldsOf, permissionsOf, roleNames, roles, type Role } from '@linggong/config/access';
import type { Me } from '@linggong/access/api';

const prefix = 'fake.';
const enterpriseOfRole = 1;
const workerOfRole = 1;

/** The sign-in of a role; whoever knows the role's name has it, for there is nothing behind it. */
export const tokenOf = (role: Role): string => prefix + role;

/** Whose sign-in a call carries. */
export function roleOfToken(header: string | undefined): Role | undefined {
  const token = header?.replace(/^Bearer /, '') ?? '';
  return token.startsWith(prefix) ? roleNamed(token.slice(prefix.length)) : undefined;
}

export function roleNamed(name: unknown): Role | undefined {
  return roles.find((role) => role === name);
}

/** Who a role is: its rights are those of the real matrix, its second factor and its set-up are done. */
export function meOfRole(role: Role): Me {
  return {
    id: roles.indexOf(role) + 1,
    identifier: role,
    role,
    roleName: roleNames[role],
    ...(role === 'enterprise' ? { enterpriseId: enterpriseOfRole } : {}),
    ...(role === 'worker' ? { workerId: workerOfRole } : {}),
    secondFactor: { isOn: false, isDemanded: false, recoveryCodesLeft: 0 },
    sessionSecondsLeft: 8 * 3600,
    notices: [],
    setUp: [],
    permissions: permissionsOf(role),
    hiddenFields: hiddenFieldsOf(role),
    elevations: [],
  };
}
