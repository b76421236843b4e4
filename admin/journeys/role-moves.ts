import type { Locator, Page } from 'playwright-core';
import { sheetNamed } from './moves';
import type { Session } from './session';

/** Fills in fields by their labels. */
export async function fillIn(place: Page | Locator, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    await place.getByRole('textbox', { name: new RegExp(`^${label}( \\*|（|$)`) }).fill(value);
  }
}

/** Picks one of the choices of a field. */
export async function choose(page: Page, label: string, choice: string): Promise<void> {
  await page.getByRole('combobox', { name: new RegExp(`^${label}`) }).click();
  await page.getByRole('option', { name: choice, exact: true }).click();
}

/** Judges every criterion on the sheet: it holds, but for those that are named with why they do not. */
export async function judge(sheet: Locator, fails: Readonly<Record<string, string>> = {}): Promise<void> {
  await sheet.locator('[data-criterion]').first().waitFor();
  for (const criterion of await sheet.locator('[data-criterion]').all()) {
    const why = fails[(await criterion.getAttribute('data-criterion')) ?? ''];
    await criterion.getByRole('button', { name: why === undefined ? '符合' : '不符合', exact: true }).click();
    if (why !== undefined) await criterion.getByLabel('说明').fill(why);
  }
}

/** Presses a button of the page; what stands on its sheet is filled in by the caller. */
export async function openSheet(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name, exact: true }).first().click();
  const sheet = sheetNamed(page, new RegExp(`^${name}`));
  await sheet.waitFor();
  return sheet;
}

/** Confirms the sheet by its button, and closes it once it says that it is done; beside a list of what waits it closes by itself. */
export async function confirm(sheet: Locator, name: string): Promise<void> {
  await sheet.getByRole('button', { name, exact: true }).click();
  // The cross stands there all the time; the second one comes with the result.
  const close = sheet.getByRole('button', { name: '关闭' }).nth(1);
  const hidden = sheet.waitFor({ state: 'hidden' });
  await Promise.race([hidden, close.waitFor().catch(() => undefined)]);
  // It may go by itself while the hand is on its way.
  if (await close.isVisible()) await close.click({ timeout: 5_000 }).catch(() => undefined);
  await hidden;
}

/** Opens the row of a list that holds this text, and says this of its state where several hold it. */
export async function openRow(page: Page, text: string, state = ''): Promise<void> {
  const rows = page.locator('#main-content tbody tr', { hasText: text }).filter({ hasText: state });
  await rows.getByRole('link').first().click();
}

/** What somebody sends for a second person's decision says so, and gives the number of days it has. */
export async function asked({ page }: Session): Promise<void> {
  await page.getByText('已提交审批，尚未生效').waitFor();
}

/** Opens a page of the console by its address, as a bookmark does. */
export async function openAt({ page, watch }: Session, address: string, path: string): Promise<void> {
  await page.goto(`${address}/console${path}`);
  await watch.settled();
}
