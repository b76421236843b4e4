import type { Browser } from 'playwright-core';
import { chineseLook } from './look';
import { addRowsForPages } from './rows-for-pages';
import { openBrowser } from './open-browser';
import { picture, signIn, type Session } from './session';
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
  await browser?.close();
  await platform?.stop();
});

/** Opens a page, keeps its picture and tells what is wrong with it. */
async function faultsOf(session: Session, at: string, name: string): Promise<string[]> {
  await session.page.goto(`${platform.address}/console${at}`);
  await session.page.locator('#main-content h1').waitFor();
  await session.watch.settled();
  const faults = await look(session);
  await picture(session.page, `ratings-${session.screen}-${name}`);
  return faults.map((fault) => `${name}: ${fault}`);
}

it.each(['desk', 'phone'] as const)(
  'a risk officer reads ratings, checks and offboardings on a %s (R2.3, R6.2)',
  async (screen) => {
    const officer = await signIn(browser, platform, 'risk-officer', screen);
    const faults = await faultsOf(officer, '/enterprise-ratings', 'list');
    const href = (await officer.page.locator('a[href*="enterprise-ratings/"]').first().getAttribute('href')) ?? '';
    const id = /enterprise-ratings\/(\d+)/.exec(href)?.[1] ?? '';
    expect(id).not.toBe('');
    const pages = [
      [`/enterprise-ratings/${id}/show`, 'rating'],
      [`/enterprises/${id}/show`, 'enterprise'],
      ['/credit-checks', 'checks'],
      ['/credit-checks/1/show', 'check'],
      ['/rating-overrides', 'overrides'],
      ['/risk-offboardings', 'offboardings'],
      ['/risk-offboardings/1/show', 'offboarding'],
    ] as const;
    for (const [at, name] of pages) faults.push(...(await faultsOf(officer, at, name)));
    expect(faults).toEqual([]);
    await officer.close();
  },
);
