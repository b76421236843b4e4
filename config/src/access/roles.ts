import type { Text2 } from './text';

/** The three administrators (三员). An account of theirs is not opened, blocked or reset by one of them alone. */
export const administratorRoles = ['system-admin', 'security-admin', 'audit-admin'] as const;

/** People of the platform (平台人员), who do its daily work. */
export const staffRoles = [
  'operator',
  'merchant-reviewer',
  'task-reviewer',
  'risk-officer',
  'tax-officer',
  'finance-officer',
  'finance-approver',
  'archivist',
  'customer-service',
  'config-operator',
  'config-approver',
  'institution-manager',
] as const;

/** People from outside, who see their own rows; the regulator alone sees more, and each of his looks is written down. */
export const outsideRoles = ['enterprise', 'worker', 'regulator', 'partner'] as const;

/** Roles that the security administrator gives: everything but those of the three administrators. */
export const workingRoles = [...staffRoles, ...outsideRoles] as const;

/** Roles of accounts (账号角色, one each). The three administrators hold disjoint powers (三权分立, R9.5). */
export const roles = [...workingRoles, ...administratorRoles] as const;

/** Roles whose every look at what is not their own is an audit entry (监管查看留痕). */
export const watchedRoles: readonly (typeof roles)[number][] = ['regulator'];

export type Role = (typeof roles)[number];

/** What each role is called on screens and in messages. */
export const roleNames: Readonly<Record<Role, Text2>> = {
  operator: { zh: '运营', en: 'Operator' },
  'merchant-reviewer': { zh: '商户审核员', en: 'Merchant reviewer' },
  'task-reviewer': { zh: '任务审核员', en: 'Task reviewer' },
  'risk-officer': { zh: '风控专员', en: 'Risk officer' },
  'tax-officer': { zh: '税务专员', en: 'Tax officer' },
  'finance-officer': { zh: '财务经办', en: 'Finance officer' },
  'finance-approver': { zh: '财务审批', en: 'Finance approver' },
  archivist: { zh: '档案管理员', en: 'Archivist' },
  'customer-service': { zh: '客服', en: 'Customer service' },
  'config-operator': { zh: '配置员', en: 'Configuration operator' },
  'config-approver': { zh: '配置审批', en: 'Configuration approver' },
  'institution-manager': { zh: '机构负责人', en: 'Institution manager' },
  enterprise: { zh: '企业用户', en: 'Enterprise' },
  worker: { zh: '灵活用工人员', en: 'Worker' },
  regulator: { zh: '监管人员', en: 'Regulator' },
  partner: { zh: '合作系统', en: 'Partner system' },
  'system-admin': { zh: '系统管理员', en: 'System administrator' },
  'security-admin': { zh: '安全管理员', en: 'Security administrator' },
  'audit-admin': { zh: '审计管理员', en: 'Audit administrator' },
};

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}
