import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/**
 * Debian's Chromium without its own windows, else the whole one: pages are the same, but the whole one draws its tabs and menus
 * even where nobody sees them, which is as much work as the page.
 */
const browsers = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** Opens the browser that Debian has; a container has no user namespaces for its sandbox. @throws Error where there is none */
export async function openBrowser(): Promise<Browser> {
  const executablePath = browsers.find((program) => existsSync(program));
  if (executablePath === undefined)
    throw new Error(`no browser: apt-get install chromium gives ${browsers.join(' or ')}`);
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
