export { migrate, migrateOnly, needsContentTypes, type MigrateOptions, type OwnerHook } from './migrate';
export { prepareQueues } from './queue-schema';
