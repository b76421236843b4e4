/**
 * Roles that sign in, each with a password of its own. `linggong_audit` and `linggong_security` own the audit log and what second persons
 * decide, and sign in nowhere.
 */
export const loginRoles = [
  'linggong_owner',
  'linggong_app',
  'linggong_backup',
  'linggong_auditor',
  'linggong_witness',
] as const;

export type LoginRole = (typeof loginRoles)[number];

export const allRoles = [...loginRoles, 'linggong_audit', 'linggong_security'] as const;

/** The platform's database on the embedded server. */
export const databaseName = 'linggong';
