import { tallySums, type Queryable, type TallySum, type TallyWish } from '@linggong/core';
import { addDays, addMonths, type Month } from '@linggong/core/domain';

/** Kept figures by state. */
export async function byState(db: Queryable, wish: TallyWish): Promise<{ state: string; count: number }[]> {
  return (await tallySums(db, 'part', wish)).map(({ key, count }) => ({ state: key, count }));
}

/** Kept figures of each of some months, those without anything among them. */
export async function byMonth(
  db: Queryable,
  tally: string,
  { from, to, enterpriseId }: { readonly from: Month; readonly to: Month; readonly enterpriseId?: number },
): Promise<({ readonly month: Month } & TallySum)[]> {
  const whose = enterpriseId === undefined ? {} : { enterpriseId };
  const found = await tallySums(db, 'month', {
    ...{ tally, parts: ['paid'], from: `${from}-01`, to: addDays(`${addMonths(to, 1)}-01`, -1) },
    ...whose,
  });
  return filled(from, to, new Map(found.map(({ key, ...sum }) => [key, sum])));
}

/** Every month of a period with its figure. */
export function filled(from: Month, to: Month, sums: ReadonlyMap<Month, TallySum>): ({ month: Month } & TallySum)[] {
  const months: ({ month: Month } & TallySum)[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) {
    months.push({ month, ...(sums.get(month) ?? { count: 0, grossFen: 0n, feeFen: 0n, taxFen: 0n, netFen: 0n }) });
  }
  return months;
}
