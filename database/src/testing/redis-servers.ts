import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../embedded/free-port';
import type { TestCertificates } from './certificates';

const run = promisify(execFile);

/** Real `redis-server` processes of one test, in a folder of their own, without persistence. */
export interface RedisServers {
  readonly ports: readonly number[];
  /** What REDIS_URL is for them. */
  readonly url: string;
  /** As `redis-cli` on one of them says it. */
  ask(port: number, ...command: string[]): Promise<string>;
  /** SIGKILL. */
  kill(port: number): void;
  stop(): Promise<void>;
}

/** One server; with certificates it takes TLS only, and only from clients that show one. */
export async function startRedis(certificates?: TestCertificates): Promise<RedisServers> {
  const port = await freePort();
  const tls = certificates ? tlsArguments(port, certificates) : ['--port', String(port)];
  const kit = await opened();
  await kit.start(port, tls, certificates && clientArguments(certificates));
  return kit.servers([port], `${certificates ? 'rediss' : 'redis'}://127.0.0.1:${port}`);
}

/** A master, its replica, and a Sentinel that alone decides after half a second of silence. `ports`: master, replica, Sentinel. */
export async function startRedisSentinel(): Promise<RedisServers> {
  const [master, replica, sentinel] = [await freePort(), await freePort(), await freePort()];
  const kit = await opened();
  await kit.start(master, ['--port', String(master)]);
  await kit.start(replica, ['--port', String(replica), '--replicaof', '127.0.0.1', String(master)]);
  await until(async () => (await kit.ask(replica, 'INFO', 'replication')).includes('master_link_status:up'));
  const file = path.join(kit.folder, 'sentinel.conf');
  const watched = [
    `port ${sentinel}`,
    `sentinel monitor linggong 127.0.0.1 ${master} 1`,
    'sentinel down-after-milliseconds linggong 500',
    'sentinel failover-timeout linggong 3000',
  ];
  await writeFile(file, `${watched.join('\n')}\n`);
  await kit.start(sentinel, [file, '--sentinel'], [], 'sentinel');
  await until(async () => (await kit.ask(sentinel, 'SENTINEL', 'replicas', 'linggong')).includes(String(replica)));
  return kit.servers([master, replica, sentinel], `redis-sentinel://127.0.0.1:${sentinel}/linggong`);
}

/** Three masters that share the slots; the URL names but the first. */
export async function startRedisCluster(): Promise<RedisServers> {
  const kit = await opened();
  const ports: number[] = [];
  for (let index = 0; index < 3; index += 1) {
    const [port, bus] = [await freePort(), await freePort()];
    const file = path.join(kit.folder, `nodes-${port}.conf`);
    const node = ['--cluster-enabled', 'yes', '--cluster-port', String(bus), '--cluster-config-file', file];
    await kit.start(port, ['--port', String(port), ...node]);
    ports.push(port);
  }
  const addresses = ports.map((port) => `127.0.0.1:${port}`);
  await run('redis-cli', ['--cluster', 'create', ...addresses, '--cluster-yes']);
  for (const port of ports) {
    await until(async () => (await kit.ask(port, 'CLUSTER', 'INFO')).includes('cluster_state:ok'));
  }
  return kit.servers(ports, `redis-cluster://${addresses[0]}`);
}

interface Kit {
  readonly folder: string;
  start(port: number, own: readonly string[], client?: readonly string[], kind?: 'sentinel'): Promise<void>;
  ask(port: number, ...command: string[]): Promise<string>;
  servers(ports: readonly number[], url: string): RedisServers;
}

async function opened(): Promise<Kit> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linggong-redis-'));
  const children = new Map<number, ChildProcess>();
  const clients = new Map<number, readonly string[]>();
  const ask = async (port: number, ...command: string[]): Promise<string> =>
    (await run('redis-cli', ['-p', String(port), ...(clients.get(port) ?? []), ...command])).stdout;
  const stop = async (): Promise<void> => {
    await Promise.all([...children.values()].map(ended));
    await rm(folder, { recursive: true, force: true });
  };
  return {
    folder,
    ask,
    async start(port, own, client = [], kind) {
      const usual = kind === 'sentinel' ? [] : ['--save', '', '--bind', '127.0.0.1'];
      const child = spawn('redis-server', [...own, ...usual, '--dir', folder], { stdio: 'ignore' });
      child.once('error', () => undefined);
      children.set(port, child);
      clients.set(port, client);
      await until(async () => (await ask(port, 'PING')).startsWith('PONG'));
    },
    servers: (ports, url) => ({ ports, url, ask, kill: (port) => void children.get(port)?.kill('SIGKILL'), stop }),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

function tlsArguments(port: number, { caFile, certificateFile, keyFile }: TestCertificates): string[] {
  const files = ['--tls-cert-file', certificateFile, '--tls-key-file', keyFile, '--tls-ca-cert-file', caFile];
  return ['--port', '0', '--tls-port', String(port), ...files, '--tls-auth-clients', 'yes'];
}

function clientArguments({ caFile, certificateFile, keyFile }: TestCertificates): string[] {
  return ['--tls', '--cacert', caFile, '--cert', certificateFile, '--key', keyFile];
}

/** @throws Error where redis-server or redis-cli is not installed, or does not come up */
async function until(met: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 300; round += 1) {
    if (await met().catch(missing)) return;
    await pause(50);
  }
  throw new Error('redis-server did not come up in 15 seconds');
}

function missing(error: NodeJS.ErrnoException): false {
  if (error.code === 'ENOENT') throw new Error('redis-server is not installed; .ci/run installs it');
  return false;
}
