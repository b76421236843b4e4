import type { Page } from 'playwright-core';
import { sheetNamed } from './moves';

/** The value that stands in clear on a page. */
const shown = (page: Page) => page.locator('#main-content [data-clear]');

/** Opens a list of the navigation, at a desk or on a telephone; a worker's own register is the page of himself. */
export async function openList(page: Page, list: string): Promise<void> {
  const menu = page.getByRole('button', { name: '打开菜单' });
  const isPhone = await menu.isVisible();
  if (isPhone) await menu.click();
  await page.locator(`nav#navigation a:visible[href$="/${list}"]`).first().click();
  await page.waitForURL(`**/console/${list}**`);
  // The menu of a telephone slides away; what is clicked in it meanwhile goes with it.
  if (isPhone) await page.locator('nav#navigation a:visible').first().waitFor({ state: 'hidden' });
}

/** Opens the first row of a list. */
export async function openFirst(page: Page, list: string): Promise<void> {
  await openList(page, list);
  await page.locator(`#main-content a[href*="/${list}/"][href$="/show"]`).first().click();
}

/** Presses the eye beside a field, says why, and sends it. */
export async function askFor(page: Page, field: string, send: string): Promise<void> {
  await page.getByRole('button', { name: `查看明文：${field}` }).click();
  const asked = sheetNamed(page, /^查看明文/);
  await asked.getByRole('textbox', { name: /理由/ }).fill('来电核对身份');
  await asked.getByRole('button', { name: send, exact: true }).click();
}

/** The value while it stands there: it goes by itself, also between two looks of a busy machine. */
export async function clearValue(page: Page): Promise<string> {
  const found = await page.waitForFunction(
    () => document.querySelector<HTMLElement>('#main-content [data-clear]')?.innerText,
  );
  return (await found.jsonValue()) ?? '';
}

/** Whether the browser has put a text anywhere that outlives the page: its storages, its address, its history. */
export function isStored(page: Page, text: string): Promise<boolean> {
  return page.evaluate(
    (wanted) =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href]).includes(wanted),
    text,
  );
}

/** Turns to another window, as a browser tells the page. */
export async function lookAway(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await shown(page).waitFor({ state: 'detached' });
}
