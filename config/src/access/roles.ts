import type { Text2 } from './text';

/** Roles of accounts (账号角色, one each). The three administrators hold disjoint powers (三权分立, R9.5). */
export const roles = [
  'operator',
  'finance-officer',
  'finance-approver',
  'tax-officer',
  'enterprise',
  'worker',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;

export type Role = (typeof roles)[number];

/** The three administrators (三员). An account of theirs is not opened, blocked or reset by one of them alone. */
export const administratorRoles = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies readonly Role[];

/** Roles of the daily work, which the security administrator gives. */
export const workingRoles = [
  'operator',
  'finance-officer',
  'finance-approver',
  'tax-officer',
  'enterprise',
  'worker',
] as const satisfies readonly Role[];

/** What each role is called on screens and in messages. */
export const roleNames: Readonly<Record<Role, Text2>> = {
  operator: { zh: '运营', en: 'Operator' },
  'finance-officer': { zh: '财务经办', en: 'Finance officer' },
  'finance-approver': { zh: '财务审批', en: 'Finance approver' },
  'tax-officer': { zh: '税务专员', en: 'Tax officer' },
  enterprise: { zh: '企业用户', en: 'Enterprise' },
  worker: { zh: '灵活用工人员', en: 'Worker' },
  'system-admin': { zh: '系统管理员', en: 'System administrator' },
  'security-admin': { zh: '安全管理员', en: 'Security administrator' },
  'audit-admin': { zh: '审计管理员', en: 'Audit administrator' },
};

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}
