import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { settingsFromEnvironment } from '@linggong/config';
import { makeKeyringFile } from '@linggong/vault/install';
import { freePort } from '../embedded/free-port';
import { testCertificates } from '../testing';
import { checkExternalServer } from './external-server';
import { administrators, processesOf, start, until, untilReady, type Started } from './started.fixture';
import { startTlsServer, type TlsServer } from './tls-server.fixture';

describe('npm start on a server of the operator that takes TLS only', () => {
  let server: TlsServer;
  let parent: string;
  let dataFolder: string;
  let urls: Record<string, string>;
  let port: number;
  let running: Started;

  beforeAll(async () => {
    parent = await mkdtemp(path.join(os.tmpdir(), 'linggong-own-'));
    server = await startTlsServer(parent);
    // As after a clone: nobody has made it.
    dataFolder = path.join(parent, 'data');
    urls = {
      DATABASE_URL: server.url('linggong_app'),
      DATABASE_OWNER_URL: server.url('linggong_owner'),
      DATABASE_CA_FILE: server.caFile,
      PUBLIC_URL: 'https://pay.example.com',
    };
    port = await freePort();
  }, 240_000);
  afterAll(async () => {
    running?.process.kill('SIGKILL');
    await server.stop();
    await rm(parent, { recursive: true, force: true });
  });

  const check = (variables: Record<string, string>): Promise<void> => {
    const { configuredUrl = '', ownerUrl = '' } = settingsFromEnvironment(variables).database;
    return checkExternalServer(configuredUrl, ownerUrl);
  };
  const onAddress = (mode: string): Record<string, string> => ({
    DATABASE_URL: `${server.url('linggong_app', '127.0.0.1')}?sslmode=${mode}`,
    DATABASE_OWNER_URL: `${server.url('linggong_owner', '127.0.0.1')}?sslmode=${mode}`,
    DATABASE_CA_FILE: server.caFile,
  });
  const signIn = async (): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/api/auth/local`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identifier: 'system.first', password: 'Sys-Passw0rd-1' }),
    });

  it('talks to the server that the certificate names, and says which rule another one breaks', async () => {
    await check(urls);
    await check(onAddress('verify-ca'));
    await expect(check(onAddress('verify-full'))).rejects.toThrow(/ERR_TLS_CERT_ALTNAME_INVALID/);
    await expect(check(onAddress('disable'))).rejects.toThrow(/28000/);
    const stranger = await testCertificates(path.join(parent, 'stranger'), ['localhost']);
    const wrong = check({ ...urls, DATABASE_CA_FILE: stranger.caFile });
    await expect(wrong).rejects.toThrow(/DATABASE_OWNER_URL cannot be reached \([A-Z_]*(CERT|SIGNATURE)[A-Z_]*\)/);
  });

  it('makes up no key ring, and says how to get one', async () => {
    const refused = start(dataFolder, port, { ...urls, ...administrators });
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toMatch(/KEYRING_FILE/);
    expect(existsSync(path.join(dataFolder, 'keys'))).toBe(false);
  }, 240_000);

  it('is prepared and then started with the one that it is given, every connection of it encrypted', async () => {
    const keyring = path.join(parent, 'keyring.json');
    await makeKeyringFile(keyring);
    const given = { ...urls, ...administrators, KEYRING_FILE: keyring };
    const prepared = start(dataFolder, port, { ...given, LINGGONG_ROLE: 'migrate' });
    expect([await prepared.ended, processesOf(dataFolder)]).toEqual([0, []]);
    running = start(dataFolder, port, given);
    await untilReady(running, port);
    expect((await signIn()).status).toBe(200);
    expect(statSync(path.join(dataFolder, 'secret')).mode & 0o777).toBe(0o600);
    const serving = processesOf(dataFolder).find(({ command }) => command.includes('cms/dist/src/serve.js'));
    expect(serving?.environment).not.toMatch(/linggong_owner|LINGGONG_\w+_ADMIN/);
    const connections = await server.ask<{ name: string; encrypted: boolean }>(
      `SELECT application_name AS name, bool_and(s.ssl) AS encrypted FROM pg_stat_activity JOIN pg_stat_ssl s USING (pid)
        WHERE usename IN ('linggong_app', 'linggong_owner') GROUP BY 1 ORDER BY 1`,
    );
    const all = ['linggong', 'linggong-jobs', 'linggong-presence', 'linggong-queues', 'linggong-supervisor'];
    expect(connections).toEqual(expect.arrayContaining(all.map((name) => ({ name, encrypted: true }))));
    expect(connections.every(({ encrypted }) => encrypted)).toBe(true);
  }, 240_000);

  it('outlives a restart of the server: 503 meanwhile, and afterwards requests and jobs go on in the same process', async () => {
    const serving = (): number | undefined =>
      processesOf(dataFolder).find(({ command }) => command.includes('cms/dist/src/serve.js'))?.pid;
    const before = serving();
    await server.stop();
    const refused = await signIn();
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      503,
      'application/problem+json; charset=utf-8',
    ]);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await refused.json()).toMatchObject({ code: 'database-away', title: '数据库暂时无法连接' });
    await server.start();
    await until('people can sign in', async () => (await signIn()).status === 200);
    const [run] = await server.ask<{ id: string }>(
      `WITH run AS (
         INSERT INTO jobs.runs (id, queue, name, payload, actor, trace_id, attempts, created_at)
         VALUES (gen_random_uuid(), 'maintenance', 'jobs.prune', 'null', '{"kind":"system","name":"test"}', 't', 5, now())
         RETURNING id)
       INSERT INTO jobs.outbox (queue, run_id, due_at) SELECT 'maintenance', id, now() FROM run RETURNING run_id AS id`,
    );
    const state = async () =>
      (await server.ask<{ state: string }>(`SELECT state FROM jobs.runs WHERE id = '${run?.id}'`))[0]?.state;
    await until('the job is done', async () => (await state()) === 'done', 60_000);
    expect(serving()).toBe(before);
  }, 240_000);

  it('stops on SIGTERM with nothing left behind', async () => {
    running.process.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(processesOf(dataFolder)).toEqual([]);
  }, 120_000);
});
