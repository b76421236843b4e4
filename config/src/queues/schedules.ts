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
   * `daily`: once a day at that time of Asia/Shanghai, `HH:MM`, as a job with its own row. `everyMs`: again and again;
   * it leaves a row only when it fails, for a seal every five seconds is not news.
   */
  when: { daily: string } | { everyMs: number };
}

export const schedules: readonly Schedule[] = [
  { name: 'audit.seal', queue: 'audit', when: { everyMs: 5_000 } },
  { name: 'channels.poll', queue: 'payments', when: { everyMs: 5_000 } },
  { name: 'settlement.catch-up', queue: 'payments', when: { everyMs: 300_000 } },
  { name: 'settlement.expire-quotes', queue: 'settlement', when: { everyMs: 60_000 } },
  { name: 'e-sign.sweep-documents', queue: 'sealing', when: { everyMs: 60_000 } },
  { name: 'parties.turn-agency-times', queue: 'contracts', when: { daily: '00:01' } },
  { name: 'e-sign.expire', queue: 'contracts', when: { daily: '00:05' } },
  { name: 'e-sign.sweep-requests', queue: 'contracts', when: { everyMs: 300_000 } },
  { name: 'e-sign.remind', queue: 'contracts', when: { daily: '10:00' } },
  { name: 'audit.prepare', queue: 'maintenance', when: { daily: '01:10' } },
  { name: 'access.sweep', queue: 'maintenance', when: { daily: '02:20' } },
  { name: 'vault.remove-orphans', queue: 'maintenance', when: { daily: '02:50' } },
  { name: 'ledger.verify', queue: 'maintenance', when: { daily: '03:10' } },
  { name: 'jobs.prune', queue: 'maintenance', when: { daily: '03:40' } },
];
