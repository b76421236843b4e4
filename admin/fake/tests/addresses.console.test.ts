import type { Page } from 'playwright-core';
import { startFakeConsole, type FakeConsole } from './fake-console';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(10 * 60_000);

let fake: FakeConsole;
beforeAll(async () => {
  fake = await startFakeConsole();
});
afterAll(() => fake?.stop());

/** Has the server refuse as it does what it cannot read; the console without a server reads anything. */
async function refuse(page: Page, asked: RegExp, problem: object): Promise<void> {
  await page.route(asked, (route) =>
    route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  );
}

it('a list whose address cannot be read says so and opens without it', async () => {
  const page = await fake.open('operator', 'enterprises');
  await refuse(page, /\/api\/console\/enterprises\?.*hack/, {
    code: 'list-query-invalid',
    field: 'sort',
    title: '排序：可排序：id',
  });
  await page.goto(`${page.url().split('?')[0] ?? ''}?sort=hack&order=ASC`);
  await page.getByText('无法识别地址中的排序、筛选或页码').waitFor();
  expect(await page.getByText('可排序').count()).toBe(0);
  await page.getByRole('link', { name: '打开企业列表' }).click();
  await page.locator('tbody a').first().waitFor();
});

it('a page of a number that no row can have says that there is none, and leads back to the list', async () => {
  const page = await fake.open('operator', 'enterprises');
  await refuse(page, /\/api\/console\/enterprises\/99999999999/, {
    code: 'input-invalid',
    field: 'id',
    title: '编号：应为编号（正整数）',
  });
  await page.goto(`${page.url().split('?')[0] ?? ''}/99999999999/show`);
  await page.getByText('没有找到这条数据，或您无权查看').waitFor();
  await page.getByRole('link', { name: '回到企业列表' }).click();
  await page.locator('tbody a').first().waitFor();
});
