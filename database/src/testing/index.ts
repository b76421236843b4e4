export { admit } from './admit';
export { approveAs, postByTwo } from './approve-as';
export { bootStrapi, type BootedStrapi, type TokenOwner } from './boot-strapi';
export {
  judged,
  nextTransaction,
  uncoveredWrites,
  type OwnTransactions,
  type UncoveredTable,
  untoldStates,
  writesOfPlatform,
} from './told-writes';
export { freePort } from '../embedded/free-port';
export { reviewBody } from './review-body';
export { statementOf } from './bank-statement';
export { runSchedules, type Ended } from './run-schedules';
export { writePast } from './write-past';
export { testCertificates, type TestCertificates } from './certificates';
export { startRedis, startRedisCluster, startRedisSentinel, type RedisServers } from './redis-servers';
export { testKeyring } from './test-environment';
export {
  restoredDatabase,
  testDatabase,
  type RestoredDatabase,
  type TestDatabase,
  type TestDatabaseOptions,
} from './test-database';
export { aliyunFault, tencentFault, type Keys, type SeenRequest } from './vendor-signatures';
