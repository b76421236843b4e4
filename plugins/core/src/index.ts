export type { Actor, Command } from './server/command';
export { systemCommand } from './server/command';
export type { Clock, ProductClock } from './server/clock';
export { systemClock } from './server/clock';
export type { Database, DatabaseOptions, Queryable, Tx } from './server/database';
export { createDatabase } from './server/database';
export type { Readiness } from './server/readiness';
export { clockOf, databaseOf, readinessOf } from './server/services';
export * from './sheets';
