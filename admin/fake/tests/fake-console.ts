import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { openBrowser } from '../../journeys/open-browser';
import { screens, type Screen } from '../../journeys/session';
import { serve } from '../platform';

/** The built console on the fake platform, and a browser in front of it. */
export interface FakeConsole {
  /** Opens a page as somebody, in a browser of his own that has seen nothing yet; pages that were open are closed. */
  open(role: string, page: string, locale?: 'zh' | 'en'): Promise<Page>;
  /** The same on a phone: narrow, and touched instead of clicked. */
  openOnPhone(role: string, page: string, locale?: 'zh' | 'en'): Promise<Page>;
  /** Has a page that is open become the first page of somebody else, with all that its browser has read before. */
  become(page: Page, role: string): Promise<void>;
  stop(): Promise<void>;
}

const built = path.resolve(__dirname, '../../dist');
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** A file of the build; every address of the console is its one page. */
async function serveBuilt(pathname: string, response: ServerResponse): Promise<void> {
  const asked = path.join(built, pathname.replace(/^\/console\//, ''));
  const file = path.extname(asked) !== '' && existsSync(asked) ? asked : path.join(built, 'index.html');
  const content = await readFile(file);
  response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' });
  response.end(content);
}

function listening(): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://fake');
    const done = pathname.startsWith('/api/') ? serve(request, response) : serveBuilt(pathname, response);
    done.catch(() => response.destroy());
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

export async function startFakeConsole(): Promise<FakeConsole> {
  const server = await listening();
  // A server that listens on a port has an address with one.
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`;
  const browser = await openBrowser();
  const alone = async (visit: Visit): Promise<Page> => {
    await Promise.all(browser.contexts().map(leave));
    return open(browser, address, visit);
  };
  return {
    open: (role, page, locale = 'zh') => alone({ role, page, locale, screen: 'desk' }),
    openOnPhone: (role, page, locale = 'zh') => alone({ role, page, locale, screen: 'phone' }),
    become: async (page, role) => {
      await page.evaluate((token) => localStorage.setItem('linggong.session', token), `fake.${role}`);
      await page.goto(`${address}/console/`);
    },
    stop: async () => {
      await Promise.all(browser.contexts().map(leave));
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page that is left may be asking still: what a test answers in the platform's place is no fault of its own then. */
async function leave(context: BrowserContext): Promise<void> {
  await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })));
  await context.close();
}

interface Visit {
  role: string;
  page: string;
  locale: 'zh' | 'en';
  screen: Screen;
}

async function open(browser: Browser, address: string, { role, page: at, locale, screen }: Visit): Promise<Page> {
  const context = await browser.newContext({
    viewport: screens[screen],
    ...(screen === 'phone' ? { hasTouch: true, isMobile: true } : {}),
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
