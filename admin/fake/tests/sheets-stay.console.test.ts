import type { Locator, Page } from 'playwright-core';
import { expectSoon } from '../../journeys/soon';
import { startFakeConsole, type FakeConsole } from './fake-console';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(10 * 60_000);

let fake: FakeConsole;
beforeAll(async () => {
  fake = await startFakeConsole();
});
afterAll(() => fake?.stop());

/** Answers an address by how far the world is, and counts how often it was read. */
async function answerBy(page: Page, address: string, answer: () => object): Promise<() => number> {
  let reads = 0;
  await page.route(address, (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    reads += 1;
    return route.fulfill({ json: answer() });
  });
  return () => reads;
}

/** Takes what is sent to an address, and moves the world on. */
async function take(page: Page, address: string, moved: () => object): Promise<void> {
  await page.route(address, (route) =>
    route.request().method() === 'POST' ? route.fulfill({ json: moved() }) : route.fallback(),
  );
}

const goTo = (page: Page, to: string): Promise<unknown> => page.goto(new URL(to, page.url()).href);
const button = (within: Page | Locator, name: string): Locator => within.getByRole('button', { name, exact: true });
const sheetOf = (page: Page): Locator => page.getByRole('dialog');

/** The sheet says what came of it while the page behind it has moved on, and goes when it is closed. */
async function expectStays(page: Page, said: string, hasMoved: () => Promise<boolean>): Promise<void> {
  await sheetOf(page).getByText(said).waitFor();
  await expectSoon(hasMoved, true);
  expect(await sheetOf(page).getByText(said).count()).toBe(1);
  await button(sheetOf(page), '关闭').last().click();
  await expectSoon(() => sheetOf(page).count(), 0);
}

it('a sheet whose success ends what offered it says so: an explanation that was given', async () => {
  const page = await fake.open('enterprise', '');
  let isGiven = false;
  const asked = {
    id: 1,
    number: 'EX-1',
    partyKind: 'enterprise',
    enterpriseId: 1,
    question: '为什么同一天发放两次？',
    dueOn: '2099-01-01',
    askedAt: '2026-11-01T00:00:00Z',
    files: [],
  };
  await answerBy(page, '**/api/console/risk-explanations/1', () => ({
    ...asked,
    state: isGiven ? 'answered' : 'waiting',
    answer: isGiven ? '补发上月奖金' : null,
    means: isGiven ? 'online' : null,
    answeredOn: isGiven ? '2026-11-02' : null,
  }));
  await take(page, '**/api/v1/risk-explanations/1/answer', () => {
    isGiven = true;
    return {};
  });
  await goTo(page, 'risk-explanations/1/show');
  await button(page, '提交说明').click();
  await sheetOf(page).getByRole('textbox').fill('补发上月奖金');
  await button(sheetOf(page), '提交说明').click();
  await expectStays(page, '已完成。', async () => (await page.getByText('已说明').count()) > 0);
  expect(await button(page, '提交说明').count()).toBe(0);
});

it('a sheet in the head of a card stays when its button goes: a visit that was begun', async () => {
  const page = await fake.open('operator', '');
  let isBegun = false;
  const visit = {
    id: 7,
    visitedOn: '2026-11-02',
    begunBy: 'operator#1',
    companion: null,
    checklistNo: 3,
    verdict: null,
    note: null,
    items: [],
  };
  const visits = '**/api/v1/enterprises/1/site-visits';
  await answerBy(page, visits, () => ({ asked: [], isVisited: false, visits: isBegun ? [visit] : [] }));
  await take(page, visits, () => {
    isBegun = true;
    return visit;
  });
  await goTo(page, 'enterprises/1/show');
  await button(page, '记录现场核查').click();
  await button(sheetOf(page), '记录现场核查').click();
  await expectStays(page, '已完成。', async () => (await page.getByText('核查清单第 3 版').count()) > 0);
  expect(await button(page, '记录现场核查').count()).toBe(0);
});

it('an action of a lifecycle tells what came of it where its step is done: an application that was submitted', async () => {
  const page = await fake.open('enterprise', '');
  let state = 'draft';
  await page.route('**/api/console/enterprises/1', async (route) => {
    const answer = await route.fetch();
    const whole: unknown = await answer.json();
    const person = { contactName: '测*', contactPhone: '138****0000' };
    await route.fulfill({ response: answer, json: { ...(whole as object), ...person, state, accounts: [] } });
  });
  await take(page, '**/api/v1/enterprises/1/submit', () => {
    state = 'submitted';
    return {};
  });
  await goTo(page, 'onboarding');
  await button(page, '提交审核').click();
  await button(sheetOf(page), '提交审核').click();
  await expectStays(page, '已完成。', async () => (await button(page, '提交审核').count()) === 0);
});

it('a result stays in sight when the page is read anew behind it: an application for a task', async () => {
  const page = await fake.open('worker', '');
  const mine = { id: 5, number: 'EN-5', state: 'applied' };
  const task = {
    id: 3,
    number: 'T-3',
    title: '仓库盘点',
    enterpriseName: '示例企业',
    scenario: 'x',
    place: '上海',
    unitPriceFen: 20_000,
    placesLeft: 2,
    startsOn: '2026-11-01',
    endsOn: '2026-12-01',
    openedAt: null,
    description: null,
  };
  let isApplied = false;
  await answerBy(page, '**/api/console/open-tasks/3', () => ({ ...task, mine: isApplied ? mine : null }));
  await take(page, '**/api/v1/open-tasks/3/apply', () => {
    isApplied = true;
    return mine;
  });
  await goTo(page, 'open-tasks/3/show');
  await button(page, '报名').click();
  await button(sheetOf(page), '确认报名').click();
  await sheetOf(page).getByText('已报名，编号 EN-5').waitFor();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expectStays(page, '已报名，编号 EN-5', async () => (await button(page, '报名').count()) === 0);
});

const measure = {
  id: 4,
  number: 'RM-4',
  caseId: 1,
  caseNumber: 'RC-1',
  kind: 'freeze-worker',
  subjectKind: 'worker',
  subjectId: 1,
  subjectNumber: 'W-1',
  lineLimitFen: null,
  monthLimitFen: null,
  list: null,
  endsOn: null,
  state: 'in-force',
  reason: '涉嫌虚开',
  takenBy: 'risk-officer#2',
  takenAt: '2026-11-01T00:00:00Z',
  liftedBy: null,
  liftReason: null,
  liftedAt: null,
};

it('a sheet of a row stays when the row leaves its list, and when the table becomes the cards of a phone', async () => {
  const page = await fake.open('risk-officer', '');
  let isLifted = false;
  await page.route('**/api/console/risk-measures?**', (route) =>
    route.fulfill({
      json: isLifted ? [] : [measure],
      headers: { 'Content-Range': isLifted ? 'risk-measures */0' : 'risk-measures 0-0/1' },
    }),
  );
  await take(page, '**/api/v1/risk-measures/4/lift', () => {
    isLifted = true;
    return {};
  });
  await goTo(page, 'risk-measures');
  await button(page, '解除').click();
  await sheetOf(page).getByRole('textbox').fill('已核实');
  await page.setViewportSize({ width: 500, height: 800 });
  await expectSoon(() => page.locator('#main-content tbody').count(), 0);
  expect(await sheetOf(page).getByRole('textbox').inputValue()).toBe('已核实');
  await button(sheetOf(page), '解除').click();
  await expectStays(page, '已完成。', async () => (await page.getByText('RM-4').count()) === 0);
});

const words = (zh: string): { zh: string; en: string } => ({ zh, en: zh });
const double = {
  code: 'duplicate-in-batch',
  severity: 'error',
  title: words('重复的行'),
  explain: words('与另一行相同'),
  remedy: { action: 'exclude-lines', label: words('剔除重复行') },
  params: {},
  count: 1,
  sumFen: 10_000,
  sample: [{ lineId: 51, rowNo: 1, nameMasked: '测*', amountFen: 10_000, explain: words('与另一行相同') }],
};

/** The batch that waits for its enterprise, one of its lines a double as long as `isDouble` says so; every change is a new quote. */
async function openDoubles(isDouble: () => boolean, version: () => number): Promise<Page> {
  const page = await fake.open('enterprise', '');
  await page.route('**/api/v1/settlement-batches/5', async (route) => {
    const answer = await route.fetch();
    // The fake platform answers with the whole batch.
    const batch = (await answer.json()) as { counts: object; nextActions: object[] };
    const counts = { ...batch.counts, ready: 9, blocked: isDouble() ? 1 : 0, excluded: isDouble() ? 0 : 1 };
    const exclude = { ...batch.nextActions[0], action: 'exclude-lines' };
    const nextActions = [...batch.nextActions, exclude];
    await route.fulfill({ response: answer, json: { ...batch, counts, nextActions, quoteVersion: version() } });
  });
  await answerBy(page, '**/api/v1/settlement-batches/5/blockers', () => ({
    batch: [],
    groups: isDouble() ? [double] : [],
  }));
  const run = { id: '9', name: 'settlement.check', state: 'done', done: 1, total: 1 };
  await answerBy(page, '**/api/v1/jobs/9', () => run);
  await goTo(page, 'settlement-batches/5/show');
  return page;
}

it('leaving lines out tells how it went when their reason is gone, and does not ask again when the reason comes back', async () => {
  let version = 1;
  let isDouble = true;
  const page = await openDoubles(
    () => isDouble,
    () => version,
  );
  await take(page, '**/api/v1/settlement-batches/5/exclusions', () => {
    isDouble = false;
    version = 2;
    return { batch: {}, job: { id: '9' } };
  });
  const narrowed = page.getByText('只看：重复的行');
  await button(page, '剔除重复行').click();
  await sheetOf(page).getByRole('textbox').fill('重复');
  await narrowed.waitFor();
  await button(sheetOf(page), '剔除这 1 行').click();
  await expectStays(page, '已完成', async () => (await narrowed.count()) === 0);
  isDouble = true;
  version = 3;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await narrowed.waitFor();
  expect(await sheetOf(page).count()).toBe(0);
});
