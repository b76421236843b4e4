import { startServer, type EmbeddedServer } from '../embedded';
import { prepareRoles, rolePasswords, type LoginRole, type RolePasswords } from '../roles';

/** What test processes know of the run's server; handed down in one environment variable. */
export interface TestServer {
  readonly port: number;
  readonly superuserUrl: string;
  readonly passwords: RolePasswords;
  readonly dataFolder: string;
}

const variable = 'LINGGONG_TEST_SERVER';

/** Nothing of a test run outlives it, so nothing waits for the disk. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum_naptime: '10min',
  shared_buffers: '256MB',
  max_connections: '200',
  checkpoint_timeout: '1h',
  max_wal_size: '512MB',
};

/** Starts the server of a test run in a temporary folder and tells later processes of it. */
export async function startTestServer(dataFolder: string): Promise<EmbeddedServer> {
  const server = await startServer({ dataFolder, settings });
  const passwords = rolePasswords(dataFolder);
  await prepareRoles(server, passwords);
  const told: TestServer = { port: server.port, superuserUrl: server.superuserUrl(), passwords, dataFolder };
  process.env[variable] = JSON.stringify(told);
  return server;
}

/** @throws Error outside a jest project that has the database's globalSetup (`pg`, `http`) */
export function testServer(): TestServer {
  const told = process.env[variable];
  if (told === undefined) {
    throw new Error('No test server: name the file *.pg.test.ts or *.http.test.ts, so that jest.config.js starts one.');
  }
  // Written by startTestServer above, in the parent process.
  return JSON.parse(told) as TestServer;
}

export function testUrl(server: TestServer, role: LoginRole, database: string): string {
  return `postgres://${role}:${server.passwords[role]}@127.0.0.1:${server.port}/${database}`;
}
