import { fenOf, rowsOf, sumsOf } from './figures';
import { goTo } from './moves';
import type { Session } from './session';

interface Sides {
  readonly debit: bigint;
  readonly credit: bigint;
}

/** The trial balance as it stands on the page: by subject code, and its own sum. */
export interface Books {
  readonly subjects: ReadonlyMap<string, Sides>;
  readonly total: Sides;
}

/** Debit and credit of a subject (会计科目) by its code. @throws Error where the table has no such row */
export function sidesOf({ subjects }: Books, code: string): Sides {
  const sides = subjects.get(code);
  if (sides === undefined) throw new Error(`no subject ${code} among ${[...subjects.keys()].join(', ')}`);
  return sides;
}

/** Goes to the trial balance, by way of another page so that it is asked anew, and reads it. */
export async function trialBalance({ page, watch }: Session): Promise<Books> {
  await goTo(page, '待办');
  await page.reload();
  await watch.settled();
  await goTo(page, '资金', '试算平衡');
  await watch.settled();
  const table = page.locator('#main-content table');
  const sides = (row: Record<string, string>): Sides => ({
    debit: fenOf(row['借方'] ?? ''),
    credit: fenOf(row['贷方'] ?? ''),
  });
  const rows = await rowsOf(table);
  return {
    subjects: new Map(rows.map((row) => [row['科目代码'] ?? '', sides(row)])),
    total: sides(await sumsOf(table)),
  };
}
