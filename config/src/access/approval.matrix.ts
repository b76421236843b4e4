import { all, own } from './reaches';
import { staffRoles, type Role } from './roles';
import type { Rule } from './rule';

/** Roles that a mark of the matrix names as deciding or as stepping in later; a test compares the two. */
export const decidingRoles = [
  'config-approver',
  'finance-approver',
  'institution-manager',
  'merchant-reviewer',
  'risk-officer',
  'system-admin',
  'security-admin',
] as const;

// Everybody sees what he asked for himself, deciders see what waits for their role; the audit administrator sees all of it.
// The security administrator asks for accounts and roles and decides on restores, which the system administrator asks for; that one
// decides on the first manager.
const makers = own(...staffRoles, 'enterprise', 'security-admin', 'system-admin');
const readers = { ...makers, ...all('audit-admin') };

// Who leads the people grants elevations; everybody else may ask. Operator and finance officer, who see the whole business as it is, may
// ask for clear values.
const unelevated: readonly Role[] = ['institution-manager'];
const elevated = own(...staffRoles.filter((role) => !unelevated.includes(role)));
const delegating = own(...staffRoles.filter((role) => decidingRoles.some((one) => one === role)));
const overseers = all('institution-manager', 'security-admin', 'audit-admin');

/** Who may look at requests that wait for a second person (审批), and decide them. */
export const rules: readonly Rule[] = [
  { resource: 'approval', action: 'list', roles: readers },
  { resource: 'approval', action: 'read', roles: readers },
  { resource: 'approval', action: 'decide', roles: own(...decidingRoles) },
  { resource: 'approval', action: 'withdraw', roles: makers },
  // Half of a set-up code (启用码): one for who asked about the account, one for who approved.
  { resource: 'approval', action: 'take-half', roles: own(...decidingRoles, 'security-admin') },
  // A look beyond one's role for a while (提权): asked for with a reason, granted by who leads the platform's people, and each look
  // listed for him. The security and the audit administrator see who looked at what.
  {
    resource: 'elevation',
    action: 'ask',
    roles: elevated,
    approval: { mode: 'replay', by: ['institution-manager'], hours: 72 },
  },
  { resource: 'elevation', action: 'see-offers', roles: elevated },
  { resource: 'elevation', action: 'list', roles: { ...elevated, ...overseers } },
  { resource: 'elevation', action: 'read', roles: { ...elevated, ...overseers } },
  { resource: 'elevation', action: 'end', roles: { ...elevated, 'institution-manager': 'all' } },
  { resource: 'elevation', action: 'review', roles: { 'institution-manager': 'all' } },
  { resource: 'elevation-look', action: 'list', roles: { ...elevated, ...overseers } },
  { resource: 'elevation-look', action: 'read', roles: { ...elevated, ...overseers } },
  // Who decides lets another decider decide for him while he is away (委托).
  { resource: 'delegation', action: 'see-offers', roles: delegating },
  { resource: 'delegation', action: 'list', roles: { ...delegating, ...all('security-admin', 'audit-admin') } },
  { resource: 'delegation', action: 'read', roles: { ...delegating, ...all('security-admin', 'audit-admin') } },
  { resource: 'delegation', action: 'create', roles: delegating, stepUp: true },
  { resource: 'delegation', action: 'end', roles: delegating },
  // Who stands behind an account: told once by himself, so that nobody decides his own through a second account.
  { resource: 'own-account', action: 'declare-holder', roles: makers, stepUp: true },
];
