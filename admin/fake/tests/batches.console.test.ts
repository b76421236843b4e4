import type { Page } from 'playwright-core';
import { expectSoon } from '../../journeys/soon';
import { startFakeConsole, type FakeConsole } from './fake-console';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(10 * 60_000);

let fake: FakeConsole;
beforeAll(async () => {
  fake = await startFakeConsole();
});
afterAll(() => fake?.stop());

/** The batch that waits for its enterprise, the fifth of the fake platform, with a rule of release of its own. */
async function confirmUnder(releaseRule: string): Promise<Page> {
  const page = await fake.open('enterprise', '');
  await page.route('**/api/v1/settlement-batches/5', async (route) => {
    const answer = await route.fetch();
    const batch: unknown = await answer.json();
    await route.fulfill({ response: answer, json: { ...(batch as object), releaseRule } });
  });
  await page.goto(new URL('settlement-batches/5/show', page.url()).href);
  await page
    .getByRole('button', { name: /^确认 10 人/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  return page;
}

const byApprover = '金额达到复核标准，由平台财务审批放款后发放。';
const byItself = '金额低于复核标准，确认后自动放款。';

it.each([
  ['finance-approver', byApprover, byItself],
  ['automatic', byItself, byApprover],
])('says before confirming whether somebody else releases (%s)', async (rule, said, unsaid) => {
  const page = await confirmUnder(rule);
  const sheet = page.getByRole('dialog');
  await sheet.getByText(said).waitFor();
  expect(await sheet.getByText(unsaid).count()).toBe(0);
  expect(await sheet.getByRole('button', { name: '确认并冻结资金' }).isEnabled()).toBe(true);
});

it('asks before a sheet is closed over what is under way, and tells what came of it', async () => {
  const page = await confirmUnder('automatic');
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/v1/settlement-batches/5/confirm', async (route) => {
    await asked;
    await route.fulfill({ status: 409, json: { code: 'deposit-short', title: '预存款余额不足' } });
  });
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: '确认并冻结资金' }).click();
  await sheet.getByRole('button', { name: '正在处理…' }).waitFor();
  await sheet.getByRole('button', { name: '关闭' }).first().click();
  await sheet.getByRole('button', { name: '等待结果' }).click();
  // A click beside it is a slip.
  await page.mouse.click(200, 400);
  expect(await sheet.count()).toBe(1);
  answer();
  await sheet.getByText('预存款余额不足').waitFor();
});

const unknownColumns = {
  code: 'sheet-columns',
  title: '有不认识的列',
  unknown: ['领款人', '应发数'],
  missing: ['姓名', '应发金额'],
};

/** Uploads a sheet with two headings of its own; every upload is refused with the next of the refusals. */
async function upload(refusals: object[]): Promise<{ page: Page; sent: string[] }> {
  const page = await fake.open('enterprise', '');
  const sent: string[] = [];
  await page.route('**/api/v1/settlement-batches?**', async (route) => {
    sent.push(route.request().postData() ?? '');
    await route.fulfill({ status: 422, json: refusals.shift() ?? {} });
  });
  await page.goto(new URL('settlement-batches/create', page.url()).href);
  const content = '领款人,应发数\n甲,100.00\n';
  await page.locator('input[type=file]').setInputFiles({
    name: 'sheet.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  await page.getByRole('button', { name: '上传并校验' }).click();
  await page.getByRole('combobox', { name: '领款人' }).waitFor();
  return { page, sent };
}

async function pick(page: Page, title: string, column: string): Promise<void> {
  await page.getByRole('combobox', { name: title }).click();
  await page.getByRole('option', { name: column, exact: true }).click();
}

it('keeps what headings mean when the sheet is refused once more, and offers no column twice', async () => {
  const { page, sent } = await upload([unknownColumns, { code: 'sheet-too-large', title: '表格过大' }]);
  await page.getByText('必填列还没有对应：姓名、应发金额（元）。').waitFor();
  await pick(page, '领款人', '姓名');
  await pick(page, '应发数', '忽略这一列');
  await page.getByText('表中没有必填列：应发金额（元）。').waitFor();
  expect(await page.getByRole('button', { name: '按此上传' }).isDisabled()).toBe(true);
  await page.getByRole('combobox', { name: '应发数' }).click();
  expect(await page.getByRole('option', { name: '姓名', exact: true }).getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('option', { name: '应发金额（元）', exact: true }).click();
  await page.getByRole('button', { name: '按此上传' }).click();
  await page.getByText('表格过大').waitFor();
  await expectSoon(() => page.getByRole('combobox', { name: '领款人' }).innerText(), '姓名');
  expect(await page.getByRole('combobox', { name: '应发数' }).innerText()).toBe('应发金额（元）');
  expect(sent).toHaveLength(2);
  expect(sent[0]).not.toContain('name="columns"');
  expect(sent[1]).toContain('{"领款人":"name","应发数":"amount"}');
});

it('tells to how many contracts went and how many were left out', async () => {
  const page = await fake.open('operator', 'workers/1/show');
  await page.route('**/api/v1/contracts/batches', (route) =>
    route.fulfill({ status: 202, json: { jobId: '7', status: '/api/v1/jobs/7' } }),
  );
  const run = { id: '7', name: 'e-sign.batch', state: 'done', done: 1, total: 1, result: { done: 1, refused: 1 } };
  await page.route('**/api/v1/jobs/7', (route) => route.fulfill({ json: run }));
  await page.getByRole('button', { name: '发起签署' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: '向 1 人发起签署' }).click();
  expect(await sheet.getByText(/^新发起/).innerText()).toContain('新发起 0 份；1 人已有同期同类合同');
});
