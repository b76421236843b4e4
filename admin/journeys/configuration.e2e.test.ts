import type { Browser } from 'playwright-core';
import { reader, type Read } from './api';
import { approveRollBack, approveVersion, checkVersion, openRequest, submitVersion } from './configuration-moves';
import { factsOf } from './figures';
import { chineseLook } from './look';
import { goTo, sheetNamed } from './moves';
import { reviewContent, reviewTable, writer, type Write } from './review-table';
import { openBrowser } from './open-browser';
import { signIn, type Session } from './session';
import { expectSoon } from './soon';
import { startPlatform, type Platform } from './start-platform';
import { journey } from './steps';

// A demo platform takes minutes on a busy machine, and so may any step after it; nothing here asserts a time.
jest.setTimeout(15 * 60_000);

interface Standing {
  readonly inForce: { readonly versionNo: number } | null;
  readonly open: { readonly id: number; readonly versionNo: number; readonly state: string } | null;
}

let platform: Platform;
let browser: Browser;
let operator: Session;
let approver: Session;
let read: Read;
let write: Write;
let table: { id: number };
const { seen, step } = journey('configuration', chineseLook(), () => browser);

beforeAll(async () => {
  platform = await startPlatform();
  browser = await openBrowser();
  read = await reader(platform, 'config-operator');
  write = await writer(platform, 'config-operator');
  table = await reviewTable(write);
  operator = await signIn(browser, platform, 'config-operator');
  approver = await signIn(browser, platform, 'config-approver');
});

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

const standing = (): Promise<Standing> => read<Standing>(`/api/v1/configurations/${table.id.toString()}`);

describe('somebody who never saw JSON changes what the platform works by (R13.1)', () => {
  step('finds the configuration and is told what is missing', async () => {
    const { page } = operator;
    await seen(operator, '01-dashboard');
    await goTo(page, '配置', '配置');
    await seen(operator, '02-list');
    await page.getByRole('link', { name: '大额付款复核' }).first().click();
    await seen(operator, '03-configuration');
    await page.getByRole('link', { name: '打开在办的第 1 版' }).click();
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await page.getByText('1 个测试用例的结果与预期不符').waitFor();
    await seen(operator, '04-draft');
  });

  step('mends the case that fails, and saves', async () => {
    const { page } = operator;
    await page.getByRole('button', { name: /^测试用例 \d/ }).click();
    await page.getByRole('button', { name: /小额通过/ }).click();
    await page.getByRole('button', { name: '改为现在的结果' }).click();
    await page.getByText('修改尚未保存').waitFor();
    await seen(operator, '05-case');
    await page.getByRole('button', { name: '保存' }).click();
    await checkVersion(page);
  });

  step('submits, and cannot approve it', async () => {
    const { page } = operator;
    await page.getByRole('button', { name: '提交审批' }).click();
    const asked = sheetNamed(page, /^提交审批/);
    expect((await factsOf(asked.locator('dl'))).get('测试用例')).toBe('2');
    // A day that is past is mended first, whatever stood there before it; a click beside the sheet takes nothing of what was typed.
    await asked.getByLabel('理由').fill('首版上线');
    await asked.getByRole('textbox', { name: /^生效日期/ }).fill('2020-01-01');
    await page.mouse.click(20, 400);
    await expectSoon(() => asked.getByRole('button', { name: '提交审批' }).isDisabled(), true);
    await expectSoon(() => asked.getByLabel('理由').inputValue(), '首版上线');
    // Whoever closes it is asked first.
    await asked.getByRole('button', { name: '取消' }).click();
    await asked.getByRole('button', { name: '继续填写' }).click();
    await expectSoon(() => asked.getByLabel('理由').inputValue(), '首版上线');
    await page.keyboard.press('Escape');
    await asked.getByRole('button', { name: '放弃并关闭' }).click();
    await asked.waitFor({ state: 'hidden' });
    await submitVersion(page, '首版上线');
    expect(await page.getByRole('button', { name: '批准' }).count()).toBe(0);
    await seen(operator, '06-submitted');
  });

  step('has a second person approve it', async () => {
    await seen(approver, '07-approver-dashboard');
    await openRequest(approver, platform.address);
    await approveVersion(approver);
    await seen(approver, '08-in-force');
    expect((await standing()).inForce?.versionNo).toBe(1);
  });

  step('drafts the next version, and is asked before somebody else is overwritten', async () => {
    const { page } = operator;
    await page.goto(`${platform.address}/console/configurations/${table.id.toString()}/show`);
    await page.getByRole('button', { name: '起草新版本' }).click();
    await sheetNamed(page, /^起草新版本/)
      .getByRole('button', { name: '起草新版本' })
      .click();
    await page.getByRole('heading', { name: /第 2 版/ }).waitFor();
    await page.getByLabel('修改说明').fill('降低复核金额');
    const { open } = await standing();
    await write('PUT', `/api/v1/configuration-versions/${String(open?.id)}/content`, {
      ...reviewContent(3_000_000, 'approve'),
      revision: 1,
      note: '别处先保存',
    });
    await page.getByRole('button', { name: '保存' }).click();
    const asked = page.getByRole('dialog', { name: '有人先保存了' });
    await asked.getByText('第 2 行').first().waitFor();
    // The refusal is what was to be seen.
    expect(operator.watch.takeFaults()).toEqual([expect.stringMatching(/^409 /)]);
    await seen(operator, '09-conflict');
    await asked.getByRole('button', { name: '采用已保存的' }).click();
    await page.getByRole('button', { name: /^变化 1/ }).click();
    await page.getByText('30,000.00').first().waitFor();
    await seen(operator, '10-changes');
  });

  step('has it approved, and rolled back', async () => {
    const { page } = operator;
    await checkVersion(page);
    await submitVersion(page, '降低复核金额');
    await openRequest(approver, platform.address);
    await approveVersion(approver);
    expect((await standing()).inForce?.versionNo).toBe(2);
    await page.goto(`${platform.address}/console/configurations/${table.id.toString()}/show`);
    await page.getByRole('button', { name: '回退' }).click();
    const asked = sheetNamed(page, /^回退/);
    expect((await factsOf(asked.locator('dl'))).get('恢复生效')).toBe('第 1 版');
    await seen(operator, '11-roll-back');
    await asked.getByLabel('理由').fill('误伤过多');
    await asked.getByRole('button', { name: '回退' }).click();
    await asked.getByText('已提交审批，尚未生效').waitFor();
    expect((await standing()).inForce?.versionNo).toBe(2);
    await approveRollBack(approver, platform.address);
    expect((await standing()).inForce?.versionNo).toBe(1);
  });
});
