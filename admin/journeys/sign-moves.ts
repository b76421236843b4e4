import type { Locator } from 'playwright-core';

/** Reads the text of a contract to its end and agrees to it; then the code may be asked for. */
export async function readToTheEnd(sheet: Locator): Promise<void> {
  const text = sheet.getByRole('document');
  await text.waitFor();
  await text.evaluate((box) => {
    box.scrollTop = box.scrollHeight;
  });
  await sheet.getByRole('checkbox').check();
}

/** Has a code sent and gives it; a sandbox shows on the sheet what it would send to the telephone. */
export async function takeCode(sheet: Locator): Promise<string> {
  await sheet.getByRole('button', { name: '获取短信验证码' }).click();
  return /(\d{6})$/.exec(await sheet.getByText(/演示验证码：\d{6}$/).innerText())?.[1] ?? '';
}

/** May a finger meet it, or does something else lie over it, or does it stand out of sight? */
export function isInReach(place: Locator): Promise<boolean> {
  return place.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const met = document.elementFromPoint(left + width / 2, top + height / 2);
    return met !== null && (element === met || element.contains(met) || met.contains(element));
  });
}
