import type { Browser } from 'playwright-core';
import { englishLook } from './look';
import { signIn, type Session } from './session';
import type { Platform } from './start-platform';
import { journey } from './steps';
import { goTo } from './moves';

/** An operator who reads English does his day's round; no word of the console is left Chinese. */
export function operatorReadsEnglish(opened: () => { platform: Platform; browser: Browser }): void {
  const { seen, step } = journey('roles', englishLook(), () => opened().browser);
  let operator: Session;

  step('an operator switches to English and reads what waits for him', async () => {
    operator = await signIn(opened().browser, opened().platform, 'operator');
    const { page } = operator;
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await seen(operator, 'english-01-dashboard');
    await goTo(page, 'To decide', 'All that waits');
    await seen(operator, 'english-02-all-that-waits');
  });

  step('reads each of his main lists, and the first of each', async () => {
    for (const group of ['Enterprises', 'Workers', 'Tasks', 'Settlement']) {
      await goTo(operator.page, group);
      await seen(operator, `english-03-${group}`);
      await operator.page.locator('#main-content tbody a').first().click();
      await seen(operator, `english-04-${group}-one`);
    }
  });

  step('is told why a form is not taken', async () => {
    const { page } = operator;
    await goTo(page, 'Enterprises');
    await page.getByRole('link', { name: 'New enterprise' }).first().click();
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await seen(operator, 'english-05-form');
  });
}
