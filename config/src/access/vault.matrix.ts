import type { Rule } from './rule';

const keepers = { 'security-admin': 'all' } as const;
// The others of the three administrators see how old the keys are and how far a renewal is.
const watchers = { ...keepers, 'system-admin': 'all', 'audit-admin': 'all' } as const;

/**
 * Who may do what to the things of the vault plugin.
 * A rotation is the security administrator's, with a reason that is written down. Its second person (复核) – another security
 * administrator – is demanded on the line `data-key:rotate`, and nowhere else.
 */
export const rules: readonly Rule[] = [
  { resource: 'data-key', action: 'list', roles: watchers },
  { resource: 'data-key', action: 'rotate', roles: keepers },
  { resource: 'data-key', action: 'rewrap', roles: keepers },
  {
    resource: 'data-key',
    action: 'destroy',
    roles: keepers,
    // For good: the head of the institution has to want it too.
    approval: { mode: 'replay', by: ['institution-manager'], hours: 72 },
  },
  { resource: 'data-key', action: 'reencrypt', roles: keepers },
  { resource: 'data-key', action: 'cancel', roles: keepers },
];
