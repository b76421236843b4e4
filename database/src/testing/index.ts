export { bootStrapi, type BootedStrapi, type TokenOwner } from './boot-strapi';
export { testDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
