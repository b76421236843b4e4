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

it('a list that cannot be read anew keeps its rows, says that they are of before, and is read again', async () => {
  const page = await fake.open('operator', 'orders');
  const rows = page.locator('#main-content tbody tr');
  const band = page.getByText('部分内容未能更新');
  await rows.first().waitFor();
  expect(await band.count()).toBe(0);
  const shown = await rows.count();
  await page.route('**/api/console/orders?**', (route) => route.fulfill({ status: 503, json: { title: '暂不可用' } }));
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await band.waitFor();
  expect(await rows.count()).toBe(shown);
  await page.unroute('**/api/console/orders?**');
  await page.getByRole('button', { name: '重新读取' }).click();
  await expectSoon(() => band.count(), 0);
  expect(await rows.count()).toBe(shown);
});

it('what one has just decided stands in the list that one came from, however soon one goes back', async () => {
  const page = await fake.open('institution-manager', '');
  let state = 'pending';
  await page.route('**/api/console/approvals?**', (route) =>
    route.fulfill({
      json: [{ ...request, what: 'sensitive-field.unmask', state }],
      headers: { 'Content-Range': 'approvals 0-0/1' },
    }),
  );
  await page.route('**/api/v1/approvals/a1', (route) =>
    route.fulfill({ json: { ...request, state, mayReject: state === 'pending' } }),
  );
  await page.route('**/api/v1/approvals/a1/reject', (route) => {
    state = 'rejected';
    return route.fulfill({ json: { ...request, state } });
  });
  await page.locator('nav#navigation a[href="/console/approvals"]').first().click();
  await page.locator('#main-content tbody a').first().click();
  await page.getByRole('button', { name: '驳回' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox').fill('理由不足');
  await sheet.getByRole('button', { name: '驳回' }).click();
  await sheet.getByRole('button', { name: '关闭' }).nth(1).click();
  await page.locator('nav#navigation a[href="/console/approvals"]').first().click();
  const row = page.locator('#main-content tbody tr');
  await row.first().waitFor();
  await expectSoon(async () => (await row.first().innerText()).includes('已驳回'), true);
});
