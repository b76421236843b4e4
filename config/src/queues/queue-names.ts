/**
 * The queues (队列) of the platform. A queue is listed here because its id sequence must exist before a rows-only role
 * may add to it (BullMQ's PostgreSQL backend creates it lazily, and linggong_app has no DDL).
 *
 * One queue per kind of pressure, not per plugin: a long import must not hold up a payment answer.
 */
export const queueNames = [
  'audit',
  'backups',
  'contracts',
  'events',
  'imports',
  'log-shipping',
  'maintenance',
  'payments',
  'real-name',
  'sealing',
  'settlement',
  'tax',
] as const;

export type QueueName = (typeof queueNames)[number];
