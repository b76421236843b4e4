import { chmod, chown, copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { startServer, type EmbeddedServer } from '../embedded';
import { prepareDatabase, prepareRoles, rolePasswords, type LoginRole } from '../roles';
import { testCertificates } from '../testing';

/** A PostgreSQL of a test's own, which an operator could have set up: roles, database, and nobody gets in but by TLS. */
export interface TlsServer {
  readonly caFile: string;
  /** URL of a role without a word of TLS; the certificate is for `localhost`. */
  url(role: LoginRole, host?: string): string;
  /** As superuser, over TLS, with the server's time zone. */
  ask<R extends object>(sql: string): Promise<R[]>;
  stop(): Promise<void>;
  /** On the same port. */
  start(): Promise<void>;
}

export async function startTlsServer(folder: string): Promise<TlsServer> {
  const dataFolder = path.join(folder, 'server');
  // The server's own account passes through both to its cluster.
  await mkdir(dataFolder, { mode: 0o711 });
  await chmod(folder, 0o711);
  let server = await startServer({ dataFolder });
  const passwords = rolePasswords(dataFolder);
  await prepareRoles(server, passwords);
  await prepareDatabase(server);
  const { caFile } = await demandTls(server, dataFolder, folder);
  return {
    caFile,
    url: (role, host = 'localhost') => `postgres://${role}:${passwords[role]}@${host}:${server.port}/linggong`,
    ask: async (sql) => {
      const ca = await readFile(caFile, 'utf8');
      const client = new Client({
        connectionString: server.superuserUrl('linggong'),
        ssl: { ca, servername: 'localhost' },
      });
      await client.connect();
      try {
        return (await client.query(sql)).rows;
      } finally {
        await client.end();
      }
    },
    stop: () => server.stop(),
    start: async () => {
      server = await startServer({ dataFolder });
    },
  };
}

async function demandTls(server: EmbeddedServer, dataFolder: string, folder: string): Promise<{ caFile: string }> {
  const { caFile, certificateFile, keyFile } = await testCertificates(path.join(folder, 'tls'), ['localhost']);
  const cluster = path.join(dataFolder, 'postgres');
  const { uid, gid } = await stat(cluster);
  for (const [from, to] of [
    [certificateFile, 'server.crt'],
    [keyFile, 'server.key'],
  ] as const) {
    await copyFile(from, path.join(cluster, to));
    await chown(path.join(cluster, to), uid, gid);
  }
  const access = path.join(cluster, 'pg_hba.conf');
  await writeFile(access, (await readFile(access, 'utf8')).replace(/^host /gm, 'hostssl '));
  const client = new Client({ connectionString: server.superuserUrl() });
  await client.connect();
  await client.query('ALTER SYSTEM SET ssl = on');
  await client.query('SELECT pg_reload_conf()');
  await client.end();
  return { caFile };
}
