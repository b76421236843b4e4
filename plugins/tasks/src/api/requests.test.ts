import { FEN_MAX } from '@linggong/core/domain';
import { engagementActionBody, newEngagements, newTask } from './index';

const most = Number(FEN_MAX);
const task = {
  enterpriseId: 1,
  title: '同城配送',
  scenario: 'delivery',
  headcount: 3,
  unitPriceFen: 500,
  budgetFen: most,
  startsOn: '2026-11-30',
  endsOn: '2026-11-30',
};

it.each([
  [{ endsOn: '2026-11-29' }, 'endsOn'],
  [{ budgetFen: most + 1 }, 'budgetFen'],
  [{ unitPriceFen: most + 1 }, 'unitPriceFen'],
])('a task of %j is refused by its field, before the database refuses it', (change, field) => {
  expect(newTask.safeParse(task).success).toBe(true);
  expect(newTask.safeParse({ ...task, ...change }).error?.issues.map(({ path }) => path)).toEqual([[field]]);
});

it('what is asked for at once comes to no more than one amount may: the refusal of a budget tells the sum', () => {
  const workers = (second: number) =>
    [1, 2].map((workerId) => ({ workerId, agreedFen: workerId === 1 ? most : second }));
  expect(newEngagements.safeParse({ workers: workers(0) }).success).toBe(true);
  expect(newEngagements.safeParse({ workers: workers(1) }).error?.issues.map(({ path }) => path)).toEqual([
    ['workers'],
  ]);
  // One that is too much by itself is refused by its own field, and nothing is added up of it.
  expect(newEngagements.safeParse({ workers: workers(most + 1) }).error?.issues.map(({ path }) => path)).toEqual([
    ['workers', 1, 'agreedFen'],
  ]);
  const engagements = (second: number) => [1, 2].map((id) => ({ id, acceptedFen: id === 1 ? most : second }));
  expect(engagementActionBody.safeParse({ engagements: engagements(0) }).success).toBe(true);
  expect(engagementActionBody.safeParse({ engagements: engagements(1) }).success).toBe(false);
});
