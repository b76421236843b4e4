import { readFile } from 'node:fs/promises';
import { goTo } from './moves';
import { confirm, openSheet } from './role-moves';
import type { Stage } from './roles-stage';

/** A month's tax is closed, filed and paid. */
export function taxIsPaid({ as, seen, seenTwice, step }: Stage): void {
  step('a tax officer closes the oldest month, files it and pays', async () => {
    const officer = await as('tax-officer');
    const { page } = officer;
    await seenTwice(officer, 'tax-01-dashboard');
    await goTo(page, '税务', '申报期');
    await seenTwice(officer, 'tax-02-periods');
    await page.locator('#main-content tbody a').last().click();
    for (const [act, state] of [
      ['关账', '待申报'],
      ['登记已申报', '已申报'],
      ['登记已缴款', '已缴款'],
    ] as const) {
      const sheet = await openSheet(page, act);
      await seen(officer, `tax-03-${act}`);
      await confirm(sheet, act);
      await page.locator('header').getByText(state, { exact: true }).waitFor();
    }
    await seenTwice(officer, 'tax-04-paid');
  });
}

/** Who supervises reads, opens and takes away. */
export function regulatorTakesFigures({ as, seenTwice, step }: Stage): void {
  step('a regulator reads the board, opens what a tile counts and takes the list as a file', async () => {
    const regulator = await as('regulator');
    const { page } = regulator;
    await seenTwice(regulator, 'regulator-01-board');
    const board = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 CSV' }).first().click();
    const months = await readFile(await (await board).path(), 'utf8');
    expect(months).toContain('月份,笔数,收入,税费,实发');
    await goTo(page, '企业');
    await seenTwice(regulator, 'regulator-02-enterprises');
    await page.locator('#main-content tbody a').first().click();
    await seenTwice(regulator, 'regulator-03-enterprise');
  });
}
