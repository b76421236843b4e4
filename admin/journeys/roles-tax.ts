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
