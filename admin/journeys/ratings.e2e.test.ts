import type { Browser } from 'playwright-core';
import { chineseLook } from './look';
import { addRowsForPages } from './rows-for-pages';
import { openBrowser, picture, signIn, type Session } from './session';
import { startPlatform, type Platform } from './start-platform';

// A demo platform takes minutes on a busy machine, and so may any step after it; nothing here asserts a time.
jest.setTimeout(15 * 60_000);

let platform: Platform;
let browser: Browser;
const look = chineseLook();

beforeAll(async () => {
  platform = await startPlatform();
  await addRowsForPages(platform);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

/** Opens a page, looks at it and keeps its picture; a page has no faults. */
async function seen(session: Session, at: string, name: string): Promise<void> {
  await session.page.goto(`${platform.address}/console/#${at}`);
  await session.page.locator('#main-content h1').waitFor();
  await session.watch.settled();
  const faults = await look(session);
  await picture(session.page, `ratings-${session.screen}-${name}`);
  expect([name, faults]).toEqual([name, []]);
}

it.each(['desk', 'phone'] as const)(
  'a risk officer reads ratings, checks and offboardings on a %s (R2.3, R6.2)',
  async (screen) => {
    const officer = await signIn(browser, platform, 'risk-officer', screen);
    await seen(officer, '/enterprise-ratings', 'list');
    const link = officer.page.locator('a[href*="enterprise-ratings/"]').first();
    const href = (await link.getAttribute('href')) ?? '';
    const id = /enterprise-ratings\/(\d+)/.exec(href)?.[1] ?? '';
    await seen(officer, `/enterprise-ratings/${id}/show`, 'rating');
    await seen(officer, `/enterprises/${id}/show`, 'enterprise');
    await seen(officer, '/credit-checks', 'checks');
    await seen(officer, '/credit-checks/1/show', 'check');
    await seen(officer, '/rating-overrides', 'overrides');
    await seen(officer, '/risk-offboardings', 'offboardings');
    await seen(officer, '/risk-offboardings/1/show', 'offboarding');
    await officer.close();
  },
);
