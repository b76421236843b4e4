import type { QueueName } from './queue-names';

/**
 * Work that comes back by the clock (定时任务). A schedule runs only where a handler of its name is registered, so a
 * plugin that is not installed costs nothing.
 */
export interface Schedule {
  /** Name of the job, as given to `jobs.handle(name, …)`. */
  name: string;
  queue: QueueName;
  /**
   * `daily`: once a day at that time of Asia/Shanghai, `HH:MM`, as a job with its own row; `weekly`: the same once a week,
   * `day` 1 (Monday) to 7 (Sunday). `everyMs`: again and again; it leaves a row only when it fails, for a seal every three
   * seconds is not news.
   */
  when: { daily: string } | { weekly: { day: 1 | 2 | 3 | 4 | 5 | 6 | 7; at: string } } | { everyMs: number };
}

export const schedules: readonly Schedule[] = [
  { name: 'audit.seal', queue: 'audit', when: { everyMs: 3_000 } },
  { name: 'channels.poll', queue: 'payments', when: { everyMs: 5_000 } },
  { name: 'settlement.catch-up', queue: 'payments', when: { everyMs: 300_000 } },
  { name: 'settlement.expire-quotes', queue: 'settlement', when: { everyMs: 60_000 } },
  { name: 'real-name.resume', queue: 'real-name', when: { everyMs: 300_000 } },
  { name: 'real-name.reverify', queue: 'real-name', when: { daily: '02:35' } },
  { name: 'risk.check-credit', queue: 'real-name', when: { daily: '02:15' } },
  { name: 'risk.keep-representatives', queue: 'maintenance', when: { daily: '04:50' } },
  { name: 'risk.rate-enterprises', queue: 'maintenance', when: { daily: '05:10' } },
  { name: 'e-sign.sweep-documents', queue: 'sealing', when: { everyMs: 60_000 } },
  { name: 'parties.turn-agency-times', queue: 'contracts', when: { daily: '00:01' } },
  { name: 'parties.sweep-registrations', queue: 'maintenance', when: { everyMs: 900_000 } },
  { name: 'e-sign.expire', queue: 'contracts', when: { daily: '00:05' } },
  { name: 'e-sign.sweep-requests', queue: 'contracts', when: { everyMs: 300_000 } },
  { name: 'e-sign.remind', queue: 'contracts', when: { daily: '10:00' } },
  { name: 'studio.turn', queue: 'maintenance', when: { everyMs: 60_000 } },
  { name: 'studio.tell-days', queue: 'maintenance', when: { daily: '08:20' } },
  { name: 'studio.sweep-drafts', queue: 'maintenance', when: { daily: '02:55' } },
  { name: 'audit.prepare', queue: 'maintenance', when: { daily: '01:10' } },
  { name: 'access.turn-approvals', queue: 'maintenance', when: { everyMs: 30_000 } },
  { name: 'audit.sign-roots', queue: 'maintenance', when: { daily: '00:10' } },
  { name: 'audit.verify', queue: 'backups', when: { weekly: { day: 6, at: '03:00' } } },
  // A month falls due once a month; a run that finds none costs one look.
  { name: 'audit.archive', queue: 'backups', when: { daily: '01:40' } },
  { name: 'access.sweep', queue: 'maintenance', when: { daily: '02:20' } },
  { name: 'access.block-unused', queue: 'maintenance', when: { daily: '02:25' } },
  { name: 'vault.reencrypt', queue: 'maintenance', when: { everyMs: 20_000 } },
  { name: 'vault.seal-clear', queue: 'maintenance', when: { everyMs: 60_000 } },
  { name: 'vault.remove-orphans', queue: 'maintenance', when: { daily: '02:50' } },
  { name: 'vault.remind-requests', queue: 'maintenance', when: { daily: '08:30' } },
  // A month falls due once a month; a run that finds it looked at costs one look.
  { name: 'risk.check-concentration', queue: 'maintenance', when: { daily: '05:10' } },
  { name: 'risk.draw-inspections', queue: 'maintenance', when: { daily: '05:30' } },
  { name: 'risk.watch-materials', queue: 'maintenance', when: { daily: '02:55' } },
  { name: 'vault.retain', queue: 'maintenance', when: { daily: '03:20' } },
  { name: 'ledger.verify', queue: 'maintenance', when: { daily: '03:10' } },
  { name: 'jobs.prune', queue: 'maintenance', when: { daily: '03:40' } },
  { name: 'continuity.ship', queue: 'log-shipping', when: { everyMs: 20_000 } },
  { name: 'continuity.back-up', queue: 'backups', when: { daily: '02:30' } },
  { name: 'continuity.drill', queue: 'backups', when: { weekly: { day: 7, at: '04:30' } } },
  { name: 'continuity.audit-books', queue: 'maintenance', when: { daily: '04:00' } },
  { name: 'continuity.audit-holds', queue: 'maintenance', when: { daily: '04:05' } },
  { name: 'continuity.audit-outbox', queue: 'maintenance', when: { daily: '04:10' } },
  { name: 'continuity.audit-identities', queue: 'maintenance', when: { daily: '04:15' } },
  { name: 'continuity.audit-contracts', queue: 'maintenance', when: { daily: '04:20' } },
  { name: 'continuity.audit-controls', queue: 'maintenance', when: { daily: '04:25' } },
  { name: 'continuity.audit-requests', queue: 'maintenance', when: { daily: '04:35' } },
  { name: 'continuity.audit-tallies', queue: 'maintenance', when: { daily: '04:30' } },
  { name: 'continuity.fold-tallies', queue: 'maintenance', when: { everyMs: 120_000 } },
  { name: 'continuity.audit-backups', queue: 'maintenance', when: { everyMs: 300_000 } },
  { name: 'continuity.audit-log', queue: 'maintenance', when: { everyMs: 30_000 } },
];
