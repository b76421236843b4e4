import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';

/** A cell of the grid, both counted from nothing. */
export const cellAt = (row: number, col: number): string =>
  `[role=gridcell][data-row="${row.toString()}"][data-col="${col.toString()}"]`;

/** Waits until a cell says this, and nothing else. */
export async function cellSays(page: Page, row: number, col: number, words: string): Promise<void> {
  await page.locator(cellAt(row, col)).getByText(words, { exact: true }).waitFor();
}

/** Drags a row by its handle to where another one stands. */
export async function dragRow(page: Page, from: number, to: number): Promise<void> {
  const middleOf = async (row: Locator): Promise<{ x: number; y: number }> => {
    const box = await row.boundingBox();
    if (box === null) throw new Error('the row is not in sight');
    return { x: box.x + Math.min(box.width, 20) / 2, y: box.y + box.height / 2 };
  };
  const lineOf = (row: number): Locator => page.locator(`[role=row][aria-rowindex="${(row + 2).toString()}"]`);
  const start = await middleOf(lineOf(from).locator('.handle'));
  const end = await middleOf(lineOf(to).locator('.handle'));
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.locator('[role=row].over').waitFor();
  await page.mouse.up();
}

/** Pastes at the cell with the focus what a spreadsheet has put on the clipboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('grid').evaluate((grid, plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Copies what is selected. @returns what a spreadsheet would find on the clipboard */
export function copied(page: Page): Promise<string> {
  return page.getByRole('grid').evaluate((grid) => {
    const clipboardData = new DataTransfer();
    grid.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
}

/** The sheet with one of its columns called otherwise, as somebody might in a spreadsheet. */
export async function withRenamedColumn(sheet: Buffer, from: string, to: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  // The library declares a Buffer of its own, which Node's has become since.
  await book.xlsx.load(sheet as never);
  let renamed = 0;
  book.eachSheet((each) => {
    each.getRow(1).eachCell((cell) => {
      if (cell.text !== from) return;
      cell.value = to;
      renamed += 1;
    });
  });
  if (renamed !== 1) throw new Error(`the sheet has ${renamed.toString()} columns “${from}”`);
  return Buffer.from(await book.xlsx.writeBuffer());
}
