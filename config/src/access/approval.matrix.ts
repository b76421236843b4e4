import { all, own } from './reaches';
import { staffRoles } from './roles';
import type { Rule } from './rule';

/** Roles that a mark of the matrix names as deciding or as stepping in later; a test compares the two. */
export const decidingRoles = ['finance-approver', 'institution-manager', 'merchant-reviewer'] as const;

// Everybody sees what he asked for himself, deciders see what waits for their role; the audit administrator sees all of it.
const makers = own(...staffRoles, 'enterprise');
const readers = { ...makers, ...all('audit-admin') };

/** Who may look at requests that wait for a second person (审批), and decide them. */
export const rules: readonly Rule[] = [
  { resource: 'approval', action: 'list', roles: readers },
  { resource: 'approval', action: 'read', roles: readers },
  { resource: 'approval', action: 'decide', roles: own(...decidingRoles) },
  { resource: 'approval', action: 'withdraw', roles: makers },
  // Who stands behind an account: told once by himself, so that nobody decides his own through a second account.
  { resource: 'own-account', action: 'declare-holder', roles: own(...staffRoles, 'enterprise') },
];
