import type { Locator, Page } from 'playwright-core';
import { closeDone } from '../../journeys/moves';
import { expectSoon } from '../../journeys/soon';
import { startFakeConsole, type FakeConsole } from './fake-console';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(10 * 60_000);

let fake: FakeConsole;
beforeAll(async () => {
  fake = await startFakeConsole();
});
afterAll(() => fake?.stop());

// Rows that are still awaited lead nowhere.
const rows = (page: Page): Locator => page.locator('#main-content tbody tr:has(a)');
const listAt = (name: string, filter: object): string =>
  `${name}?filter=${encodeURIComponent(JSON.stringify(filter))}&order=DESC&page=1&perPage=25&sort=id`;

describe('a list', () => {
  it('is narrowed by its address, says by what, and is whole again without it', async () => {
    const page = await fake.open('operator', listAt('enterprises', { state: 'active' }));
    await rows(page).first().waitFor();
    await expectSoon(() => rows(page).count(), 2);
    await page.getByRole('button', { name: /^移除此筛选 .*状态/ }).click();
    await rows(page).nth(4).waitFor();
    expect(decodeURIComponent(page.url())).not.toContain('active');
  });

  it('shows its rows before they are counted, and then how many there are and what they come to', async () => {
    const page = await fake.open('operator', 'findings');
    await page.route(/\/api\/console\/orders\?/, async (route) => {
      const answer = await route.fetch();
      const { 'x-sums': _sums, ...headers } = answer.headers();
      await route.fulfill({ response: answer, headers: { ...headers, 'content-range': 'orders 0-24/*' } });
    });
    const asked = new Promise<() => void>((resolve) => {
      void page.route(/\/api\/v1\/me\/totals\?/, (route) => {
        resolve(() => void route.continue());
      });
    });
    await page.goto(new URL('/console/orders', page.url()).href);
    await rows(page).first().waitFor();
    const count = await asked;
    expect(await page.locator('#main-content tfoot').count()).toBe(0);
    expect(
      await page
        .locator('#main-content')
        .getByText(/^共 [\d,]+ 条/)
        .count(),
    ).toBe(0);
    count();
    await page
      .locator('#main-content')
      .getByText(/^共 [\d,]+ 条/)
      .first()
      .waitFor();
    await page.locator('#main-content tfoot').getByText(/¥/).first().waitFor();
  });

  it('is walked through and opened by keys', async () => {
    const page = await fake.open('operator', 'enterprises');
    await rows(page).first().waitFor();
    const second = await rows(page).nth(1).getByRole('link').first().getAttribute('href');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === second);
  });

  it('says why it is empty', async () => {
    const page = await fake.open('operator', listAt('enterprises', { state: 'offboarded' }));
    await page.getByText('没有符合条件的企业').waitFor();
    await expectSoon(() => rows(page).count(), 0);
  });

  it('is as wide as a phone without a table', async () => {
    const page = await fake.open('enterprise', 'orders');
    await rows(page).first().waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('#main-content ul > li > a').first().waitFor();
    await expectSoon(() => rows(page).count(), 0);
    await expectSoon(() => page.evaluate(() => document.documentElement.scrollWidth), 390);
  });
});

describe('the page of one thing', () => {
  it('says what it is, where it stands, what came before and what may be done', async () => {
    const page = await fake.open('operator', 'enterprises/3/show');
    const main = page.locator('#main-content');
    await main.getByRole('button', { name: '审核通过' }).waitFor();
    await expectSoon(() => main.locator('h1').innerText(), '示例北川传媒有限公司');
    await main.getByText('待审核').first().waitFor();
    await main.getByRole('heading', { name: '动态' }).waitFor();
  });

  it('gives its number away clean', async () => {
    const page = await fake.open('operator', 'enterprises/3/show');
    await page.getByRole('button', { name: /^复制.*91110101MA00ABCD40/ }).click();
    await expectSoon(() => page.evaluate(() => navigator.clipboard.readText()), '91110101MA00ABCD40');
  });

  it('offers nobody what he may not do', async () => {
    const page = await fake.open('finance-officer', 'enterprises/3/show');
    await page.locator('#main-content h1').waitFor();
    expect(await page.getByRole('button', { name: '审核通过' }).count()).toBe(0);
  });
});

describe('the script of a page', () => {
  it('is on its way as soon as a link to it is pointed at', async () => {
    const page = await fake.open('operator', 'findings');
    await page.locator('#main-content h1').waitFor();
    await page.waitForLoadState('networkidle');
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
    const isAsked = (): Promise<boolean> =>
      Promise.resolve(scripts.some((path) => path.includes('/assets/enterprise-list-')));
    expect(await isAsked()).toBe(false);
    await page.locator('nav#navigation a[href$="/enterprises"]').first().hover();
    await expectSoon(isAsked, true);
  });
});

describe('the wall (大屏)', () => {
  it.each([1920, 1366, 390])('shows a day of ten digits within its panel, %s px wide', async (width) => {
    const page = await fake.open('operator', 'findings');
    await page.setViewportSize({ width, height: 768 });
    await page.route(/\/api\/v1\/figures\/live/, async (route) => {
      const answer = await route.fetch();
      const live = (await answer.json()) as { paidToday: { netFen: number } };
      live.paidToday.netFen = 999_999_999_999;
      await route.fulfill({ response: answer, json: live });
    });
    await page.goto(new URL('/console/live-board', page.url()).href);
    const panel = page.locator('section', { hasText: '¥9,999,999,999.99' }).first();
    await panel.waitFor();
    const beyond = await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(beyond).toBe(0);
  });

  it('shows a day on which only one hour was paid, and the time every two hours', async () => {
    const page = await fake.open('operator', 'findings');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.route(/\/api\/v1\/figures\/live/, async (route) => {
      const answer = await route.fetch();
      const live = (await answer.json()) as object;
      const day = { at: '2026-10-12T09:30:00Z', hours: [{ hour: 17, netFen: 12_345_600, count: 3 }] };
      await route.fulfill({ response: answer, json: { ...live, ...day } });
    });
    await page.goto(new URL('/console/live-board', page.url()).href);
    const panel = page.locator('section', { hasText: '今天的发放怎样累计' });
    await panel.locator('.MuiBarChart-element').last().waitFor();
    expect((await panel.locator('.MuiBarChart-element').last().boundingBox())?.width).toBeGreaterThan(12);
    const times = await panel.getByText(/^\d+时$/).allTextContents();
    expect(times).toEqual(Array.from({ length: 12 }, (_, index) => `${(index * 2).toString()}时`));
  });
});

describe('a sheet', () => {
  const sheetOf = (page: Page): Locator => page.getByRole('dialog', { name: '退回' });

  it('does not lose what was typed: neither by a click beside it nor by a key', async () => {
    const page = await fake.open('operator', 'enterprises/3/show');
    await page.getByRole('button', { name: '退回', exact: true }).click();
    const sheet = sheetOf(page);
    await sheet.getByLabel('理由').fill('请补充营业执照');
    await page.mouse.click(20, 400);
    await sheet.getByLabel('理由').focus();
    await page.keyboard.press('Escape');
    await sheet.getByText('已填写的内容尚未提交').waitFor();
    await sheet.getByRole('button', { name: '继续填写' }).click();
    await expectSoon(() => sheet.getByLabel('理由').inputValue(), '请补充营业执照');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expectSoon(() => sheet.getByLabel('理由').inputValue(), '请补充营业执照');
    // The button that asked is gone while it is answered: the next key is still the sheet's.
    await sheet.getByRole('button', { name: '取消' }).click();
    await sheet.getByRole('button', { name: '继续填写' }).click();
    expect(await sheet.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await sheet.getByRole('button', { name: '取消' }).click();
    await sheet.getByRole('button', { name: '放弃并关闭' }).click();
    await sheet.waitFor({ state: 'hidden' });
  });

  it('does not lose what was judged: neither by a click beside it nor by the way back of the browser', async () => {
    const page = await fake.open('operator', 'enterprises');
    await page.locator('#main-content a[href$="/enterprises/3/show"]').first().click();
    await page.getByRole('button', { name: '退回', exact: true }).click();
    const sheet = sheetOf(page);
    await sheet.getByRole('button', { name: '不符合', exact: true }).click();
    await page.mouse.click(20, 400);
    await page.goBack();
    await sheet.getByText('已填写的内容尚未提交').waitFor();
    await sheet.getByRole('button', { name: '放弃并关闭' }).click();
    await sheet.waitFor({ state: 'hidden' });
    expect(page.url()).toContain('enterprises/3/show');
  });

  it('closes at once where nothing was typed', async () => {
    const page = await fake.open('operator', 'enterprises/3/show');
    await page.getByRole('button', { name: '退回', exact: true }).click();
    await sheetOf(page).waitFor();
    await page.keyboard.press('Escape');
    await sheetOf(page).waitFor({ state: 'hidden' });
  });

  it('asks for the reason and the criteria that it needs, and shows what came of it', async () => {
    const page = await fake.open('operator', 'enterprises/3/show');
    await page.getByRole('button', { name: '退回', exact: true }).click();
    const sheet = sheetOf(page);
    const send = sheet.getByRole('button', { name: '退回', exact: true });
    await sheet.getByLabel('理由').fill('营业执照已到期');
    await expectSoon(() => send.isDisabled(), true);
    await sheet.getByRole('button', { name: '不符合', exact: true }).click();
    await sheet.getByLabel('说明').fill('经营期限届满');
    const sent = new Promise<() => void>((resolve) => {
      void page.route(/\/reject$/, (route) => {
        resolve(() => void route.continue());
      });
    });
    await send.click();
    const answer = await sent;
    await sheet.getByRole('button', { name: '关闭' }).click();
    await sheet.getByText('正在提交').waitFor();
    answer();
    await sheet.getByRole('status').waitFor();
    await closeDone(sheet);
    await page.locator('#main-content').getByText('已退回').or(page.getByText('草稿')).first().waitFor();
  });
});
