import type { Locator, Page } from 'playwright-core';

/** Goes to a group of the navigation, and to one of its pages where it has several. */
export async function goTo(page: Page, group: string, inner?: string): Promise<void> {
  const navigation = page.locator('nav#navigation');
  // Behind the name stands how much waits there, where something does.
  await navigation
    .getByRole('link', { name: new RegExp(`^${group}(\\D*\\d+.*)?$`) })
    .first()
    .click();
  if (inner !== undefined) await navigation.getByRole('link', { name: inner, exact: true }).last().click();
}

/** The sheet at the right that states what an action does. */
export function sheetNamed(page: Page, title: RegExp): Locator {
  return page.getByRole('dialog', { name: title });
}

/** Closes a sheet by the button that comes with its result; the cross of the same name stands there all the time, and asks before. */
export async function closeDone(sheet: Locator): Promise<void> {
  await sheet.getByRole('button', { name: '关闭' }).nth(1).click();
  await sheet.waitFor({ state: 'hidden' });
}

/** Opens a line of a table in place. @returns what unfolds below it */
export async function openLine(page: Page, index: number): Promise<Locator> {
  const rows = page.locator('#main-content tbody > tr:not(.inner)');
  await rows.nth(index).locator('td:first-child button').click();
  const unfolded = page.locator('#main-content tbody > tr.inner').first();
  await unfolded.waitFor();
  return unfolded;
}
