import { all } from './reaches';
import type { Rule } from './rule';

const keeper: Rule['roles'] = { 'system-admin': 'all' };
// The audit administrator reads what was found and how it ended; he changes nothing.
const watched: Rule['roles'] = { 'system-admin': 'all', 'audit-admin': 'all' };
// Findings go to the role that owns them; `own` is held by the plugin, which knows whose a finding is.
const owners: Rule['roles'] = {
  operator: 'own',
  'customer-service': 'own',
  'finance-officer': 'own',
  'tax-officer': 'own',
  'system-admin': 'own',
  'audit-admin': 'own',
  'security-admin': 'own',
};
// An assessor looks at the controls with any of these; the three administrators see how they stand.
const assessed: Rule['roles'] = all(
  'system-admin',
  'security-admin',
  'audit-admin',
  'institution-manager',
  'regulator',
);
const assessor: Rule['roles'] = { 'security-admin': 'all' };

/** Who may do what to schedules, backups, drills and findings (定时任务、备份、演练、审计发现). */
export const rules: readonly Rule[] = [
  { resource: 'schedule', action: 'list', roles: watched },
  { resource: 'schedule', action: 'read', roles: watched },
  { resource: 'schedule', action: 'run', roles: keeper },
  { resource: 'backup', action: 'list', roles: watched },
  { resource: 'backup', action: 'read', roles: watched },
  { resource: 'backup', action: 'verify', roles: keeper },
  // The command that restores runs beside the platform, by whoever has the machine: it takes a grant that two administrators made.
  {
    resource: 'backup',
    action: 'restore',
    roles: keeper,
    approval: { mode: 'redeem', by: ['security-admin'], hours: 24 },
    // A grant hands out everything that was ever stored.
    stepUp: true,
  },
  { resource: 'restore-drill', action: 'list', roles: watched },
  { resource: 'restore-drill', action: 'read', roles: watched },
  { resource: 'finding', action: 'list', roles: { ...owners, ...all('institution-manager', 'audit-admin') } },
  { resource: 'finding', action: 'read', roles: { ...owners, ...all('institution-manager', 'audit-admin') } },
  { resource: 'finding', action: 'acknowledge', roles: owners },
  { resource: 'finding', action: 'resolve', roles: owners },
  { resource: 'mlps-control', action: 'read', roles: assessed },
  { resource: 'mlps-control', action: 'add-evidence', roles: assessor },
  { resource: 'mlps-control', action: 'withdraw-evidence', roles: assessor },
];
