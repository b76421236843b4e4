import { expectSoon } from '../../journeys/soon';
import { startFakeConsole, type FakeConsole } from './fake-console';

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
