import { all, own } from './reaches';
import type { Rule } from './rule';

const keepers = { 'security-admin': 'all' } as const;
// The others of the three administrators see how old the keys are and how far a renewal is.
const watchers = { ...keepers, 'system-admin': 'all', 'audit-admin': 'all' } as const;

const keepersOfRecords = {
  archivist: 'all',
  'institution-manager': 'all',
  'security-admin': 'all',
  'audit-admin': 'all',
} as const;
const holders = { archivist: 'all', 'risk-officer': 'all' } as const;

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
    stepUp: true,
    approval: { mode: 'replay', by: ['institution-manager'], hours: 72 },
  },
  { resource: 'data-key', action: 'rewrap', roles: keepers },
  {
    resource: 'data-key',
    action: 'destroy',
    roles: keepers,
    stepUp: true,
    // For good: the head of the institution has to want it too.
    approval: { mode: 'replay', by: ['institution-manager'], hours: 72 },
  },
  { resource: 'data-key', action: 'reencrypt', roles: keepers },
  { resource: 'data-key', action: 'cancel', roles: keepers },
  // Who reads a row in its masks may see one of its fields in clear, with a reason; of others with a second person's approval.
  {
    resource: 'sensitive-field',
    action: 'unmask',
    roles: {
      ...all('operator', 'finance-officer', 'tax-officer', 'risk-officer', 'customer-service'),
      ...own('enterprise', 'worker'),
    },
    approval: {
      mode: 'redeem',
      by: ['institution-manager'],
      byAspect: { 'bank-card': ['finance-approver'] },
      spares: ['enterprise', 'worker'],
      // Who was let see them for a while asks nobody for each.
      unless: ['elevated'],
      hours: 72,
    },
  },
  // Who looked at whom; a worker sees who looked at him.
  { resource: 'unmasking', action: 'list', roles: { ...all('security-admin', 'audit-admin'), worker: 'own' } },
  { resource: 'unmasking', action: 'read', roles: { ...all('security-admin', 'audit-admin'), worker: 'own' } },
  // 保存期限: who keeps the archives, who guards and who audits see what left and why; holds are set by those who know of a dispute.
  { resource: 'retention', action: 'list', roles: keepersOfRecords },
  { resource: 'retention', action: 'read', roles: keepersOfRecords },
  { resource: 'legal-hold', action: 'list', roles: holders },
  { resource: 'legal-hold', action: 'read', roles: holders },
  { resource: 'legal-hold', action: 'set', roles: holders },
  // Once a hold ends, what it kept is purged for good.
  {
    resource: 'legal-hold',
    action: 'end',
    roles: holders,
    approval: { mode: 'replay', by: ['institution-manager'], hours: 168 },
  },
];
