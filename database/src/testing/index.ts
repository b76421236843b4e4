export { bootStrapi, type BootedStrapi, type TokenOwner } from './boot-strapi';
export { testKeyring } from './test-environment';
export { testDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
