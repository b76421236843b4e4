import { fontFiles } from '../fonts';
import { placedWords, textOfPdf } from '../poppler.fixture';
import { openPress } from '../press';
import { page } from '../paper-style';
import { printSlip } from './print-slip';
import type { Slip } from './slip';
import { sheetOf, slipOf } from './slip.fixture';
import { slipMargins } from './slip-text';

const press = openPress(fontFiles([]));

async function printed(slip: Slip): Promise<{ bytes: Uint8Array; pages: number }> {
  const print = await printSlip(press, slip);
  if (!print.ok) throw new Error(`not printed: ${print.missing.join()}`);
  return print;
}

it('prints two receipts a page, whole and in order, as text that can be selected', async () => {
  const { bytes, pages } = await printed(slipOf([1, 2, 3, 4, 5].map(sheetOf)));
  const texts = textOfPdf(bytes).split('\f').slice(0, -1);
  expect([pages, texts.length]).toEqual([3, 3]);
  expect(texts.map((one) => [...one.matchAll(/编号 No\. HD-2026-11-(\d)/g)].map(([, no]) => no))).toEqual([
    ['1', '2'],
    ['3', '4'],
    ['5'],
  ]);
  for (const fact of [
    '湘江同城配送有限公司',
    '欧阳**',
    '¥9,122.20（人民币玖仟壹佰贰拾贰元贰角整）',
    '第 1 页，共 3 页',
  ])
    expect(texts[0]?.normalize('NFKC')).toContain(fact.normalize('NFKC'));
});

it('carries the head of a long table over its pages, and keeps within the margins', async () => {
  const column = (zh: string, width: number | '*', isAmount = false) => ({ title: { zh, en: zh }, width, isAmount });
  const rows = Array.from({ length: 120 }, (_, index) => [`TK-${index}`, '1,234.50', '9,000,000,000.00']);
  const sheet = {
    ...sheetOf(1),
    parts: [
      {
        kind: 'table' as const,
        heading: { zh: '按任务', en: 'By task' },
        columns: [column('任务', '*'), column('个税', 60, true), column('实发', 90, true)],
        rows,
        total: ['合计', '148,140.00', '1,080,000,000,000.00'],
      },
    ],
  };
  const { bytes, pages } = await printed(slipOf([sheet], 1));
  const texts = textOfPdf(bytes).split('\f').slice(0, -1);
  expect(pages).toBeGreaterThan(2);
  expect(texts.slice(0, -1).every((one) => one.includes('任务') && one.includes('实发'))).toBe(true);
  expect(rows.every(([task = '']) => texts.some((one) => one.includes(task)))).toBe(true);
  const right = Math.max(...placedWords(bytes).map(({ box: [, , edge] }) => edge));
  expect(right).toBeLessThanOrEqual(page.width - slipMargins.right + 1);
});

it('gives the same bytes for the same slip', async () => {
  const [one, other] = [await printed(slipOf([sheetOf(1)])), await printed(slipOf([sheetOf(1)]))];
  expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
});

it('prints nothing where a character has no font, and says which', async () => {
  const slip = slipOf([{ ...sheetOf(1), number: '\u{10fffd}' }]);
  expect(await printSlip(press, slip)).toEqual({ ok: false, missing: [0x10fffd] });
});
