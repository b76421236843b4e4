import type { Page } from 'playwright-core';
import { closeDone, sheetNamed } from './moves';
import type { Session } from './session';

/** Runs the test cases of the version that is open; all of them pass. */
export async function checkVersion(page: Page): Promise<void> {
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await page.locator('header').getByText('已检查', { exact: true }).waitFor();
}

/** Submits the version that is open, to hold from today on. */
export async function submitVersion(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: '提交审批' }).click();
  const asked = sheetNamed(page, /^提交审批/);
  await asked.getByLabel('理由').fill(reason);
  await asked.getByRole('button', { name: '提交审批' }).click();
  await asked.getByText('已提交，等待审批。').waitFor();
  await closeDone(asked);
  await page.locator('header').getByText('待审批', { exact: true }).waitFor();
}

/** The second person opens the request in the inbox, and from it the version. */
export async function openRequest({ page }: Session, address: string): Promise<void> {
  // Read anew: what was decided before is not in the way.
  await page.goto(`${address}/console/approvals`);
  await page.getByRole('link', { name: '配置审批' }).first().click();
  await page.getByRole('link', { name: /^查看/ }).click();
  await page.getByRole('heading', { name: '请您审批' }).waitFor();
}

/** Approves the version that is open; it is in force at once. */
export async function approveVersion({ page }: Session): Promise<void> {
  await page.getByRole('button', { name: '批准' }).click();
  const asked = sheetNamed(page, /^批准/);
  await asked.getByRole('button', { name: '批准' }).click();
  await page.locator('header').getByText('生效中', { exact: true }).waitFor();
}

/** The second person lets a roll-back happen. */
export async function approveRollBack({ page }: Session, address: string): Promise<void> {
  await page.goto(`${address}/console/approvals`);
  await page.getByRole('link', { name: '配置回退' }).first().click();
  await page.getByRole('button', { name: '批准' }).click();
  await sheetNamed(page, /^批准/).getByRole('button', { name: '批准' }).click();
  await page.getByText('已批准并执行完成。').waitFor();
}
