import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { reader, type Read } from './api';
import { approveRollBack, approveVersion, checkVersion, openRequest, submitVersion } from './configuration-moves';
import { factsOf } from './figures';
import { cellAt, cellSays, copied, dragRow, paste, withRenamedColumn } from './grid-moves';
import { chineseLook } from './look';
import { closeDone, goTo, sheetNamed } from './moves';
import { payoutSheet, type PayoutSheet } from './payout-sheet';
import { openBrowser } from './open-browser';
import { signIn, type Session } from './session';
import { expectSoon } from './soon';
import { startPlatform, type Platform } from './start-platform';
import { journey } from './steps';

// A demo platform takes minutes on a busy machine, and so may any step after it; nothing here asserts a time.
jest.setTimeout(15 * 60_000);

let platform: Platform;
let browser: Browser;
let read: Read;
let operator: Session;
let approver: Session;
let enterprise: Session;
let sheet: PayoutSheet;
let versionAt = '';
const { seen, step } = journey('risk-table', chineseLook(), () => browser);

beforeAll(async () => {
  platform = await startPlatform();
  browser = await openBrowser();
  read = await reader(platform, 'operator');
  sheet = await payoutSheet(platform);
  operator = await signIn(browser, platform, 'config-operator');
  approver = await signIn(browser, platform, 'config-approver');
  enterprise = await signIn(browser, platform, 'enterprise');
});

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

/** Above this one payment is to be looked at, in yuan: fewer than all, more than none of the sheet's are. */
const loweredYuan = 5_000;

/** What a single payment may be stands in the third row, and why in the last column of the answers. */
const limitCell = cellAt(2, 0);
const whyColumn = 7;
const codeColumn = 6;

/** Uploads the sheet as the enterprise does; its note makes each a file of its own. @returns the number of the batch, once it is checked */
async function uploaded(note: string): Promise<number> {
  const { page } = enterprise;
  const buffer = Buffer.from(sheet.csv.replaceAll('补发', note));
  await page.goto(`${platform.address}/console/settlement-batches`);
  await page.getByRole('link', { name: '上传发放表' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles({ name: `${note}.csv`, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: '上传并校验' }).click();
  await page.locator('header').getByText('待企业确认').first().waitFor();
  return Number(/settlement-batches\/(\d+)/.exec(page.url())?.[1]);
}

interface BatchRead {
  readonly counts: { readonly held: number; readonly ready: number };
  readonly riskRules: { readonly versionNo: number } | null;
}

const batchOf = (id: number): Promise<BatchRead> => read<BatchRead>(`/api/v1/settlement-batches/${id.toString()}`);

/** Payable rows of the sheet that are above the lowered limit. */
function aboveLimit(): number {
  const rows = sheet.csv.trim().split('\r\n').slice(1);
  return rows.slice(0, sheet.payable.count).filter((row) => Number(row.split(',')[5]) > loweredYuan).length;
}

describe('an operator who never saw JSON lowers a limit of the risk table (R13.1, R6.4)', () => {
  step('has what is paid today decided by the first version', async () => {
    const id = await uploaded('本月第一批');
    await enterprise.page.locator('header').getByText('风控判定表 第 1 版').waitFor();
    expect(await batchOf(id)).toMatchObject({ counts: { held: 0, ready: sheet.payable.count } });
    await cancelled();
  });

  step('lowers it in the grid', async () => {
    const { page } = operator;
    await goTo(page, '配置', '配置');
    await page.getByRole('link', { name: '发放前逐笔判定' }).first().click();
    await seen(operator, '01-configuration');
    await page.getByRole('button', { name: '起草新版本' }).click();
    await sheetNamed(page, /^起草新版本/)
      .getByRole('button', { name: '起草新版本' })
      .click();
    await page.getByRole('heading', { name: /第 2 版/ }).waitFor();
    versionAt = page.url();
    await page.locator(limitCell).dblclick();
    const cell = page.getByRole('dialog', { name: '单笔金额' });
    await seen(operator, '02-cell');
    await cell.getByLabel('金额（元）').first().fill(loweredYuan.toString());
    await cell.getByRole('button', { name: '确认' }).click();
    await page.locator(limitCell, { hasText: '5,000' }).waitFor();
    await seen(operator, '03-lowered');
  });

  step('is told that a row can never hit any more, and moves it up with the keyboard', async () => {
    const { page } = operator;
    await page.getByRole('button', { name: /^第 4 行永远不会命中/ }).click();
    await page.locator(cellAt(3, 0)).click();
    await page.keyboard.press('Alt+ArrowUp');
    await page.locator(cellAt(3, 0), { hasText: '5,000' }).waitFor();
    await page.getByText('永远不会命中').waitFor({ state: 'hidden' });
    await page.locator(cellAt(3, whyColumn)).dblclick();
    const why = page.getByRole('dialog', { name: '原因' });
    await why.getByLabel('中文').fill('单笔超过 5,000 元，请核实成果与单价');
    await why.getByLabel('英文').fill('A payment above 5,000 yuan; verify the work and its price');
    await why.getByRole('button', { name: '确认' }).click();
    await page.getByLabel('修改说明').fill('单笔限额由 200,000 元降至 5,000 元');
    await seen(operator, '04-moved');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('修改尚未保存').waitFor({ state: 'hidden' });
  });

  step('is told which test cases the new limit contradicts, and mends them', async () => {
    const { page } = operator;
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await page.getByText('1 个测试用例的结果与预期不符').waitFor();
    await page.getByRole('button', { name: /^测试用例 \d/ }).click();
    await seen(operator, '05-cases');
    await page.getByRole('button', { name: /单笔 200,000 元整通过/ }).click();
    await page.getByRole('button', { name: '改为现在的结果' }).click();
    await page.getByLabel('用例名称').fill('单笔 200,000 元整暂缓');
    await seen(operator, '06-case-mended');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('修改尚未保存').waitFor({ state: 'hidden' });
    await checkVersion(page);
  });

  step('replays the last month, and sees who would have been held', async () => {
    const { page } = operator;
    await page.getByRole('group', { name: '版本的各部分' }).getByRole('button', { name: /^回放/ }).click();
    await seen(operator, '07-before-replay');
    await page.getByRole('button', { name: '开始回放' }).click();
    await page.getByRole('heading', { name: '原来与现在' }).waitFor();
    await page.locator('header').getByText('已回放', { exact: true }).waitFor();
    const figures = await factsOf(page.getByLabel('回放结果'));
    expect(Number(figures.get('结果不同')?.replaceAll(',', ''))).toBeGreaterThan(0);
    await seen(operator, '08-replayed');
    await page.getByRole('group', { name: '版本的各部分' }).getByRole('button', { name: /^内容/ }).click();
    await page.getByRole('columnheader', { name: /命中次数/ }).waitFor();
    await seen(operator, '09-hits');
    await submitVersion(page, '收紧单笔限额');
    await seen(operator, '10-submitted');
  });

  step('has a second person approve it, who sees what changes', async () => {
    await openRequest(approver, platform.address);
    await approver.page.getByText('5,000.00').first().waitFor();
    await seen(approver, '11-to-approve');
    await approveVersion(approver);
    await seen(approver, '12-in-force');
    const phone = await signIn(browser, platform, 'config-operator', 'phone');
    await phone.page.goto(versionAt);
    await seen(phone, '13-phone');
    await phone.close();
  });

  step('has the next batch decided by the new version, which its page names', async () => {
    const id = await uploaded('本月第二批');
    const { page } = enterprise;
    await page.locator('header').getByText('风控判定表 第 2 版').waitFor();
    const held = aboveLimit();
    expect(held).toBeGreaterThan(0);
    expect(await batchOf(id)).toMatchObject({ counts: { held, ready: sheet.payable.count - held } });
    await page.getByRole('button', { name: `风控暂缓 ${held.toString()}` }).click();
    await seen(enterprise, '14-next-batch');
    await cancelled();
  });

  step('rolls it back by two people, and the old limit holds again', async () => {
    const { page } = operator;
    await page.goto(versionAt);
    await page.getByRole('button', { name: '回退' }).click();
    const asked = sheetNamed(page, /^回退/);
    expect((await factsOf(asked.locator('dl'))).get('恢复生效')).toBe('第 1 版');
    await asked.getByLabel('理由').fill('误伤正常付款');
    await seen(operator, '15-roll-back');
    await asked.getByRole('button', { name: '回退' }).click();
    await asked.getByText('已提交审批，尚未生效').waitFor();
    await approveRollBack(approver, platform.address);
    await seen(approver, '16-rolled-back');
    const id = await uploaded('本月第三批');
    await enterprise.page.locator('header').getByText('风控判定表 第 1 版').waitFor();
    expect(await batchOf(id)).toMatchObject({ counts: { held: 0, ready: sheet.payable.count } });
    await seen(enterprise, '17-batch-as-before');
  });
});

/** Column and first rows of what the steps below work on: payments to one person in a batch. */
const [counted, first, second] = [2, 0, 1];

describe('the grid is worked as a spreadsheet (R13.1)', () => {
  step('a draft is begun', async () => {
    const { page } = operator;
    await page.goto(versionAt);
    await page.getByRole('link', { name: '全部版本' }).click();
    await page.getByRole('button', { name: '起草新版本' }).click();
    await sheetNamed(page, /^起草新版本/)
      .getByRole('button', { name: '起草新版本' })
      .click();
    await page.getByRole('heading', { name: /第 3 版/ }).waitFor();
  });

  step('what is typed opens the cell; Escape gives back what stood there, Enter keeps it and goes on', async () => {
    const { page } = operator;
    const [grid, cell] = [page.getByRole('grid'), page.getByRole('dialog', { name: '本批次笔数' })];
    await page.locator(cellAt(first, counted)).click();
    await page.keyboard.press('7');
    await expectSoon(() => cell.getByLabel('值').first().inputValue(), '7');
    await page.keyboard.press('Escape');
    await cell.waitFor({ state: 'hidden' });
    await expectSoon(() => page.locator(cellAt(first, counted)).innerText(), '不限');
    await page.keyboard.type('72');
    await page.keyboard.press('Enter');
    await cellSays(page, first, counted, '不低于 72');
    await cell.waitFor({ state: 'hidden' });
    expect(await grid.getAttribute('aria-activedescendant')).toMatch(/-1-2$/);
    expect(await grid.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  step('several cells of a spreadsheet are pasted at once, or none of them, and are undone', async () => {
    const { page } = operator;
    await page.locator(cellAt(first, counted)).click();
    await paste(page, '> 5\t≥ 10\r\n> 6\t≥ 20\r\n');
    await cellSays(page, first, counted, '大于 5');
    await cellSays(page, second, counted + 1, '不低于 20');
    expect(await copied(page)).toBe('> 5\t≥ 10\n> 6\t≥ 20');
    await paste(page, '> 8\n不知道');
    await page.getByRole('status').getByText('没有粘贴：第 2 行 · 本批次笔数').waitFor();
    await cellSays(page, first, counted, '大于 5');
    await seen(operator, '18-pasted');
    await page.keyboard.press('Control+z');
    await cellSays(page, first, counted, '不低于 72');
    await page.keyboard.press('Control+y');
    await cellSays(page, first, counted, '大于 5');
    for (const _pasteAndTyped of [1, 2]) await page.keyboard.press('Control+z');
    await cellSays(page, first, counted, '不限');
    await page.getByText('修改尚未保存').waitFor({ state: 'hidden' });
  });

  step('a row is dragged to another place, by the pointer and by the keyboard', async () => {
    const { page } = operator;
    const placed = async (...reasons: readonly string[]): Promise<void> => {
      for (const [row, reason] of reasons.entries()) await cellSays(page, row, codeColumn, reason);
    };
    const [veryHigh, month, high] = ['first-day-very-high', 'month-total-high', 'amount-high'];
    await placed(veryHigh, month, high);
    await dragRow(page, 0, 2);
    await placed(month, high, veryHigh);
    await page.locator(cellAt(2, counted)).click();
    await page.keyboard.press('Alt+ArrowUp');
    await placed(month, veryHigh, high);
    await page.keyboard.press('Alt+ArrowUp');
    await placed(veryHigh, month, high);
    await page.getByText('修改尚未保存').waitFor({ state: 'hidden' });
  });
});

describe('what is configured goes out and comes back (R13.1)', () => {
  step('as a sheet, whose differences are seen before they are taken', async () => {
    const { page } = operator;
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出表格' }).click();
    const file = await (await download).path();
    await page.locator(limitCell).dblclick();
    const cell = page.getByRole('dialog', { name: '单笔金额' });
    await cell.getByLabel('金额（元）').first().fill('80000');
    await cell.getByRole('button', { name: '确认' }).click();
    await expectSoon(() => page.getByRole('button', { name: '导出表格' }).isDisabled(), true);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('修改尚未保存').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '导入表格' }).click();
    const asked = page.getByRole('dialog', { name: '导入表格' });
    await chosen(page, asked, {
      name: '判定.xlsx',
      mimeType: 'application/octet-stream',
      buffer: await readFile(file),
    });
    await asked.getByText('80,000.00').first().waitFor();
    await seen(operator, '18-sheet');
    await asked.getByRole('button', { name: '采用 1 处变化' }).click();
    await page.locator(limitCell, { hasText: '200,000' }).waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('修改尚未保存').waitFor({ state: 'hidden' });
  });

  step('not with a column that was renamed, and says which', async () => {
    const { page } = operator;
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出表格' }).click();
    const sheet = await readFile(await (await download).path());
    await page.getByRole('button', { name: '导入表格' }).click();
    const asked = page.getByRole('dialog', { name: '导入表格' });
    const buffer = await withRenamedColumn(sheet, '单笔金额', '单笔上限');
    await chosen(page, asked, { name: '改名.xlsx', mimeType: 'application/octet-stream', buffer });
    await asked.getByText('缺少列：单笔金额；无法识别的列：单笔上限').waitFor();
    await asked.getByText('请重新点“导出表格”').waitFor();
    // The refusal is what was to be seen.
    expect(operator.watch.takeFaults()).toEqual([expect.stringMatching(/^422 /)]);
    await seen(operator, '18-renamed');
    await asked.getByRole('button', { name: '关闭' }).click();
  });

  step('as a signed file of the whole platform', async () => {
    const { page } = operator;
    await goTo(page, '配置', '配置');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出全部' }).click();
    const asked = sheetNamed(page, /^导出全部/);
    await asked.getByRole('button', { name: '下载文件' }).click();
    const file = await readFile(await (await download).path());
    await asked.getByText(/^已下载 \d+ 项配置。$/).waitFor();
    await closeDone(asked);
    await goTo(page, '配置', '配置引入');
    const send = async (buffer: Buffer): Promise<Locator> => {
      await page.getByRole('button', { name: '引入配置文件' }).first().click();
      const dialog = page.getByRole('dialog', { name: '引入配置文件' });
      await chosen(page, dialog, { name: '全部配置.json', mimeType: 'application/json', buffer });
      return dialog;
    };
    const changed = Buffer.from(file.toString('utf8').replace('"versionNo": 1', '"versionNo": 2'));
    const refused = await send(changed);
    await refused.getByText('签名与内容不符').waitFor();
    // The refusal is what was to be seen.
    expect(operator.watch.takeFaults()).toEqual([expect.stringMatching(/^422 /)]);
    await seen(operator, '19-tampered');
    await refused.getByRole('button', { name: '关闭' }).click();
    await send(file);
    await page.getByText('签名相符，导出后未被改动').waitFor();
    await seen(operator, '20-import');
  });
});

async function chosen(
  page: Page,
  dialog: Locator,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles(file);
}

/** Takes the batch back that is open, so that its people can be paid by the next. */
async function cancelled(): Promise<void> {
  const { page } = enterprise;
  await page.getByRole('button', { name: '取消批次' }).click();
  const asked = sheetNamed(page, /取消/);
  await asked.getByLabel('理由').fill('重新上传');
  await asked.getByRole('button', { name: '取消批次' }).click();
  await closeDone(asked);
}
