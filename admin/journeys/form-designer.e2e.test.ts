import type { Browser } from 'playwright-core';
import { approveVersion, checkVersion, openRequest, submitVersion } from './configuration-moves';
import { addChoices, addField, choose, fieldNames, moveUp, showIf } from './form-moves';
import { chineseLook } from './look';
import { openBrowser } from './open-browser';
import { signIn, type Session } from './session';
import { startPlatform, type Platform } from './start-platform';
import { journey } from './steps';

// A demo platform takes minutes on a busy machine, and so may any step after it; nothing here asserts a time.
jest.setTimeout(15 * 60_000);

let platform: Platform;
let browser: Browser;
let designer: Session;
const { seen, step } = journey('form-designer', chineseLook(), () => browser);

beforeAll(async () => {
  platform = await startPlatform();
  browser = await openBrowser();
  designer = await signIn(browser, platform, 'config-operator');
});

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

/** Every type of field, as the list of the designer names it, with what the form of this journey asks by it. */
const plain = [
  ['文本', '走访人', 'Visitor'],
  ['数字', '到场人数', 'People there'],
  ['日期', '走访日期', 'Visited on'],
  ['地区', '走访地点', 'Place'],
  ['证件号码', '陪同人证件', 'Identity number'],
  ['统一社会信用代码', '企业代码', 'Credit code'],
  ['银行卡号', '收款卡号', 'Card'],
  ['手机号码', '联系手机', 'Mobile'],
  ['文件', '现场照片', 'Pictures'],
] as const;

describe('a form is made and filled in by people who never saw JSON (R13.1)', () => {
  step('a new form stands by itself', async () => {
    const { page } = designer;
    await page.goto(`${platform.address}/console/configurations/create`);
    await page.getByText('入驻、登记、发布任务').click();
    expect(await page.getByLabel('业务', { exact: true }).count()).toBe(0);
    await page.getByLabel('名称（中文）').fill('走访登记');
    await page.getByLabel('名称（英文）').fill('Visit');
    await page.getByLabel('用途（中文）').fill('走访企业时登记');
    await page.getByLabel('用途（英文）').fill('Noted at a visit');
    await page.getByRole('button', { name: '建立并开始编写' }).click();
    await page.getByRole('heading', { name: /走访登记/ }).waitFor();
    await page.getByText('表单没有任何字段，请至少添加一个').waitFor();
  });

  step('every type of field is added, and what is wrong is told with its field', async () => {
    const { page } = designer;
    await page.getByRole('combobox', { name: '添加字段' }).click();
    await page.getByRole('option', { name: '文本', exact: true }).click();
    await page.getByRole('alert').getByText('第 1 个字段（文本）').waitFor();
    await page.getByRole('button', { name: '删除', exact: true }).click();
    for (const [type, name, english] of plain) await addField(page, type, name, english);
    await addField(page, '单选', '是否有欠薪', 'Pay owed');
    await addChoices(page, [
      ['是', 'Yes'],
      ['否', 'No'],
    ]);
    await addField(page, '金额', '欠薪金额', 'Sum owed');
    await page.getByRole('switch', { name: '必填' }).check();
    await showIf(page, '是否有欠薪', ['是']);
    await addField(page, '多选', '检查内容', 'Looked at');
    await addChoices(page, [
      ['合同', 'Contracts'],
      ['考勤', 'Attendance'],
    ]);
    await addField(page, '表格', '访谈人员', 'People asked');
    await choose(page, page.getByRole('combobox', { name: '添加列' }), '文本');
    const columns = page.getByRole('textbox', { name: /^列 1/ });
    await columns.first().fill('岗位');
    await columns.nth(1).fill('Post');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect(await fieldNames(page)).toHaveLength(13);
    await seen(designer, '01-every-type');
  });

  step('a circle of conditions is told at the field, and undone', async () => {
    const { page } = designer;
    await page
      .getByRole('button', { name: /^是否有欠薪 ?单选/ })
      .first()
      .click();
    await choose(page, page.getByRole('combobox', { name: '显示条件' }), '欠薪金额');
    await page
      .getByRole('alert')
      .getByText(/循环引用/)
      .first()
      .waitFor();
    await seen(designer, '02-circle');
    await choose(page, page.getByRole('combobox', { name: '显示条件' }), '始终显示');
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  step('fields are ordered by keyboard', async () => {
    const { page } = designer;
    const before = await fieldNames(page);
    await moveUp(page, '到场人数');
    expect(await fieldNames(page)).toEqual(['到场人数', '走访人', ...before.slice(2)]);
  });

  step('a case is written by filling the form, and the form comes into force', async () => {
    const { page } = designer;
    await page.getByRole('button', { name: /^测试用例 0/ }).click();
    await page.getByRole('button', { name: '添加用例' }).click();
    await page.getByLabel('用例名称').fill('什么都不填');
    await page.getByRole('button', { name: '以现在的结果为预期' }).click();
    await seen(designer, '03-case');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('修改尚未保存').waitFor({ state: 'detached' });
    await checkVersion(page);
    await submitVersion(page, '走访用');
    const approver = await signIn(browser, platform, 'config-approver');
    await openRequest(approver, platform.address);
    await approveVersion(approver);
    await approver.close();
  });

  step('somebody fills it in, is asked what his answers call for, and finds the record', async () => {
    const officer = await signIn(browser, platform, 'customer-service');
    const { page } = officer;
    await page.goto(`${platform.address}/console/form-records/create`);
    await choose(page, page.getByRole('combobox', { name: '选择要填写的表单' }), '走访登记');
    await page.getByRole('textbox', { name: '走访人' }).fill('客服一组');
    await page.getByRole('textbox', { name: '走访日期' }).fill('2026-11-20');
    await page.getByRole('textbox', { name: '联系手机' }).fill('19988880006');
    expect(await page.getByLabel(/^欠薪金额/).count()).toBe(0);
    await choose(page, page.getByRole('combobox', { name: '是否有欠薪' }), '是');
    const refusal = page.waitForResponse((response) => response.status() === 422);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    // The refusal is what was to be seen, at its field and on top; what is corrected is taken.
    await refusal;
    await page.getByText('必填', { exact: true }).waitFor();
    await page.getByText(/^有 1 项需要改正/).waitFor();
    expect(officer.watch.takeFaults()).toEqual([expect.stringMatching(/^422 /)]);
    await page.getByLabel(/^欠薪金额/).fill('1200');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText('1,200.00').waitFor();
    await page.getByText('199 **** 0006').waitFor();
    await seen(officer, '04-record');
    const number = await page.locator('#main-content h1').innerText();
    await page.goto(`${platform.address}/console/form-records`);
    await page.getByRole('link', { name: number }).waitFor();
    await seen(officer, '05-list');
    await officer.close();
  });
});
