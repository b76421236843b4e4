import path from 'node:path';
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { listenTo } from './canary-listen';
import { watchPage, type PageWatch } from './page-watch';
import type { Platform } from './start-platform';
import { nextCode } from './telephone';

/** Screens that people have. */
export const screens = {
  desk: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
} as const;
export type Screen = keyof typeof screens;

/** One person at a browser of his own, signed in. */
export interface Session {
  readonly role: string;
  readonly screen: Screen;
  readonly page: Page;
  readonly watch: PageWatch;
  close(): Promise<void>;
}

const artefacts = path.resolve(__dirname, '../../test-artifacts/journeys');

type Motion = 'no-preference' | 'reduce';

/** Opens the console as somebody who is not signed in; `who` names his pictures. */
export async function visit(
  browser: Browser,
  platform: Platform,
  who: string,
  screen: Screen,
  motion: Motion = 'no-preference',
): Promise<Session> {
  const context = await browser.newContext({
    viewport: screens[screen],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: motion,
    ...(screen === 'phone' ? { hasTouch: true, isMobile: true } : {}),
  });
  // A busy machine takes its time, for a backup most of all; nothing here asserts one.
  context.setDefaultTimeout(240_000);
  const page = await context.newPage();
  const watch = watchPage(page);
  listenTo(page, who);
  await page.goto(`${platform.address}/console/`);
  return { role: who, screen, page, watch, close: () => context.close() };
}

/**
 * Opens the console as somebody on his first visit and signs in by typing.
 * @param motion `reduce` for somebody whose device asks for no animations: nothing has to come to rest
 */
export async function signIn(
  browser: Browser,
  platform: Platform,
  role: string,
  screen: Screen = 'desk',
  motion: Motion = 'no-preference',
): Promise<Session> {
  const session = await visit(browser, platform, role, screen, motion);
  const { page, watch } = session;
  const { identifier, password, totpSecret } = platform.accountOf(role);
  await page.getByLabel('账号').fill(identifier);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  if (totpSecret !== undefined) {
    await page.getByLabel('验证码').waitFor();
    await page.getByLabel('验证码').fill(await nextCode(totpSecret));
    await page.getByRole('button', { name: '确认' }).click();
  }
  await page.locator('#main-content h1').waitFor();
  await watch.settled();
  return session;
}

/** Keeps a picture of the screen for people to look at, as `test-artifacts/journeys/<name>.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(artefacts, { recursive: true });
  await page.screenshot({ path: path.join(artefacts, `${name}.png`) });
}

/** Keeps a picture of every page that is open. */
export async function pictureAll(browser: Browser, name: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) await picture(page, `${name}-${index.toString()}`);
}
