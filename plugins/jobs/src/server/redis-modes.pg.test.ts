import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { settingsFromEnvironment } from '@linggong/config';
import { systemCommand } from '@linggong/core';
import {
  startRedis,
  startRedisCluster,
  startRedisSentinel,
  testCertificates,
  testDatabase,
  type RedisServers,
  type TestDatabase,
} from '@linggong/database/testing';
import { createJobs, type JobsEngine } from './jobs-engine';

const command = systemCommand('test', new Date('2026-11-22T03:00:00Z'), 'trace-1');
const relay = { pollMs: 100, confirmSeconds: 1, silentSeconds: 1 };

/** Redis as REDIS_URL can name it, each on real servers. */
describe('jobs on Redis', () => {
  let test: TestDatabase;
  let servers: RedisServers;
  let jobs: JobsEngine;
  let worked: string[];

  beforeAll(async () => {
    test = await testDatabase({ only: ['plugins/jobs'] });
  });
  afterAll(() => test.drop());
  afterEach(async () => {
    await jobs.stop();
    await servers.stop();
  });

  /** An engine as the deployment would have it: by its environment. */
  async function start(variables: Record<string, string>): Promise<void> {
    const { redisUrl, redisSecurity } = settingsFromEnvironment({ REDIS_URL: servers.url, ...variables });
    worked = [];
    jobs = createJobs({ connectionString: test.url, redisUrl, redisSecurity, relay, random: () => 0 });
    jobs.handle('test.work', async ({ payload }) => void worked.push((payload as { name: string }).name));
    await jobs.start(['settlement', 'events', 'tax']);
  }

  async function work(...names: string[]): Promise<void> {
    const wanted = names.map((name, index) => ({
      queue: index % 2 === 0 ? ('settlement' as const) : ('tax' as const),
      name: 'test.work',
      payload: { name },
    }));
    await test.db.transaction((tx) => jobs.enqueueAll(tx, wanted, command));
    await until(async () => (await test.db.query('SELECT FROM jobs.outbox')).length === 0);
  }

  it('goes on by the replica that Sentinel made master, after the master was killed', async () => {
    servers = await startRedisSentinel();
    const [master = 0, replica = 0, sentinel = 0] = servers.ports;
    await start({});
    await work('before', 'too');
    expect(await servers.ask(master, 'KEYS', '{linggong:settlement}:*')).toContain('{linggong:settlement}');
    servers.kill(master);
    await work('during', 'as well');
    expect(worked.sort()).toEqual(['as well', 'before', 'during', 'too']);
    const named = await servers.ask(sentinel, 'SENTINEL', 'get-master-addr-by-name', 'linggong');
    expect(named).toContain(String(replica));
  }, 60_000);

  it('spreads its queues over a cluster of three masters', async () => {
    servers = await startRedisCluster();
    await start({});
    await work('one', 'two', 'three', 'four');
    expect(worked.sort()).toEqual(['four', 'one', 'three', 'two']);
    const sizes = await Promise.all(servers.ports.map(async (port) => Number(await servers.ask(port, 'DBSIZE'))));
    // settlement, events and tax have slots of different nodes: two hold keys at least.
    expect(sizes.filter((keys) => keys > 0).length).toBeGreaterThan(1);
  }, 60_000);

  it('talks TLS with a certificate of its own, and to nobody whose authority it does not know', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'linggong-tls-'));
    const { caFile, certificateFile, keyFile } = await testCertificates(folder, ['127.0.0.1']);
    const stranger = await testCertificates(path.join(folder, 'stranger'), ['127.0.0.1']);
    servers = await startRedis({ caFile, certificateFile, keyFile });
    const own = { REDIS_CERT_FILE: certificateFile, REDIS_KEY_FILE: keyFile };
    await start({ ...own, REDIS_CA_FILE: stranger.caFile });
    await test.db.transaction((tx) =>
      jobs.enqueue(tx, { queue: 'tax', name: 'test.work', payload: { name: 'secret' } }, command),
    );
    await pause(1_500);
    expect(await test.db.query('SELECT FROM jobs.outbox')).toHaveLength(1);
    expect(worked).toEqual([]);
    await jobs.stop();
    await start({ ...own, REDIS_CA_FILE: caFile });
    await work('open');
    expect(worked.sort()).toEqual(['open', 'secret']);
    expect(await readFile(caFile, 'utf8')).not.toBe(await readFile(stranger.caFile, 'utf8'));
    await rm(folder, { recursive: true });
  }, 60_000);
});

async function until(met: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 600; round += 1) {
    if (await met()) return;
    await pause(50);
  }
  throw new Error('waited 30 seconds in vain');
}
