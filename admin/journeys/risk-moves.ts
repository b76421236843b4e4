import type { Page } from 'playwright-core';
import { closeDone, sheetNamed } from './moves';
import type { Session } from './session';

/** The second person opens the request of this kind that waits for him, approves it, and sees that it is carried out. */
export async function approve({ page }: Session, address: string, what: string): Promise<void> {
  // Read anew: what was decided before is not in the way.
  await page.goto(`${address}/console/approvals`);
  await page.locator('#main-content').getByRole('link', { name: what }).first().click();
  await page.getByRole('button', { name: '批准' }).click();
  await sheetNamed(page, /^批准/).getByRole('button', { name: '批准' }).click();
  await page.getByText('已批准并执行完成。').waitFor();
}

/** Presses a button of the page, fills in why, and confirms on the sheet that it opens. */
export async function actOn(page: Page, name: string, reason?: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  const sheet = sheetNamed(page, new RegExp(`^${name}`));
  if (reason !== undefined) await sheet.getByLabel('理由').fill(reason);
  await sheet.getByRole('button', { name, exact: true }).click();
  await closeDone(sheet);
}

/** Answers the questions of a phone interview in their order. */
export async function answer(page: Page, answers: readonly ('是' | '否' | '说不清')[]): Promise<void> {
  for (const [index, word] of answers.entries()) {
    await page.getByText(`第 ${(index + 1).toString()} 题，共 5 题`).waitFor();
    await page.getByRole('radio', { name: word, exact: true }).click();
  }
}
