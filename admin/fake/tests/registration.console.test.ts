import type { Page } from 'playwright-core';
import { expectSoon } from '../../journeys/soon';
import { paste, startFakeConsole, type FakeConsole } from './fake-console';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(10 * 60_000);

let fake: FakeConsole;
beforeAll(async () => {
  fake = await startFakeConsole();
});
afterAll(() => fake?.stop());

const word = 'w'.repeat(43);
const number = '11010519491231002X';
const asked = [{ purpose: 'service', needed: true, version: 1, text: { zh: '服务', en: 'Service' } }];

/** The registration page on a server that takes what it is told; what was sent is kept by step. */
async function register(): Promise<{ page: Page; sent: Record<string, unknown>; refuse: (body: object) => void }> {
  const page = await fake.open('operator', '');
  const sent: Record<string, unknown> = {};
  const refusals: object[] = [];
  const answers: Readonly<Record<string, object>> = {
    'worker-registrations': { registration: word, minutes: 10 },
    'confirm-phone': { consents: asked, minutes: 55 },
    identity: { number: 'W-0001', hasAccount: false },
  };
  await page.route(/\/api\/v1\/worker-registrations/, async (route) => {
    const step = new URL(route.request().url()).pathname.split('/').pop() ?? '';
    sent[step] = route.request().postDataJSON();
    const refusal = refusals.pop();
    if (refusal === undefined) await route.fulfill({ status: 200, json: answers[step] ?? {} });
    else await route.fulfill({ status: 422, json: refusal });
  });
  await page.goto(new URL('register', page.url()).href);
  return { page, sent, refuse: (body) => refusals.push(body) };
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.getByText('已接着上次未完成的注册').waitFor();
}

const field = (page: Page, name: string) => page.locator(`[name=${name}]`);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

it('goes on where it stood after the page was loaded anew, and the tab holds nothing of the person', async () => {
  const { page, sent } = await register();
  await field(page, 'phone').fill('１３８ ００００ ０００１');
  await expectSoon(() => field(page, 'phone').inputValue(), '13800000001');
  await press(page, '获取验证码');
  await field(page, 'code').waitFor();
  await reload(page);
  await field(page, 'code').fill('１２３４５６');
  await press(page, '下一步');
  await field(page, 'service').waitFor();
  await reload(page);
  await field(page, 'service').check();
  await press(page, '下一步');
  await field(page, 'identityNumber').waitFor();
  await field(page, 'name').fill('张三');
  page.once('dialog', (dialog) => void dialog.accept());
  await reload(page);
  await field(page, 'phone').fill('13800000001');
  await field(page, 'name').fill('张三');
  await paste(field(page, 'identityNumber'), '１１０１０５１９４９１２３１００２ｘ');
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toMatch(
    /138|张三|1101/,
  );
  await press(page, '核验身份');
  await field(page, 'identifier').waitFor();
  expect(sent['confirm-phone']).toEqual({ registration: word, code: '123456' });
  const consents = [{ purpose: 'service', version: 1 }];
  const person = { phone: '13800000001', name: '张三', identityNumber: number };
  expect(sent['identity']).toEqual({ registration: word, consents, ...person });
  await reload(page);
  await field(page, 'identifier').fill('someone');
  await press(page, '不是本人，重新开始');
  await field(page, 'phone').waitFor();
  await page.reload();
  await field(page, 'phone').waitFor();
});

it('names the field that the server refused, on top with a link and at it', async () => {
  const { page, refuse } = await register();
  await field(page, 'phone').fill('13800000001');
  await press(page, '获取验证码');
  await field(page, 'code').fill('123456');
  const detail = '验证码不正确或已失效。请核对短信中的 6 位数字';
  refuse({ code: 'registration-code-wrong', title: '验证码不正确或已失效', detail, field: 'code', status: 422 });
  await press(page, '下一步');
  await page.getByRole('alert').getByRole('link', { name: '短信验证码' }).waitFor();
  expect(await field(page, 'code').getAttribute('aria-invalid')).toBe('true');
});

/** At the last step, on a server that opens the account once; how its answers are lost is told by `lose`. */
async function atAccount(lose: { account: boolean; signIn: boolean }): Promise<{ page: Page; opened: () => number }> {
  const { page } = await register();
  let opened = 0;
  await page.route('**/api/v1/worker-registrations/account', async (route) => {
    opened += 1;
    if (opened > 1) await route.fulfill({ status: 409, json: { code: 'registration-ended', title: '本次注册已完成' } });
    else await route.fulfill(lose.account ? { status: 504, json: {} } : { json: { identifier: 'operator' } });
  });
  let isDown = lose.signIn;
  await page.route('**/api/auth/local', async (route) => {
    if (!isDown) return route.fallback();
    isDown = false;
    return route.fulfill({ status: 503, json: {} });
  });
  await field(page, 'phone').fill('13800000001');
  await press(page, '获取验证码');
  await field(page, 'code').fill('123456');
  await press(page, '下一步');
  await field(page, 'service').check();
  await press(page, '下一步');
  await field(page, 'name').fill('张三');
  await field(page, 'identityNumber').fill(number);
  await press(page, '核验身份');
  await field(page, 'identifier').fill('operator');
  await field(page, 'password').fill('Long-enough-1');
  await field(page, 'again').fill('Long-enough-1');
  await press(page, '完成注册并登录');
  await page.getByRole('alert').waitFor();
  return { page, opened: () => opened };
}

it.each([
  ['the answer', { account: true, signIn: false }, 2],
  ['the sign-in', { account: false, signIn: true }, 1],
])('an account that was opened is signed in to at the next press, though %s was lost', async (_what, lose, calls) => {
  const { page, opened } = await atAccount(lose);
  expect(await field(page, 'identifier').inputValue()).toBe('operator');
  await press(page, '完成注册并登录');
  await page.locator('#main-content h1').waitFor();
  expect(opened()).toBe(calls);
  expect(await page.evaluate(() => sessionStorage.getItem('linggong.registration'))).toBeNull();
});
