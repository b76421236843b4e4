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
];
