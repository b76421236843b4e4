import { roles } from '@linggong/config/roles';
import type { Page } from 'playwright-core';
import { expectSoon } from '../../journeys/soon';
import { startFakeConsole, type FakeConsole } from './fake-console';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(10 * 60_000);

let fake: FakeConsole;
let page: Page;
let refused: string[] = [];
beforeAll(async () => {
  fake = await startFakeConsole();
  page = await fake.open('operator', '');
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status().toString()} ${new URL(response.url()).pathname}`);
  });
  page.on('pageerror', ({ message }) => refused.push(message));
});
afterAll(() => fake?.stop());

it.each(roles)('the first page of %s is whole without a server', async (role) => {
  refused = [];
  await fake.become(page, role);
  await page.locator('#main-content h1').waitFor();
  await page.waitForLoadState('networkidle');
  await expectSoon(() => page.locator('.MuiSkeleton-root').count(), 0);
  expect(refused).toEqual([]);
});
