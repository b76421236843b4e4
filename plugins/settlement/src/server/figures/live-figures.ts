import { tallySum, tallySums, type Queryable } from '@linggong/core';
import { monthOf, shanghaiDay } from '@linggong/core/domain';
import type { LiveFigures } from '../../api';
import { placesOf } from './places';

/** What the big screen shows (大屏, R13.1): kept figures alone, none of a person and none of an enterprise by name. */
export async function liveFiguresOf(db: Queryable, at: Date): Promise<LiveFigures> {
  const day = shanghaiDay(at);
  const month = monthOf(day);
  const thisMonth = { tally: 'order-months', from: `${month}-01`, to: day };
  const count = async (tally: string, part: string): Promise<number> =>
    (await tallySum(db, { tally, parts: [part] })).count;
  const hours = await tallySums(db, 'part', { tally: 'order-hours', from: day, to: day });
  const places = await placesOf(db, thisMonth);
  return {
    ...{ at, day, month },
    people: { active: await count('workers', 'active'), verified: await count('real-names', 'verified') },
    enterprises: await count('enterprises', 'active'),
    openTasks: await count('tasks', 'published'),
    paidToday: await tallySum(db, { tally: 'orders', parts: ['paid'], from: day, to: day }),
    hours: hours.map(({ key, count: paid, netFen }) => ({ hour: Number(key), count: paid, netFen })),
    paidThisMonth: await tallySum(db, thisMonth),
    held: {
      count: (await tallySum(db, { tally: 'held-lines' })).count,
      amountFen: (await tallySum(db, { tally: 'held-money' })).grossFen,
    },
    places: places.flatMap(({ code, ...place }) => (code === null ? [] : [{ code, ...place }])),
  };
}
