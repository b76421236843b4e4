import type { Page } from 'playwright-core';
import { expectSoon } from '../../journeys/soon';
import { startFakeConsole, type FakeConsole } from './fake-console';
import { request } from './one-request';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(10 * 60_000);

let fake: FakeConsole;
beforeAll(async () => {
  fake = await startFakeConsole();
});
afterAll(() => fake?.stop());

/** The page of a request that offers its reader something once, and after that answers as `later` says; counts the readings. */
async function openRequest(offer: object, later: () => number): Promise<{ page: Page; read: () => number }> {
  const page = await fake.open('security-admin', '');
  let isTaken = false;
  let reads = 0;
  await page.route('**/api/v1/approvals/a1', (route) => {
    reads += 1;
    return route.fulfill({
      status: isTaken ? later() : 200,
      json: isTaken ? { ...request, state: 'executed' } : { ...request, ...offer },
    });
  });
  await page.route('**/api/v1/sensitive-fields/unmask', (route) => {
    isTaken = true;
    return route.fulfill({
      json: { clear: '11010519491231002X', until: new Date(Date.now() + 55_000).toISOString() },
    });
  });
  await page.route('**/api/v1/approvals/a1/set-up-half', (route) => {
    isTaken = true;
    return route.fulfill({ json: { half: 'ABCD-EFGH-JKLM-NPQR', of: 'maker', expiresAt: '2026-12-01T00:00:00Z' } });
  });
  await page.goto(new URL('approvals/a1/show', page.url()).href);
  return { page, read: () => reads };
}

/** The line was cut and is back: everything on the page is read anew. */
async function reconnect(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
}

it('a value that is seen once stands there for its time, though the request is over', async () => {
  const { page, read } = await openRequest({ mayRedeem: true }, () => 200);
  await page.getByRole('button', { name: '查看明文（仅一次）' }).click();
  await expectSoon(() => Promise.resolve(read() >= 2), true);
  await page.getByText('已执行').first().waitFor();
  expect(await page.locator('[data-clear]').innerText()).toBe('11010519491231002X');
  expect(await page.getByRole('button', { name: '查看明文（仅一次）' }).count()).toBe(0);
  await page.getByRole('button', { name: '隐藏' }).click();
  await expectSoon(() => page.locator('[data-clear]').count(), 0);
});

it.each([
  ['offers it no more', 200, 0],
  ['cannot be read', 503, 1],
])('a half of a code stays in sight where the request, read anew, %s', async (_what, status, bands) => {
  const half = { resource: 'account', action: 'open', subjectId: 'x', mayTakeHalf: true };
  const { page, read } = await openRequest(half, () => status);
  const take = '取得我的一半启用码（仅一次）';
  await page.getByRole('button', { name: take }).click();
  await page.getByRole('dialog').getByRole('button', { name: take }).click();
  const told = page.getByRole('dialog').getByLabel('启用码的一半');
  await told.waitFor();
  const before = read();
  await reconnect(page);
  await expectSoon(() => Promise.resolve(read() > before), true);
  await expectSoon(() => page.getByText('部分内容未能更新').count(), bands);
  await expectSoon(async () => (await page.getByText('已执行').count()) > 0, status === 200);
  expect(await told.innerText()).toBe('ABCD-EFGH-JKLM-NPQR');
});
