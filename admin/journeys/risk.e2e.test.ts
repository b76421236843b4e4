import type { Browser } from 'playwright-core';
import { reader, type Read } from './api';
import { chineseLook } from './look';
import { monthBeforeLast } from './month-before-last';
import { closeDone, goTo, sheetNamed } from './moves';
import { openBrowser } from './open-browser';
import { rateEnterprise } from './rate-enterprise';
import { writer } from './review-table';
import { actOn, answer, approve } from './risk-moves';
import { readRatings } from './risk-ratings';
import { signIn, type Session } from './session';
import { startPlatform, type Platform } from './start-platform';
import { journey } from './steps';

// A demo platform takes minutes on a busy machine, and so may any step after it; nothing here asserts a time.
jest.setTimeout(15 * 60_000);

let platform: Platform;
let browser: Browser;
let officer: Session;
let manager: Session;
let read: Read;
let worker: { id: number; number: string };
let caseAt: string;
const { seen, step } = journey('risk', chineseLook(), () => browser);
const title = '多人共用同一收款卡';

beforeAll(async () => {
  platform = await startPlatform();
  browser = await openBrowser();
  read = await reader(platform, 'risk-officer');
  const filter = encodeURIComponent('{"state":"active"}');
  const [first] = await read<{ id: number; number: string }[]>(`/api/console/workers?range=[0,0]&filter=${filter}`);
  if (first === undefined) throw new Error('the demo has no active worker');
  worker = first;
  const operator = await writer(platform, 'operator');
  const told = { subjectKind: 'worker', subjectId: worker.id, severity: 'critical', title, text: '付款时发现同一张卡' };
  const { id } = await operator<{ id: number }>('POST', '/api/v1/risk-cases', told);
  caseAt = `${platform.address}/console/risk-cases/${id.toString()}/show`;
  officer = await signIn(browser, platform, 'risk-officer');
  manager = await signIn(browser, platform, 'institution-manager');
});

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

const stateOfWorker = async (): Promise<string> =>
  (await read<{ state: string }>(`/api/console/workers/${worker.id.toString()}`)).state;

describe('a risk officer brings a case to its end (R6.3)', () => {
  step('sees what waits, and takes a case from the board', async () => {
    const { page } = officer;
    await seen(officer, '01-dashboard');
    const field = page.getByRole('list', { name: '近 30 天案件涉及的企业登记在哪里？' }).getByRole('link').first();
    const [province, told = ''] = [await field.getAttribute('title'), await field.innerText()];
    const [count] = /\d+$/.exec(told) ?? [];
    await field.click();
    await page.getByText(`企业登记地区：${province ?? '?'}`).waitFor();
    await page.getByText(`共 ${count ?? '?'} 条`, { exact: true }).waitFor();
    await goTo(page, '风控', '案件看板');
    await seen(officer, '02-board');
    const open = page.getByRole('region', { name: '待接手' });
    await open.getByRole('link', { name: new RegExp(title) }).click();
    await page.getByRole('heading', { name: title }).waitFor();
    await actOn(page, '接手');
    await page.getByText('处理中').first().waitFor();
    await seen(officer, '03-case');
  });

  step('proposes a measure: nothing happens until somebody else approves', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: '采取措施' }).click();
    const sheet = sheetNamed(page, /^采取措施/);
    await sheet.getByText('须由机构负责人').waitFor();
    await sheet.getByLabel('理由').fill('同一张卡收多人报酬');
    await seen(officer, '04-measure');
    await sheet.getByRole('button', { name: '采取措施' }).click();
    await sheet.getByText('已提交审批，尚未生效').waitFor();
    await closeDone(sheet);
    expect(await stateOfWorker()).toBe('active');
  });

  step('has it approved, and the worker is seen frozen', async () => {
    await approve(manager, platform.address, '采取风险措施');
    expect(await stateOfWorker()).toBe('suspended');
    const { page } = officer;
    await page.goto(`${platform.address}/console/workers/${worker.id.toString()}/show`);
    await page.getByRole('heading', { name: '执行中的风险措施' }).waitFor();
    await page.getByText('冻结灵工').first().waitFor();
    await seen(officer, '05-frozen');
  });

  step('has it lifted by two people, too', async () => {
    const { page } = officer;
    await page.goto(caseAt);
    await actOn(page, '解除', '卡已更换为本人卡');
    expect(await stateOfWorker()).toBe('suspended');
    await approve(manager, platform.address, '解除风险措施');
    expect(await stateOfWorker()).toBe('active');
  });

  step('closes the case with its outcome', async () => {
    const { page } = officer;
    await page.goto(caseAt);
    await page.getByRole('button', { name: '办结', exact: true }).click();
    const sheet = sheetNamed(page, /^办结/);
    await sheet.getByRole('radio', { name: '属实' }).click();
    await sheet.getByLabel('理由').fill('核实为家人共用，已更换');
    await sheet.getByRole('button', { name: '办结', exact: true }).click();
    await closeDone(sheet);
    await page.getByText('已办结').first().waitFor();
    await seen(officer, '06-closed');
  });
});

describe('payments are inspected after the event (R6.3, R8.4)', () => {
  step('draws a sample with its population in sight, and draws it again', async () => {
    const { page } = officer;
    await goTo(page, '风控', '事后抽查');
    await page.getByRole('button', { name: '抽取样本' }).first().click();
    const sheet = sheetNamed(page, /^抽取样本/);
    await sheet.getByLabel('名称').fill('付款抽查');
    const { from, to } = monthBeforeLast();
    await sheet.getByRole('textbox', { name: /^开始日期/ }).fill(from);
    await sheet.getByRole('textbox', { name: /^结束日期/ }).fill(to);
    await sheet.getByRole('textbox', { name: /^结束日期/ }).press('Enter');
    await sheet.getByText('合计').waitFor();
    await seen(officer, '07-draw');
    await sheet.getByRole('button', { name: '抽取样本' }).click();
    await sheet.getByRole('link', { name: '开始核查' }).click();
    await page.getByRole('button', { name: '重新抽取并比对' }).click();
    await page.getByText('一致：总体与样本完全相同').waitFor();
    await seen(officer, '08-inspection');
  });

  step('calls a payee from a phone; misuse opens a case by itself', async () => {
    const [item] = await read<{ id: number; workerId: number }[]>('/api/console/inspection-items?range=[0,0]');
    const caller = await signIn(browser, platform, 'customer-service', 'phone');
    const { page } = caller;
    await page.goto(`${platform.address}/console/inspection-items/${String(item?.id)}/show`);
    await page.getByRole('radio', { name: '已接通' }).click();
    await seen(caller, '09-question');
    await answer(page, ['否', '是', '是', '是', '否']);
    await page.getByText('发现异常，保存后立案').waitFor();
    await page.getByLabel('录音编号').fill('CALL-2026-0001');
    await seen(caller, '10-misuse');
    await page.getByRole('button', { name: '保存回访' }).click();
    await page.getByText('回访已保存').waitFor();
    await seen(caller, '11-saved');
    await caller.close();
    const filter = encodeURIComponent(`{"source":"inspection","workerId":${String(item?.workerId)}}`);
    const cases = await read<{ rule: string; severity: string }[]>(`/api/console/risk-cases?filter=${filter}`);
    expect(cases).toMatchObject([{ rule: 'interview.identity-misused', severity: 'critical' }]);
  });
});

describe('ratings, checks and offboardings (R2.3, R6.2)', () => {
  // At a desk whoever looks at every page sees them.
  step('are read by a risk officer on his phone', async () => {
    await rateEnterprise(platform, await writer(platform, 'institution-manager'));
    const reading = await signIn(browser, platform, 'risk-officer', 'phone');
    await readRatings(reading, platform.address, seen);
    await reading.close();
  });
});
