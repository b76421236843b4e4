import type { Page } from 'playwright-core';
import { expectSoon } from '../../journeys/soon';
import { enterpriseDetail } from '../details';
import { enterprises } from '../rows/enterprises';
import { startFakeConsole, type FakeConsole } from './fake-console';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(10 * 60_000);

let fake: FakeConsole;
beforeAll(async () => {
  fake = await startFakeConsole();
});
afterAll(() => fake?.stop());

/** An answer that is held back until it is let go. */
function held(): { until: Promise<void>; release: () => void } {
  let release = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release };
}

/** The line was cut and is back: everything on the page is read anew, and has been when this ends. */
async function readAnew(page: Page, address: RegExp): Promise<void> {
  const answer = page.waitForResponse((response) => address.test(response.url()));
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await (await answer).finished();
  // What was read is drawn a moment later.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
}

const at = '2026-11-01T00:00:00Z';

const version = {
  id: 7,
  configurationId: 3,
  kind: 'calendar',
  key: 'house.calendar',
  name: { zh: '日历', en: 'Calendar' },
  versionNo: 2,
  state: 'draft',
  revision: 3,
  content: {},
  cases: [],
  sha256: '0'.repeat(64),
  note: '起草',
  basedOn: null,
  effectiveFrom: null,
  shadowFrom: null,
  stateReason: null,
  createdAt: at,
  createdBy: 'operator#1',
  updatedAt: at,
  updatedBy: 'operator#1',
  submittedAt: null,
  submittedBy: null,
  decidedAt: null,
  decidedBy: null,
  inForceFrom: null,
  inForceTo: null,
  faults: [],
  hints: [],
  comparedWith: null,
  changes: [],
  changesTotal: 0,
  check: null,
  replayable: false,
  replay: null,
  staleReplay: null,
  waiting: [],
  shadow: null,
  usedBy: [],
  pins: [],
  steps: [],
  allowed: ['edit'],
};

const configuration = {
  id: 3,
  kind: 'calendar',
  key: 'house.calendar',
  area: 'house',
  name: { zh: '日历', en: 'Calendar' },
  description: { zh: '', en: '' },
  reviewBy: null,
  inForce: null,
  open: null,
  versions: [],
  usedBy: [],
  replayable: false,
};

it('what is typed while a version is being saved stays, and is saved on top of it', async () => {
  const page = await fake.open('config-operator', '');
  const { until, release } = held();
  const sent: { revision: number; note: string }[] = [];
  let saved = version;
  await page.route('**/api/v1/configurations/3', (route) => route.fulfill({ json: configuration }));
  await page.route('**/api/v1/configuration-versions/7', (route) => route.fulfill({ json: saved }));
  await page.route('**/api/v1/configuration-versions/7/content', async (route) => {
    const body = route.request().postDataJSON() as { revision: number; note: string };
    sent.push(body);
    if (sent.length === 1) await until;
    saved = { ...saved, note: body.note, revision: body.revision + 1 };
    await route.fulfill({ json: saved });
  });
  await page.goto(new URL('configuration-versions/7/show', page.url()).href);
  const note = page.getByRole('textbox', { name: '修改说明' });
  const save = page.getByRole('button', { name: '保存', exact: true });
  await note.fill('第一句。');
  await save.click();
  await expectSoon(() => Promise.resolve(sent.length), 1);
  await note.fill('第一句。第二句。');
  release();
  await save.click();
  await expectSoon(() => Promise.resolve(sent.length), 2);
  expect(sent.map(({ revision, note: said }) => [revision, said])).toEqual([
    [3, '第一句。'],
    [4, '第一句。第二句。'],
  ]);
  await expectSoon(() => save.isDisabled(), true);
  expect(await note.inputValue()).toBe('第一句。第二句。');
});

const record = {
  id: 1,
  number: 'FR-1',
  form: 'house.notes',
  versionId: 1,
  versionNo: 1,
  subjectKind: null,
  subjectId: null,
  aboutKind: null,
  aboutId: null,
  aboutWhom: null,
  handling: null,
  revision: 1,
  revisions: [],
  createdAt: at,
  createdBy: 'operator#1',
  updatedAt: at,
  updatedBy: 'operator#1',
  content: {
    sections: [{ id: 'one', title: { zh: '内容', en: 'Content' } }],
    fields: [{ id: 'what', section: 'one', required: false, type: 'text', label: { zh: '事由', en: 'Matter' } }],
  },
  values: { what: '原来的' },
  files: [],
};

it('an edit of a form record outlasts what somebody else hands in meanwhile; saving it is refused and loses nothing', async () => {
  const page = await fake.open('operator', '');
  let standing: object = record;
  const sent: unknown[] = [];
  await page.route(/\/api\/console\/form-records\/1(\?|$)/, (route) => route.fulfill({ json: standing }));
  await page.route('**/api/v1/form-records/1', async (route) => {
    sent.push(route.request().postDataJSON());
    await route.fulfill({ status: 409, json: { code: 'form-record-changed', title: '记录已被他人修改' } });
  });
  await page.goto(new URL('form-records/1/show', page.url()).href);
  await page.getByRole('button', { name: '修改', exact: true }).click();
  const what = page.getByRole('textbox', { name: '事由' });
  await what.fill('我改的');
  standing = { ...record, revision: 2, values: { what: '别人改的' }, updatedAt: '2026-11-02T00:00:00Z' };
  await readAnew(page, /\/api\/console\/form-records\/1/);
  expect(await what.inputValue()).toBe('我改的');
  await page.getByRole('button', { name: '保存为新修订' }).click();
  await page.getByRole('alert').getByText('记录已被他人修改').waitFor();
  expect(sent).toEqual([{ revision: 1, values: { what: '我改的' }, kept: [] }]);
  expect(await what.inputValue()).toBe('我改的');
});

function draftOfEnterprise(): object {
  const row = enterprises().find(({ id }) => id === 5);
  return row === undefined ? {} : enterpriseDetail(row);
}

/** The draft of an enterprise, with what somebody else has changed in it meanwhile. */
async function editEnterprise(others: () => object): Promise<{ page: Page; sent: unknown[] }> {
  const page = await fake.open('operator', '');
  const sent: unknown[] = [];
  page.on('dialog', (dialog) => void dialog.accept());
  await page.route(/\/api\/console\/enterprises\/5(\?|$)/, (route) =>
    route.fulfill({ json: { ...draftOfEnterprise(), ...others() } }),
  );
  await page.route('**/api/v1/enterprises/5', async (route) => {
    sent.push(route.request().postDataJSON());
    await route.fulfill({ json: { id: 5 } });
  });
  await page.goto(new URL('enterprises/5', page.url()).href);
  await page.locator('#field-bankName').fill('示例银行南京分行');
  return { page, sent };
}

it.each([false, true])(
  'a form sends back what was changed in it, and nothing that another changed (loaded anew: %s)',
  async (anew) => {
    let others = {};
    const { page, sent } = await editEnterprise(() => others);
    others = { industry: '会议服务' };
    if (anew) {
      await page.reload();
      await page.getByText('已恢复').first().waitFor();
      expect(await page.locator('#field-industry').inputValue()).toBe('会议服务');
    } else await readAnew(page, /\/api\/console\/enterprises\/5/);
    expect(await page.locator('#field-bankName').inputValue()).toBe('示例银行南京分行');
    await page.getByRole('button', { name: '保存', exact: false }).last().click();
    await expectSoon(() => Promise.resolve(sent), [{ bankName: '示例银行南京分行' }]);
  },
);

it('who is found by one number does not stand under another', async () => {
  const page = await fake.open('operator', 'workers');
  const { until, release } = held();
  const found = (number: string) => ({
    items: [{ id: 1, number, name: '张*', identity: '1***X', state: 'registered' }],
  });
  await page.route('**/api/v1/workers/search', async (route) => {
    const { phone } = route.request().postDataJSON() as { phone: string };
    const isFirst = phone === '13800000001';
    if (isFirst) await until;
    await route.fulfill({ json: found(isFirst ? 'W-FIRST' : 'W-SECOND') });
  });
  await page.getByRole('button', { name: '精确查找' }).click();
  const sheet = page.getByRole('dialog');
  const number = sheet.getByRole('textbox', { name: '完整的号码' });
  const search = sheet.getByRole('button', { name: '搜索' });
  await number.fill('13800000001');
  await search.click();
  await number.fill('13800000002');
  const late = page.waitForResponse('**/api/v1/workers/search');
  release();
  await (await late).finished();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await sheet.getByText('W-FIRST').count()).toBe(0);
  await search.click();
  await sheet.getByText('W-SECOND').waitFor();
});

it('a form that is half filled in stands though the page cannot be read anew', async () => {
  const page = await fake.open('operator', '');
  let isDown = false;
  await page.route('**/api/v1/me/holder', (route) =>
    route.fulfill(isDown ? { status: 503, json: { title: '暂不可用' } } : { json: { declared: false } }),
  );
  await page.goto(new URL('holder', page.url()).href);
  await page.locator('#field-phone').fill('13800000001');
  isDown = true;
  await readAnew(page, /\/api\/v1\/me\/holder/);
  expect(await page.locator('#field-phone').inputValue()).toBe('13800000001');
});

it('a sheet that was closed keeps nothing for the next row', async () => {
  const page = await fake.open('tax-officer', '');
  const row = (id: number, month: string) => ({
    id,
    month,
    workerNumber: `W-${id.toString()}`,
    state: 'open',
    at,
    orderId: id,
  });
  await page.route(/\/api\/console\/tax-corrections\?/, (route) =>
    route.fulfill({
      json: [row(1, '2026-09'), row(2, '2026-10')],
      headers: { 'Content-Range': 'tax-corrections 0-1/2' },
    }),
  );
  await page.goto(new URL('tax-corrections', page.url()).href);
  const sheet = page.getByRole('dialog');
  const reference = sheet.getByRole('textbox', { name: '税务机关受理编号' });
  await page.getByRole('button', { name: '登记更正申报' }).first().click();
  await reference.fill('A-1');
  await sheet.getByRole('button', { name: '取消' }).click();
  await sheet.getByRole('button', { name: '放弃并关闭' }).click();
  await page.getByRole('button', { name: '登记更正申报' }).last().click();
  await sheet.getByText('2026-10').waitFor();
  expect(await reference.inputValue()).toBe('');
});
