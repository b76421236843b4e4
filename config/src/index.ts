export { queueNames, queues, schedules, type QueueName, type QueueSettings, type Schedule } from './queues';
export { auditOwners, continuityLimits, type AuditName } from './continuity';
export { areaOf, isCrossSiteWrite, requestLimits, securityHeaders, type Area, type RequestOrigin } from './security';
export { checkNames, controls, type CheckName, type Control } from './security';
export { cutoffOf, endOf, personalTables, retentionClasses, type RetentionClass, type Term } from './retention';
export * from './settings';
export { strapiDatabase, strapiMiddlewares, strapiPanel, strapiPlugins, strapiServer } from './strapi';
export { strapiSecrets, type StrapiSecrets } from './strapi/secrets';
