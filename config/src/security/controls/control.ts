import type { Text2 } from '../../access/text';

/**
 * Live checks (实时核查) by name. Who has the facts registers the check in its `bootstrap` (`controlChecksOf(strapi).add(name, …)`); one that
 * nobody registered is shown as unknown.
 */
export const checkNames = [
  'passwords',
  'sign-in-bounds',
  'transport',
  'second-factor',
  'rights',
  'default-accounts',
  'unused-accounts',
  'three-roles',
  'right-givers',
  'row-scopes',
  'sealed-columns',
  'session-entries',
  'write-coverage',
  'entry-fields',
  'audit-guard',
  'chain',
  'seal',
  'witness',
  'log-months',
  'listeners',
  'closed-inputs',
  'findings',
  'intake',
  'backups',
  'off-site',
  'redundancy',
  'residues',
  'personal-reads',
  'retention',
] as const;

export type CheckName = (typeof checkNames)[number];

/** A page of the console, or a document of this repository, where an assessor sees how the control is met. */
export interface ControlEvidence {
  readonly text: Text2;
  /** Path in the console; absent for a document. */
  readonly page?: string;
}

/** One control of the level 3 list (等保三级控制点, GB/T 22239-2019 8.1). */
export interface Control {
  /** Place in the list, 1 to 30. */
  readonly number: number;
  /** Of GB/T 22239-2019, where no law is named. */
  readonly clause: Text2;
  readonly name: Text2;
  readonly how: Text2;
  readonly evidence: readonly ControlEvidence[];
  readonly checks: readonly CheckName[];
  /** What no machine can show: it takes a dated entry (佐证) of the security administrator. */
  readonly needs?: Text2;
}

/** Pages of the console that several controls point at. */
export const pages = {
  accounts: { text: { zh: '账号', en: 'Accounts' }, page: '/accounts' },
  sessions: { text: { zh: '登录会话', en: 'Sessions' }, page: '/sessions' },
  matrix: { text: { zh: '权限矩阵', en: 'Permission matrix' }, page: '/permission-matrix' },
  approvals: { text: { zh: '审批', en: 'Approvals' }, page: '/approvals' },
  entries: { text: { zh: '审计记录', en: 'Audit entries' }, page: '/audit-entries' },
  chain: { text: { zh: '链与根', en: 'Chain and roots' }, page: '/audit-chain' },
  keys: { text: { zh: '数据密钥', en: 'Data keys' }, page: '/data-keys' },
  backups: { text: { zh: '备份', en: 'Backups' }, page: '/backups' },
  findings: { text: { zh: '审计发现', en: 'Findings' }, page: '/findings' },
  schedules: { text: { zh: '定时任务', en: 'Schedules' }, page: '/schedules' },
} as const satisfies Readonly<Record<string, ControlEvidence>>;

/** A document of the repository; the same words in both languages, since it is a path. */
export function document(path: string): ControlEvidence {
  return { text: { zh: path, en: path } };
}

/** A clause by its number, which is the same in both languages. */
export function clause(number: string): Text2 {
  return { zh: number, en: number };
}
