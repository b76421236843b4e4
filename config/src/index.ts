export { queueNames, queues, schedules, type QueueName, type QueueSettings, type Schedule } from './queues';
export { auditOwners, continuityLimits, type AuditName } from './continuity';
export { areaOf, isCrossSiteWrite, requestLimits, securityHeaders, type Area, type RequestOrigin } from './security';
export { checkNames, controls, type CheckName, type Control } from './security';
export * from './settings';
export { strapiDatabase, strapiMiddlewares, strapiPanel, strapiPlugins, strapiServer } from './strapi';
export { strapiSecrets, type StrapiSecrets } from './strapi/secrets';
