import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startServer, type EmbeddedServer } from '../../../../database/src/embedded';
import { databaseName, databaseRights, prepareRoles, rolePasswords, roleUrl } from '../../../../database/src/roles';
import { buildTemplate } from '../../../../database/src/testing/template';
import { spoolOf } from './keeper';
import { keeping, type Kept } from './keeping.fixture';

const serverSettings = { shared_buffers: '64MB', max_connections: '30' };

/** The embedded server with the platform's whole schema, as `npm start` runs it, and a store for its backups. */
export interface KeptServer {
  /** Holds `data` and `store`; gone with `stop`. */
  readonly folder: string;
  readonly data: string;
  readonly server: EmbeddedServer;
  readonly kept: Kept;
  /** Segments of the log that wait to be shipped. */
  segments(): string[];
  /** The newest good backup. */
  newest(): Promise<{ system: string; code: string }>;
  stop(): Promise<void>;
}

export async function keptServer(): Promise<KeptServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'linggong-keeping-'));
  chmodSync(folder, 0o711);
  const data = path.join(folder, 'data');
  const server = await startServer({ dataFolder: data, settings: serverSettings, archive: { walSeconds: 60 } });
  const passwords = rolePasswords(data);
  await prepareRoles(server, passwords);
  const told = { port: server.port, superuserUrl: server.superuserUrl(), passwords, dataFolder: data };
  const template = await buildTemplate(told, 'full');
  await asSuperuser(server.superuserUrl(), `ALTER DATABASE ${template} RENAME TO ${databaseName}`);
  await asSuperuser(server.superuserUrl(databaseName), databaseRights());
  const kept = keeping(roleUrl(server, passwords, 'linggong_app'), {
    LINGGONG_DATA: data,
    BACKUP_FOLDER: path.join(folder, 'store'),
    BACKUP_KEEP_DAILY: '1',
    BACKUP_KEEP_WEEKLY: '0',
    BACKUP_KEEP_MONTHLY: '0',
    DATABASE_BACKUP_URL: roleUrl(server, passwords, 'linggong_backup'),
  });
  return {
    folder,
    data,
    server,
    kept,
    segments: () => readdirSync(spoolOf(data)).filter((name) => /^[0-9A-F]{24}$/.test(name)),
    newest: () =>
      kept.db.one(`SELECT system, code FROM continuity.backups WHERE state = 'good' ORDER BY id DESC LIMIT 1`),
    stop: async () => {
      await kept.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function asSuperuser(connectionString: string, sql: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
}
