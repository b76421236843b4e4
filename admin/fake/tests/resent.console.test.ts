import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expectSoon } from '../../journeys/soon';
import { startFakeConsole, type FakeConsole } from './fake-console';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(10 * 60_000);

let fake: FakeConsole;
let folder: string;
beforeAll(async () => {
  fake = await startFakeConsole();
  folder = await mkdtemp(path.join(tmpdir(), 'linggong-sheets-'));
});
afterAll(() => fake?.stop());

/** A sheet as it lies on a disk: chosen once more, it is the same file. */
async function sheet(name: string): Promise<string> {
  const place = path.join(folder, name);
  await writeFile(place, `姓名,应发金额\n${name},100.00\n`);
  return place;
}

/** Every upload to an address gets the next of the answers, and the last one for good; gives the keys that came. */
async function answerUploads(page: Page, address: RegExp, answers: { status: number; json: object }[]) {
  const keys: string[] = [];
  await page.route(address, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    keys.push((await route.request().headerValue('idempotency-key')) ?? '');
    return route.fulfill(answers.length > 1 ? answers.shift() : answers[0]);
  });
  return { keys, came: (count: number) => expectSoon(() => Promise.resolve(keys.length), count) };
}

const lost = { status: 504, json: {} };
const refused = { status: 422, json: { code: 'sheet-empty', title: '表中没有数据' } };

/** Nothing has ended yet where the answer is held back. */
function held(): { until: Promise<void>; release: () => void } {
  let release = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release };
}

it('a payout sheet whose answer was lost goes out again under its key; refused, sent otherwise or another one, under its own', async () => {
  const page = await fake.open('enterprise', 'settlement-batches/create');
  const twice = { code: 'sheet-already-uploaded', title: '已上传过', number: 'B-1' };
  const known = { status: 409, json: twice };
  const answers = [lost, lost, known, lost, known, lost, refused, lost];
  const { keys, came } = await answerUploads(page, /\/api\/v1\/settlement-batches\?/, answers);
  const choose = async (name: string) => page.locator('input[type=file]').setInputFiles(await sheet(name));
  const send = async (button: string): Promise<string | undefined> => {
    const before = keys.length;
    await page.getByRole('button', { name: button }).click();
    await came(before + 1);
    return keys[before];
  };
  await choose('甲.csv');
  const first = await send('上传并校验');
  expect(await send('上传并校验')).toBe(first);
  expect(await send('上传并校验')).toBe(first);
  const again = await send('仍要再次上传');
  const anew = await send('上传并校验');
  expect(await send('仍要再次上传')).toBe(again);
  await choose('乙.csv');
  const other = await send('上传并校验');
  const corrected = await send('上传并校验');
  expect(new Set([first, again, anew, other, corrected]).size).toBe(5);
});

it('a list that is sent at once is known again when the same file is chosen after a lost answer', async () => {
  const page = await fake.open('risk-officer', 'risk-list-entries');
  const { keys, came } = await answerUploads(page, /\/api\/v1\/risk-list-imports/, [lost]);
  await page.getByRole('button', { name: '导入名单' }).first().click();
  for (const [index, name] of ['甲.csv', '甲.csv', '乙.csv'].entries()) {
    await page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles(index === 1 ? path.join(folder, name) : await sheet(name));
    await came(index + 1);
    await page.getByRole('dialog').getByRole('alert').waitFor();
  }
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

it('an answer that comes late takes nobody away from the page where he is now', async () => {
  const page = await fake.open('enterprise', 'settlement-batches/create');
  const { until, release } = held();
  await page.route(/\/api\/v1\/settlement-batches\?/, async (route) => {
    await until;
    await route.fulfill({ status: 202, json: { batch: { id: 1 }, jobId: '1' } });
  });
  await page.locator('input[type=file]').setInputFiles(await sheet('丙.csv'));
  await page.getByRole('button', { name: '上传并校验' }).click();
  await page.getByRole('progressbar').first().waitFor();
  await page.getByRole('link', { name: '订单', exact: true }).click();
  await page.waitForURL('**/orders');
  const answered = page.waitForResponse(/\/api\/v1\/settlement-batches\?/);
  release();
  await (await answered).finished();
  await page.locator('#main-content tbody tr').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/console/orders');
});
