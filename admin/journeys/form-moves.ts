import type { Locator, Page } from 'playwright-core';

/** Adds a field of a type to the form that is designed, and names it in both languages; it is the one that is worked on then. */
export async function addField(page: Page, type: string, name: string, english: string): Promise<void> {
  await choose(page, page.getByRole('combobox', { name: '添加字段' }), type);
  const label = page.getByRole('textbox', { name: '名称 · 中文' }).first();
  await label.fill(name);
  await page.getByRole('textbox', { name: '名称 · 英文' }).first().fill(english);
}

/** Gives the chosen field its choices. */
export async function addChoices(page: Page, choices: readonly (readonly [zh: string, en: string])[]): Promise<void> {
  const group = page.getByRole('group', { name: '选项' });
  for (const [index, [zh, en]] of choices.entries()) {
    await group.getByRole('button', { name: '添加选项' }).click();
    await group.getByRole('textbox', { name: '名称 · 中文' }).nth(index).fill(zh);
    await group.getByRole('textbox', { name: '名称 · 英文' }).nth(index).fill(en);
  }
}

/** Chooses in a field that opens a list. */
export async function choose(page: Page, field: Locator, option: string | RegExp): Promise<void> {
  await field.click();
  await page.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
  await page.locator('[role=presentation].MuiModal-root').waitFor({ state: 'detached' });
}

/** The chosen field is asked only where another one holds one of these. */
export async function showIf(page: Page, other: string, values: readonly string[]): Promise<void> {
  await choose(page, page.getByRole('combobox', { name: '显示条件' }), other);
  await page.getByRole('combobox', { name: '为以下之一' }).click();
  for (const value of values) await page.getByRole('option', { name: value, exact: true }).click();
  await page.keyboard.press('Escape');
  await page.locator('[role=presentation].MuiModal-root').waitFor({ state: 'detached' });
}

/** Fields of the list at the left, in their order. */
export async function fieldNames(page: Page): Promise<string[]> {
  const handles = await page.getByRole('button', { name: /：拖动排序/ }).all();
  const names = await Promise.all(handles.map((handle) => handle.getAttribute('aria-label')));
  return names.map((name) => (name ?? '').split('：')[0] ?? '');
}

/** Moves a field one place up by keyboard alone, by what a screen reader is told. */
export async function moveUp(page: Page, name: string): Promise<void> {
  const spoken = page.locator('[id^=DndLiveRegion]');
  const hears = (words: string): Promise<void> =>
    spoken.filter({ hasText: words }).first().waitFor({ state: 'attached' });
  const place = (await fieldNames(page)).indexOf(name) + 1;
  await page.getByRole('button', { name: `${name}：拖动排序` }).focus();
  await page.keyboard.press('Space');
  // Lifted, it is told at once over which place it is: its own.
  await hears(`移到第 ${place.toString()}`);
  await page.keyboard.press('ArrowUp');
  await hears(`移到第 ${(place - 1).toString()}`);
  await page.keyboard.press('Space');
  await hears(`已放在第 ${(place - 1).toString()}`);
}
