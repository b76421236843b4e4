import { expectSoon } from '../../journeys/soon';
import { startFakeConsole, type FakeConsole } from './fake-console';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(10 * 60_000);

let fake: FakeConsole;
beforeAll(async () => {
  fake = await startFakeConsole();
});
afterAll(() => fake?.stop());

const notice = { id: 'n1', kind: 'password-reset', byName: 'security-admin#3', at: '2026-11-01T00:00:00Z' };

it('recovery codes of a first set-up stand there until they are kept, though who is signed in is read anew', async () => {
  const page = await fake.open('operator', '');
  let isOn = false;
  let notices = [notice];
  await page.route('**/api/v1/me', async (route) => {
    const answer = await route.fetch();
    const me: unknown = await answer.json();
    const secondFactor = { isOn, isDemanded: true, recoveryCodesLeft: 0 };
    const setUp = isOn ? [] : ['second-factor'];
    await route.fulfill({ response: answer, json: { ...(me as object), secondFactor, setUp, notices } });
  });
  await page.route('**/api/v1/me/second-factor', (route) => route.fulfill({ json: { secret: 'ABCD', qr: '<svg/>' } }));
  await page.route('**/api/v1/me/second-factor/confirm', (route) => {
    isOn = true;
    return route.fulfill({ json: { recoveryCodes: ['11111-22222', '33333-44444'] } });
  });
  await page.route('**/api/v1/me/notices/seen', (route) => {
    notices = [];
    return route.fulfill({ json: {} });
  });
  await page.reload();
  await page.getByRole('button', { name: '开始绑定' }).click();
  await page.locator('#main-content').getByRole('textbox').fill('123456');
  await page.getByRole('button', { name: '完成绑定' }).click();
  // Found by its text: an open bell hides the page behind it from who asks for roles.
  const codes = page.getByText('33333-44444');
  await codes.waitFor();
  await page.getByRole('button', { name: '通知，1 条未读' }).click();
  await page.getByRole('button', { name: '我已知悉' }).click();
  await expectSoon(() => page.getByRole('button', { name: '通知', exact: true, includeHidden: true }).count(), 1);
  expect(await codes.count()).toBe(1);
  // Beside the bell.
  await page.mouse.click(5, 500);
  await page.getByRole('button', { name: '我已保存' }).click();
  await expectSoon(() => codes.count(), 0);
  await page.locator('#main-content h1').waitFor();
  expect(await page.getByText('登录安全').count()).toBe(0);
});
