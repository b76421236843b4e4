import type { TestServer } from './test-server';

const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64');

/** A key ring for tests only, in the form of KEYRING_FILE. */
export const testKeyring = JSON.stringify({ version: 1, current: 1, keys: { 1: key(1) }, index: key(2) });

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
    LINGGONG_KEYRING: testKeyring,
    LOG_LEVEL: 'warn',
    STRAPI_TELEMETRY_DISABLED: 'true',
    // Printing contracts takes a core; tests that want them sealed place the job themselves.
    SEAL_CONTRACTS: 'off',
    DATABASE_URL: databaseUrl,
  };
}
