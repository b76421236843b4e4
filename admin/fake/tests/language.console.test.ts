import type { Page } from 'playwright-core';
import { expectSoon } from '../../journeys/soon';
import { startFakeConsole, type FakeConsole } from './fake-console';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(10 * 60_000);

let fake: FakeConsole;
beforeAll(async () => {
  fake = await startFakeConsole();
});
afterAll(() => fake?.stop());

const toEnglish = '中文/EN Switch to English';

/** Goes to a page that is open to anybody. */
async function goOut(at: string): Promise<Page> {
  const page = await fake.open('operator', '');
  await page.goto(new URL(at, page.url()).href);
  return page;
}

async function answer(page: Page, path: string, body: object): Promise<void> {
  await page.route(`**/api/${path}`, (route) => route.fulfill({ status: 200, json: body }));
}

describe('another language', () => {
  it('leaves a form of the console as it was filled in', async () => {
    const page = await fake.open('operator', 'workers/create');
    await page.locator('#field-name').fill('测试甲');
    await page.locator('#field-identityNumber').fill('11010519491231002X');
    await page.getByRole('button', { name: toEnglish }).click();
    await page.getByRole('heading', { level: 1, name: 'Register a worker' }).waitFor();
    expect(await page.locator('#field-name').inputValue()).toBe('测试甲');
    expect(await page.locator('#field-identityNumber').inputValue()).toBe('11010519491231002X');
    // Everything around it speaks English too, and the next page will.
    await page.getByRole('navigation').getByText('Workers').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.evaluate(() => localStorage.getItem('linggong.locale'))).toBe('en');
  });

  it('leaves a new password where its code was asked for', async () => {
    const page = await goOut('reset-password');
    await answer(page, 'auth/password-resets', { request: 'any' });
    await page.getByLabel('账号').fill('someone');
    await page.getByLabel('手机号').fill('13800000001');
    await page.getByRole('button', { name: '申请验证码' }).click();
    await page.locator('[name=code]').fill('123456');
    await page.getByRole('button', { name: toEnglish }).click();
    await page.getByLabel('New password').waitFor();
    await expectSoon(() => page.locator('[name=code]').inputValue(), '123456');
  });

  it('leaves a name at the sign-in page', async () => {
    const page = await goOut('login');
    await page.locator('[name=identifier]').fill('someone');
    await page.getByRole('button', { name: toEnglish }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(await page.locator('[name=identifier]').inputValue()).toBe('someone');
  });
});
