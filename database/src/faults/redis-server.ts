import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { freePort } from '../embedded/free-port';
import { until } from './until';

/** A redis-server of the PATH without persistence: what it held is gone when it dies. */
export interface RedisToBreak {
  readonly url: string;
  /** -9, and another one, empty, on the same port. */
  kill(): Promise<void>;
  flush(): Promise<void>;
}

/** @throws Error where there is no redis-server on the PATH */
export async function withRedis<R>(folder: string, work: (redis: RedisToBreak) => Promise<R>): Promise<R> {
  const port = await freePort();
  let server = await start(port, folder);
  try {
    return await work({
      url: `redis://127.0.0.1:${port}`,
      async kill() {
        server.kill('SIGKILL');
        await once(server, 'exit');
        server = await start(port, folder);
      },
      flush: async () => {
        await said(port, 'FLUSHALL');
      },
    });
  } finally {
    server.kill('SIGTERM');
  }
}

async function start(port: number, folder: string): Promise<ChildProcess> {
  const args = ['--port', String(port), '--save', '', '--appendonly', 'no', '--dir', folder, '--bind', '127.0.0.1'];
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  const missing = once(server, 'error').then(([cause]) => {
    throw new Error('redis-server is not on the PATH', { cause });
  });
  const ready = until('redis answers', async () => (await said(port, 'PING')).startsWith('+PONG'));
  await Promise.race([missing, ready]);
  return server;
}

/** One inline command of Redis's protocol. @returns the first bytes of the answer */
function said(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString('utf8'));
    });
    socket.once('error', reject);
  });
}
