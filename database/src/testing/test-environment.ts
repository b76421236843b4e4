import type { TestServer } from './test-server';

/** Environment of a platform process in tests; everything that settingsFromEnvironment and Strapi's settings ask for. */
export function testProcessEnvironment(
  server: TestServer,
  databaseUrl: string,
  role: 'web' | 'migrate',
): Record<string, string> {
  return {
    TZ: 'UTC',
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    LINGGONG_ROLE: role,
    LINGGONG_SECRET: 'a secret for tests only, 32 characters or more',
    LINGGONG_DATA: server.dataFolder,
    LOG_LEVEL: 'warn',
    STRAPI_TELEMETRY_DISABLED: 'true',
    DATABASE_URL: databaseUrl,
  };
}
