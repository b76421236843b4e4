import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(5 * 60_000);

const admin = path.resolve(__dirname, '../..');
const vite = path.join(path.dirname(require.resolve('vite/package.json', { paths: [admin] })), 'bin/vite.js');
const looksMax = 600;

let address = '';
let server: ChildProcess;
beforeAll(async () => {
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, [vite, '--config', 'fake/vite.config.ts'], {
    cwd: admin,
    env: { ...process.env, PORT: port },
    stdio: 'ignore',
  });
});
afterAll(async () => {
  const over = new Promise((resolve) => server.once('close', resolve));
  server.kill('SIGTERM');
  await over;
});

function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      // A server that listens on a port has an address with one.
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port.toString()));
    });
  });
}

async function untilAnswered(url: string): Promise<Response> {
  for (let look = 0; look < looksMax; look += 1) {
    if (server.exitCode !== null) throw new Error('the dev server ended');
    const answer = await fetch(url).catch(() => undefined);
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the dev server was not ready in time');
}

it('offers the roles, the console and the fake platform from their sources', async () => {
  expect(await (await untilAnswered(address)).text()).toContain('data-token="fake.operator"');
  const page = await fetch(`${address}/console/`, { headers: { Accept: 'text/html' } });
  expect(await page.text()).toContain('/console/src/main.tsx');
  const me = await fetch(`${address}/api/v1/me`, { headers: { Authorization: 'Bearer fake.worker' } });
  expect(await me.json()).toMatchObject({ role: 'worker' });
});
