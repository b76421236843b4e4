/** The roles that may open the console (config/src/access). */
export const roles = [
  'operator',
  'finance-officer',
  'finance-approver',
  'tax-officer',
  'enterprise',
  'worker',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
export type Role = (typeof roles)[number];

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}
