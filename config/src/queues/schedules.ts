import type { QueueName } from './queue-names';

/**
 * Work that comes back by the clock (定时任务). A schedule runs only where a handler of its name is registered, so a
 * plugin that is not installed costs nothing.
 */
export interface Schedule {
  /** Name of the job, as given to `jobs.handle(name, …)`. */
  name: string;
  queue: QueueName;
  /** Either every so many milliseconds, or a cron pattern read in Asia/Shanghai. */
  every: { ms: number } | { cron: string };
  /** Quiet schedules leave a row in `jobs.runs` only when they fail: a seal every five seconds is not news. */
  quiet: boolean;
}

export const schedules: readonly Schedule[] = [
  { name: 'audit.seal', queue: 'audit', every: { ms: 5_000 }, quiet: true },
  { name: 'audit.prepare', queue: 'maintenance', every: { cron: '0 10 1 * * *' }, quiet: true },
  { name: 'jobs.prune', queue: 'maintenance', every: { cron: '0 40 3 * * *' }, quiet: true },
  { name: 'e-sign.expire', queue: 'contracts', every: { cron: '0 5 0 * * *' }, quiet: false },
  { name: 'settlement.expire-quotes', queue: 'settlement', every: { ms: 60_000 }, quiet: true },
  { name: 'channels.poll', queue: 'payments', every: { ms: 5_000 }, quiet: true },
];
