import { startFakeConsole, type FakeConsole } from './fake-console';

// A busy machine takes its time; nothing here asserts one.
jest.setTimeout(10 * 60_000);

let fake: FakeConsole;
beforeAll(async () => {
  fake = await startFakeConsole();
});
afterAll(() => fake?.stop());

it('what one submitted oneself is told to be somebody else’s to review, who finds the button (四眼原则)', async () => {
  const enterprise = 'enterprises/5/show';
  const page = await fake.open('operator', enterprise);
  const submit = { name: '提交审核', exact: true } as const;
  await page.getByRole('button', submit).click();
  await page.getByRole('dialog').getByRole('button', submit).click();
  await page.getByText('由您提交，须由另一人审核。').waitFor();
  // Without the sheet that told what came of it, the page says the same; he may still take it back.
  await page.reload();
  await page.getByRole('button', { name: '退回', exact: true }).waitFor();
  expect(await page.getByText('由您提交，须由另一人审核。').count()).toBe(1);
  expect(await page.getByRole('button', { name: '审核通过' }).count()).toBe(0);
  const other = await fake.open('merchant-reviewer', enterprise, 'en');
  await other.getByRole('button', { name: 'Approve', exact: true }).waitFor();
  expect(await other.getByText('somebody else reviews it').count()).toBe(0);
});
