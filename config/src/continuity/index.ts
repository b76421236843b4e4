import type { Role } from '../access/roles';

/** Limits beyond which backups and audits speak up (备份与审计的告警界限). */
export const continuityLimits = {
  /** Hours after which the last good backup is too old: a day and room for a long one. */
  backupHoursMax: 30,
  /** Minutes that the archived log may lie behind. */
  walMinutesMax: 15,
  /** Days after which the last restore drill is too old: a week and room for one that was put off. */
  drillDaysMax: 9,
  /** Minutes after which something in the outbox is overdue. */
  outboxMinutesMax: 15,
  /** Bytes of closed log that wait in the spool while the store is away; beyond it the oldest are given up, said aloud. */
  spoolBytesMax: 8 * 1024 ** 3,
  /** Bytes that a base backup or a drill must leave free on the disk that it writes to. */
  roomMarginBytes: 512 * 1024 ** 2,
  /** Minutes that a new server works before its first backup is taken without being asked. */
  firstBackupMinutes: 15,
  /** Milliseconds that one live check of a control (控制点) may take, and all of them together. */
  checkMsMax: 2_000,
  checksMsMax: 20_000,
  /** Minutes after which a process that serves, and no longer says so, counts as gone. */
  processMinutesMax: 15,
  /** Days that an entry of evidence may hold: level 3 is tested every year, with room for one that is late. */
  evidenceDaysMax: 400,
  /** Difference ids that a finding shows. */
  findingSamples: 20,
} as const;

/** Names of the audits (审计项), with the role that owns what they find. */
export const auditOwners = {
  books: 'finance-officer',
  taxes: 'tax-officer',
  holds: 'finance-officer',
  outbox: 'system-admin',
  identities: 'operator',
  contracts: 'operator',
  requests: 'customer-service',
  tallies: 'system-admin',
  backups: 'system-admin',
  drill: 'system-admin',
  'audit-log': 'audit-admin',
  controls: 'security-admin',
} as const satisfies Readonly<Record<string, Role>>;

export type AuditName = keyof typeof auditOwners;
