import { all, own } from './reaches';
import type { Rule } from './rule';

// The audit administrator reads and cannot delete; nobody else sees the log whole (三权分立, R9.5).
const auditor = { 'audit-admin': 'all' } as const;

/** Who may do what to the audit log. */
export const rules: readonly Rule[] = [
  { resource: 'audit-entry', action: 'list', roles: auditor },
  { resource: 'audit-entry', action: 'read', roles: auditor },
  // What went past the platform, from the write-ahead log (旁证); acknowledging it changes no record.
  { resource: 'audit-bypass', action: 'list', roles: auditor },
  { resource: 'audit-bypass', action: 'read', roles: auditor },
  { resource: 'audit-bypass', action: 'acknowledge', roles: auditor },
  { resource: 'audit-log', action: 'read', roles: auditor },
  { resource: 'audit-log', action: 'verify', roles: auditor },
  { resource: 'audit-archive', action: 'read', roles: auditor },
  // The story of an object whose row one may read, and of its own things for the outside; the plugin looks at that right as well.
  {
    resource: 'timeline',
    action: 'read',
    roles: {
      ...auditor,
      ...all('operator', 'risk-officer', 'institution-manager', 'archivist', 'customer-service', 'regulator'),
      ...all('config-operator', 'config-approver'),
      ...own('enterprise', 'worker'),
    },
  },
];
