import type { TaskRow } from '../../src/tasks/task';
import { dayAgo, hoursAgo, numberOf } from './at';
import { enterprises } from './enterprises';

const titles = [
  { title: '双十一仓内分拣', state: 'published' },
  { title: '商品主图设计', state: 'published' },
  { title: '门店巡检拍照', state: 'submitted' },
  { title: '展会现场引导', state: 'closed' },
  { title: '短视频剪辑', state: 'draft' },
] as const;

/** A row of the list as the server has it. */
export type FakeTask = TaskRow & { submittedAt: string | null };

/** Tasks of the two enterprises that work. */
export const tasks = (): FakeTask[] => {
  const owners = enterprises().slice(0, 2);
  return titles.map(({ title, state }, index) => {
    const { id = 1, name = '' } = owners[index % owners.length] ?? {};
    return {
      id: index + 1,
      number: numberOf('T', index + 1),
      enterpriseId: id,
      enterpriseName: name,
      title,
      scenario: 'warehouse-sorting',
      state,
      place: '上海市浦东新区',
      headcount: 20 + index,
      unitPriceFen: 120_000,
      budgetFen: 120_000 * (20 + index),
      startsOn: dayAgo(30),
      endsOn: dayAgo(-30),
      submittedAt: state === 'draft' ? null : hoursAgo(800 - index),
      reviewDueOn: state === 'submitted' ? dayAgo(-1) : null,
      stateReason: null,
    };
  });
};
