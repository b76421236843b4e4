import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../../journeys/open-browser';

/** The console on the fake platform, and a browser in front of it. */
export interface FakeConsole {
  /** Opens a page as somebody, in a browser of his own that has seen nothing yet. */
  open(role: string, page: string, locale?: 'zh' | 'en'): Promise<Page>;
  /** Has a page that is open become the first page of somebody else, with all that its browser has read before. */
  become(page: Page, role: string): Promise<void>;
  stop(): Promise<void>;
}

const admin = path.resolve(__dirname, '../..');
const vite = path.join(path.dirname(require.resolve('vite/package.json', { paths: [admin] })), 'bin/vite.js');
/** The dev server bundles the packages on its first start. */
const readyLimitMs = 5 * 60_000;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      // A server that listens on a port has an address with one.
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export async function startFakeConsole(): Promise<FakeConsole> {
  const port = (await freePort()).toString();
  const address = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [vite, '--config', 'fake/vite.config.ts'], {
    cwd: admin,
    env: { ...process.env, PORT: port },
    stdio: 'ignore',
  });
  const browser = await openBrowser();
  const stop = async (): Promise<void> => {
    await browser.close();
    await ended(server);
  };
  try {
    await untilReady(address, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    open: (role, page, locale = 'zh') => open(browser, address, { role, page, locale }),
    become: async (page, role) => {
      await page.evaluate((token) => localStorage.setItem('linggong.session', token), `fake.${role}`);
      await page.goto(`${address}/console/`);
    },
    stop,
  };
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const over = new Promise((resolve) => server.once('close', resolve));
  server.kill('SIGTERM');
  await over;
}

async function untilReady(address: string, server: ChildProcess): Promise<void> {
  const end = performance.now() + readyLimitMs;
  while (performance.now() < end) {
    if (server.exitCode !== null) throw new Error('the dev server ended');
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the dev server was not ready in time');
}

interface Visit {
  role: string;
  page: string;
  locale: 'zh' | 'en';
}

async function open(browser: Browser, address: string, { role, page: at, locale }: Visit): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(120_000);
  await context.addInitScript(
    ([token, language]) => {
      localStorage.setItem('linggong.session.since', Date.now().toString());
      if (localStorage.getItem('linggong.session') === null) localStorage.setItem('linggong.session', token);
      localStorage.setItem('linggong.locale', language);
    },
    [`fake.${role}`, locale] as const,
  );
  const page = await context.newPage();
  await page.goto(`${address}/console/${at}`);
  await page.locator('#main-content h1').waitFor();
  return page;
}

/** What stands below a field, told to whoever cannot see it too. */
export async function below(field: Locator): Promise<string> {
  const id = await field.getAttribute('aria-describedby');
  return id === null ? '' : field.page().locator(`[id="${id}"]`).innerText();
}

/** Puts a text into a field as a copy from elsewhere does, and goes on to the next. */
export async function paste(field: Locator, text: string): Promise<void> {
  await field.page().evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await field.focus();
  await field.press('ControlOrMeta+a');
  await field.press('ControlOrMeta+v');
  await field.blur();
}
