import type { Rule } from './rule';

const keepers = { 'security-admin': 'all' } as const;
// The others of the three administrators see how old the keys are and how far a renewal is.
const watchers = { ...keepers, 'system-admin': 'all', 'audit-admin': 'all' } as const;

/**
 * Who may do what to the things of the vault plugin.
 * A rotation is asked for by the security administrator and decided by who leads the platform's people (复核): it begins to seal every
 * sensitive field anew. What only goes on with it, or stops it, is the security administrator's own.
 */
export const rules: readonly Rule[] = [
  { resource: 'data-key', action: 'list', roles: watchers },
  {
    resource: 'data-key',
    action: 'rotate',
    roles: keepers,
    approval: { mode: 'replay', by: ['institution-manager'], hours: 72 },
  },
  { resource: 'data-key', action: 'rewrap', roles: keepers },
  { resource: 'data-key', action: 'reencrypt', roles: keepers },
  { resource: 'data-key', action: 'cancel', roles: keepers },
];
