export { bootStrapi, type BootedStrapi, type TokenOwner } from './boot-strapi';
export { testCertificates, type TestCertificates } from './certificates';
export { startRedis, startRedisCluster, startRedisSentinel, type RedisServers } from './redis-servers';
export { testKeyring } from './test-environment';
export { testDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
