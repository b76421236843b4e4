import { expectSoon } from '../../journeys/soon';
import { below, paste, startFakeConsole, type FakeConsole } from './fake-console';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(10 * 60_000);

let fake: FakeConsole;
beforeAll(async () => {
  fake = await startFakeConsole();
});
afterAll(() => fake?.stop());

/** A number of nobody, born on a day, with the check character of GB 11643. */
function numberBorn(day: string): string {
  const digits = `110101${day}001`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits + ('10X98765432'[sum % 11] ?? '');
}

describe('an identity number', () => {
  it('is taken as it was copied, and what is wrong with it is named at it until it is mended', async () => {
    const page = await fake.open('operator', 'workers/create');
    const field = page.locator('#field-identityNumber');
    await paste(field, ' １１０１０１１９９００３０７９９９０ ');
    await expectSoon(() => field.inputValue(), '110101199003079990');
    await expectSoon(() => below(field), '校验码不对，请核对是否输错');
    await expectSoon(() => field.getAttribute('aria-invalid'), 'true');
    await paste(field, '11010519491231002x');
    await expectSoon(() => field.inputValue(), '11010519491231002X');
    await expectSoon(() => field.getAttribute('aria-invalid'), 'false');
    expect(await below(field)).not.toContain('校验码');
  });

  it('is checked by the kind of document that was chosen', async () => {
    const page = await fake.open('operator', 'workers/create', 'en');
    const field = page.locator('#field-identityNumber');
    await paste(field, '911124198108030024');
    await expectSoon(() => below(field), 'There is no such province code');
    await page.locator('#field-identityKind').click();
    await page.getByRole('option', { name: 'Foreign permanent resident card' }).click();
    await expectSoon(() => field.getAttribute('aria-invalid'), 'false');
  });

  it('keeps what the server said of it while another field is mended, and is masked afterwards', async () => {
    const page = await fake.open('operator', 'workers/create');
    const field = page.locator('#field-identityNumber');
    await page.locator('#field-name').fill('测试');
    await page.locator('#field-phone').fill('13800000001');
    await field.fill(numberBorn('20150101'));
    await page.getByRole('button', { name: '登记' }).click();
    await page.getByRole('alert').getByText('未满16周岁').waitFor();
    await page.locator('#field-name').fill('测试甲');
    expect(await below(field)).toContain('未满16周岁');
    await field.fill('11010519491231002X');
    await page.getByRole('button', { name: '登记' }).click();
    await page.getByText('110105 **** 002X').waitFor();
    expect(await page.content()).not.toContain('11010519491231002X');
    expect(page.url()).not.toContain('11010519491231002X');
  });
});

describe('a bank card', () => {
  it('stands in groups, whatever stood between them', async () => {
    const page = await fake.open('operator', 'workers/create');
    const field = page.locator('#field-cardNumber');
    await paste(field, '６２２２-0288 72946788639');
    await expectSoon(() => field.inputValue(), '6222 0288 7294 6788 639');
    await expectSoon(() => field.getAttribute('aria-invalid'), 'false');
  });

  it('with a doubtful check digit is asked to be looked at again, and one that cannot be is refused', async () => {
    const page = await fake.open('operator', 'workers/create');
    const field = page.locator('#field-cardNumber');
    await paste(field, '6222028872046788639');
    await expectSoon(() => below(field), '校验位不符，请再核对一遍卡号');
    await expectSoon(() => field.getAttribute('aria-invalid'), 'false');
    await paste(field, '62220212345');
    await expectSoon(() => below(field), '位数不对');
    await expectSoon(() => field.getAttribute('aria-invalid'), 'true');
  });
});

describe('a credit code', () => {
  it('is written in capitals and checked', async () => {
    const page = await fake.open('operator', 'enterprises/create');
    const field = page.locator('#field-uscc');
    await paste(field, '91110101ma00abcd40');
    await expectSoon(() => field.inputValue(), '91110101MA00ABCD40');
    await paste(field, '91110101MA00ABCD41');
    await expectSoon(() => below(field), '校验码不对，请核对是否输错');
  });
});

describe('an amount', () => {
  it.each([
    ['１２３４．５', '1,234.50'],
    ['￥ 1，234.5 元', '1,234.50'],
    ['1000', '1,000.00'],
  ])('%s is written %s', async (copied, written) => {
    const page = await fake.open('operator', 'tasks/create');
    const field = page.locator('#field-unitPriceFen');
    await paste(field, copied);
    await expectSoon(() => field.inputValue(), written);
  });

  it('that is none stays as it was typed and says why, in the language of the reader', async () => {
    const page = await fake.open('operator', 'tasks/create', 'en');
    const field = page.locator('#field-budgetFen');
    for (const [typed, why] of [
      ['1.234', 'decimal'],
      ['-1', 'negative'],
      ['abc', 'amount'],
    ] as const) {
      await paste(field, typed);
      await expectSoon(() => field.inputValue(), typed);
      expect((await below(field)).toLowerCase()).toContain(why);
    }
  });
});

describe('days and moments', () => {
  it('are read as people write them; an end before its start is told on top and at its field', async () => {
    const page = await fake.open('operator', 'tasks/create');
    const from = page.getByLabel('开始日期').first();
    const to = page.getByLabel('结束日期').first();
    await paste(from, '２０２６年12月5日');
    await expectSoon(() => from.inputValue(), '2026-12-05');
    await paste(to, '2026-02-30');
    await expectSoon(() => to.getAttribute('aria-invalid'), 'true');
    await paste(to, '20261204');
    await expectSoon(() => to.inputValue(), '2026-12-04');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /结束日期/ })
      .waitFor();
    await expectSoon(() => to.getAttribute('aria-invalid'), 'true');
  });

  it('a moment is of Beijing and lies in the past', async () => {
    const page = await fake.open('finance-officer', 'deposits');
    await page.getByRole('button', { name: '登记来账' }).first().click();
    const field = page.getByRole('dialog').getByLabel('到账时间');
    await paste(field, '2999-01-01 10:00');
    await expectSoon(() => field.getAttribute('aria-invalid'), 'true');
    await paste(field, '2026/11/2 9:05');
    await expectSoon(() => field.getAttribute('aria-invalid'), 'false');
  });
});

it('a region is picked step by step', async () => {
  const page = await fake.open('operator', 'workers/create');
  const region = page.getByRole('group', { name: '常住地区' });
  for (const [step, choice] of [
    ['省', '广东省'],
    ['市', '深圳市'],
    ['区县', '南山区'],
  ] as const) {
    await region.getByLabel(new RegExp(step)).last().click();
    await page.getByRole('option', { name: choice, exact: true }).click();
  }
  await region.getByText('南山区').waitFor();
});

it('a draft is offered again after the page was left, without what says something about a person', async () => {
  const page = await fake.open('operator', 'workers/create');
  await page.locator('#field-name').fill('测试');
  await page.locator('#field-identityNumber').fill('11010519491231002X');
  await page.locator('#field-bankName').fill('示例银行');
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('11010519491231002X');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByRole('status').getByText('已恢复上次没有提交的内容').waitFor();
  await expectSoon(() => page.locator('#field-bankName').inputValue(), '示例银行');
  await expectSoon(() => page.locator('#field-name').inputValue(), '');
  await expectSoon(() => page.locator('#field-identityNumber').inputValue(), '');
});

it('what was typed is there again after the session ended, and the sign-in page says that it is', async () => {
  const page = await fake.open('operator', 'enterprises/create');
  await page.locator('#field-name').fill('示例东江仓储有限公司');
  await page.locator('#field-uscc').fill('91430102MA41007770');
  await page.locator('#field-contactPhone').fill('19900001111');
  // The session is ended from another computer.
  await page.evaluate(() => {
    localStorage.setItem('linggong.session', 'fake.nobody');
  });
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByText('登录已失效，请重新登录').waitFor();
  await page.getByLabel('账号').fill('operator');
  await page.getByLabel('密码', { exact: true }).fill('any');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('status').getByText('已恢复上次没有提交的内容').waitFor();
  await expectSoon(() => page.locator('#field-name').inputValue(), '示例东江仓储有限公司');
  await expectSoon(() => page.locator('#field-contactPhone').inputValue(), '');
});

it('what the server refuses deep inside an answer stands at its field, and numbers are sent half-width', async () => {
  const page = await fake.open('security-admin', 'accounts/create');
  await page.locator('#field-identifier').fill('clerk-1');
  await page.locator('#field-role').click();
  await page.getByRole('option', { name: '运营', exact: true }).click();
  await paste(page.locator('#field-identityNumber'), '１１０１０５１９４９１２３１００２Ｘ');
  await paste(page.locator('#field-phone'), '１２３');
  await expectSoon(() => page.locator('#field-identityNumber').inputValue(), '11010519491231002X');
  let sent: unknown;
  await page.route('**/api/v1/accounts', (route) => {
    sent = route.request().postDataJSON();
    const errors = ['holder.identityNumber', 'holder.phone'].map((field) => ({ field, code: 'any', text: '格式不对' }));
    return route.fulfill({
      status: 422,
      json: { code: 'input-invalid', title: '提交的内容有误', status: 422, errors },
    });
  });
  await page.getByRole('button', { name: '开立账号' }).last().click();
  await expectSoon(() => page.getByRole('alert').getByRole('link').count(), 2);
  expect(sent).toMatchObject({ holder: { identityNumber: '11010519491231002X', phone: '123' } });
  expect(await below(page.locator('#field-phone'))).toBe('格式不对');
});

it('a count is written in plain digits', async () => {
  const page = await fake.open('operator', 'tasks/create');
  await paste(page.locator('#field-headcount'), '１２');
  await expectSoon(() => page.locator('#field-headcount').inputValue(), '12');
});
