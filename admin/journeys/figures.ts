import type { Locator, Page } from 'playwright-core';

/**
 * Fen of an amount as the console writes it: `1,234.56`, `¥1,234.56`, `−0.05`.
 * @throws Error where the text is no amount, so that a dash is never taken for zero
 */
export function fenOf(text: string): bigint {
  const match = /^(\u2212)?¥?([\d,]+)\.(\d{2})$/.exec(text.trim());
  if (match === null) throw new Error(`“${text}” is no amount`);
  const [, minus = '', whole = '', cents = ''] = match;
  const fen = BigInt(whole.replaceAll(',', '') + cents);
  return minus === '' ? fen : -fen;
}

/** The names and first values of a list of facts (`dl`), as they stand. */
export async function factsOf(list: Locator): Promise<ReadonlyMap<string, string>> {
  const items = list.locator('> div');
  await items.first().waitFor();
  const pairs = await items.evaluateAll((found) =>
    found.map((item): [string, string] => [
      item.querySelector('dt')?.textContent?.trim() ?? '',
      item.querySelector('dd')?.textContent?.trim() ?? '',
    ]),
  );
  return new Map(pairs);
}

/** The amount that stands beside the name that begins so. @throws Error where there is none */
export function amountOf(facts: ReadonlyMap<string, string>, name: string): bigint {
  const found = [...facts].find(([label]) => label.startsWith(name));
  if (found === undefined) throw new Error(`no “${name}” among ${[...facts.keys()].join(', ')}`);
  return fenOf(found[1]);
}

/** A table as people read it: heading → cell, for each row. */
export async function rowsOf(table: Locator): Promise<Record<string, string>[]> {
  const { heads, rows } = await table.evaluate((element) => {
    const texts = (cells: Iterable<Element>): string[] => [...cells].map((cell) => cell.textContent?.trim() ?? '');
    return {
      heads: texts(element.querySelectorAll('thead th')),
      rows: [...element.querySelectorAll('tbody > tr:not(.inner)')].map((line) =>
        texts(line.querySelectorAll(':scope > td')),
      ),
    };
  });
  return rows.map((cells) => Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? ''])));
}

/** The row of sums below a table: heading → cell. */
export async function sumsOf(table: Locator): Promise<Record<string, string>> {
  return table.evaluate((element) => {
    const texts = (selector: string): string[] =>
      [...element.querySelectorAll(selector)].map((cell) => cell.textContent?.trim() ?? '');
    const cells = texts('tfoot td');
    return Object.fromEntries(texts('thead th').map((head, index) => [head, cells[index] ?? '']));
  });
}

/** The orders of a batch by the word of their state. */
export async function orderBar(page: Page): Promise<ReadonlyMap<string, { count: number; net: bigint }>> {
  const states = await page.locator('dl > div', { has: page.locator('dt', { hasText: /发放|退汇|取消/ }) }).all();
  const found = new Map<string, { count: number; net: bigint }>();
  for (const state of states) {
    const [, count = '', net = ''] =
      /^([\d,]+)\s*笔?\s*(\S+)$/.exec((await state.locator('dd').innerText()).trim()) ?? [];
    found.set(await state.locator('dt').innerText(), { count: Number(count.replaceAll(',', '')), net: fenOf(net) });
  }
  return found;
}

/** The four figures of a batch, in fen. */
export interface BatchSums {
  readonly gross: bigint;
  readonly fee: bigint;
  readonly tax: bigint;
  readonly net: bigint;
}

/** Reads gross, fee, tax and net wherever the console states them together. */
export function batchSums(facts: ReadonlyMap<string, string>): BatchSums {
  return {
    gross: amountOf(facts, '应发合计'),
    fee: amountOf(facts, '服务费'),
    tax: amountOf(facts, '代扣税费'),
    net: amountOf(facts, '实发合计'),
  };
}

/**
 * Repeats the last row of a tax trace with a calculator: taxable × rate − quick deduction = cumulative tax, never below zero;
 * cumulative tax − withheld before = withheld now, never below zero.
 */
export function recomputed(trace: Readonly<Record<string, string>>): { withheld: bigint; stated: bigint } {
  const fen = (name: string): bigint => (trace[name] === undefined ? 0n : fenOf(trace[name]));
  const percent = BigInt((trace['税率'] ?? '0%').replace('%', ''));
  const tax = (fen('应纳税所得额') * percent + 50n) / 100n - fen('速算扣除') - fen('减免税额');
  const withheld = (tax > 0n ? tax : 0n) - fen('已预扣');
  return { withheld: withheld > 0n ? withheld : 0n, stated: fen('本期') };
}
