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

/** From the list to the form of a new enterprise; what the browser asks is answered as said, and kept. */
async function atForm(answer: 'accept' | 'dismiss'): Promise<{ page: Page; asked: string[] }> {
  const page = await fake.open('operator', 'enterprises');
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog[answer]();
  });
  await page.getByRole('link', { name: '新建企业' }).first().click();
  await page.getByRole('textbox', { name: /^企业名称/ }).waitFor();
  return { page, asked };
}

const name = (page: Page) => page.getByRole('textbox', { name: /^企业名称/ });

describe('a form that is left by the way back', () => {
  it('stays with all that was typed where leaving is refused', async () => {
    const { page, asked } = await atForm('dismiss');
    await name(page).fill('湖南某某建筑劳务有限公司');
    await page.goBack();
    await expectSoon(() => Promise.resolve(asked), ['填写的内容还没有提交，确定离开？']);
    await expectSoon(() => Promise.resolve(new URL(page.url()).pathname), '/console/enterprises/create');
    expect(await name(page).inputValue()).toBe('湖南某某建筑劳务有限公司');
  });

  it('goes where leaving is agreed to', async () => {
    const { page, asked } = await atForm('accept');
    await name(page).fill('湖南某某建筑劳务有限公司');
    await page.goBack();
    // The address goes back before it is asked; the list comes after the answer.
    await page.getByRole('link', { name: '新建企业' }).first().waitFor();
    expect(asked).toHaveLength(1);
  });

  it('goes without a question where nothing was typed', async () => {
    const { page, asked } = await atForm('dismiss');
    await page.goBack();
    await page.waitForURL('**/console/enterprises');
    expect(asked).toEqual([]);
  });
});
