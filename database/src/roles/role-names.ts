/** Roles that sign in, each with a password of its own. `linggong_audit` owns its schema and signs in nowhere. */
export const loginRoles = ['linggong_owner', 'linggong_app', 'linggong_backup', 'linggong_witness'] as const;

export type LoginRole = (typeof loginRoles)[number];

export const allRoles = [...loginRoles, 'linggong_audit'] as const;

/** The platform's database on the embedded server. */
export const databaseName = 'linggong';
