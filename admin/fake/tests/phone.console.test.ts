import type { Locator, Page } from 'playwright-core';
import { smallTargets } from '../../journeys/touch-targets';
import { expectSoon } from '../../journeys/soon';
import { startFakeConsole, type FakeConsole } from './fake-console';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(10 * 60_000);

let fake: FakeConsole;
beforeAll(async () => {
  fake = await startFakeConsole();
});
afterAll(() => fake?.stop());

const atRest = (page: Page): Promise<void> => expectSoon(() => page.locator('.MuiSkeleton-root').count(), 0);

describe('whatever acts', () => {
  it.each([
    ['worker', ''],
    ['worker', 'orders'],
    ['worker', 'orders/1/show'],
    ['worker', 'security'],
    ['enterprise', ''],
    ['enterprise', 'enterprises/1/show'],
    ['enterprise', 'settlement-batches/create'],
    ['enterprise', 'tasks'],
    ['enterprise', 'tasks/create'],
    ['operator', 'todo'],
    ['operator', `enterprises?filter=${encodeURIComponent('{"state":"active"}')}&page=1&perPage=25`],
    ['operator', 'enterprises/3/show'],
  ])('is as large as a thumb for %s at /%s', async (role, at) => {
    const page = await fake.openOnPhone(role, at);
    await atRest(page);
    expect(await page.locator('button:visible').count()).toBeGreaterThan(0);
    expect(await smallTargets(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('is as large in the menu and on a sheet', async () => {
    const page = await fake.openOnPhone('operator', 'enterprises/3/show');
    await page.getByRole('button', { name: '退回', exact: true }).click();
    await page.getByRole('dialog', { name: '退回' }).waitFor();
    expect(await smallTargets(page)).toEqual([]);
    await page.getByRole('dialog', { name: '退回' }).getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '打开菜单' }).click();
    await page.locator('nav#navigation a:visible').first().waitFor();
    expect(await smallTargets(page)).toEqual([]);
  });
});

const text = { zh: '一', en: 'one' };
const month = (at: string, months: number) => ({
  kind: 'month',
  month: at,
  run: 1,
  months,
  incomeFen: 912_220,
  cumulativeIncomeFen: 912_220 * months,
  expenseFen: 182_444 * months,
  exemptFen: 0,
  deductionFen: 500_000 * months,
  otherDeductionFen: 0,
  taxableFen: 229_776 * months,
  taxableExact: '2297.76',
  rate: '0.03',
  quickFen: 0,
  reliefFen: 0,
  cumulativeTaxFen: 6_893 * months,
  withheldBeforeFen: 6_893 * (months - 1),
  correctionFen: 0,
  withheldFen: 6_893,
  article: text,
  text,
});
const sums = { payments: 1, grossFen: 912_220, vatFen: 0, surchargeFen: 0, incomeTaxFen: 6_893, netFen: 905_327 };
const lines = [month('2026-08', 1), month('2026-09', 2)];
const account = {
  groupCode: 'platform',
  groupName: { zh: '平台', en: 'Platform' },
  regime: 'platform-labor',
  months: lines.map((line) => ({ month: line.month, ...sums, line })),
  totals: { ...sums, incomeFen: 912_220, payments: 2, incomeTaxFen: 13_786, netFen: 1_810_654 },
  taxReceivableFen: 0,
  refundDueFen: 0,
};

/** Has a page read what the fake platform has not: fields of one answer. */
async function reads(page: Page, path: RegExp, fields: object): Promise<void> {
  await page.route(path, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), ...fields } });
  });
}

/** How far what stands in a part is out of sight at its right. */
const beyond = (part: Locator): Promise<number> =>
  part.evaluate((element) =>
    Math.max(...[...element.querySelectorAll('dd')].map((one) => one.getBoundingClientRect().right - innerWidth)),
  );

describe('the figures of a worker', () => {
  it('of a year stand below each other, tax and what he received in sight', async () => {
    const page = await fake.openOnPhone('worker', 'security');
    await reads(page, /\/tax-years\/2026/, { accounts: [account] });
    await page.goto(new URL('/console/', page.url()).href);
    const year = page.getByRole('list', { name: /年累计/ });
    await year.waitFor();
    expect(await year.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/2026-08\s+实发\s*9,053\.27[^]*个税\s+68\.93/),
      expect.stringMatching(/2026-09\s+实发\s*9,053\.27[^]*个税\s+68\.93/),
      expect.stringMatching(/合计\s+实发\s*18,106\.54[^]*个税\s+137\.86/),
    ]);
    expect(await beyond(year)).toBeLessThan(0);
  });

  it('of one payment lead to its tax, the month itself open and the others a touch away', async () => {
    const page = await fake.openOnPhone('worker', 'security');
    await reads(page, /\/api\/console\/orders\/\d+/, { trace: lines, traceHidden: false });
    await page.goto(new URL('/console/orders/1/show', page.url()).href);
    const trace = page.getByRole('list', { name: '个人所得税逐月计算' });
    await trace.getByText('累计税额').last().waitFor();
    expect(await trace.getByText('累计税额').first().isVisible()).toBe(false);
    expect(await smallTargets(page)).toEqual([]);
    await trace.getByText('2026-08').click();
    await trace.getByText('累计税额').first().waitFor();
    expect(await beyond(trace)).toBeLessThan(0);
    expect(await page.locator('#main-content table').count()).toBe(0);
  });
});
