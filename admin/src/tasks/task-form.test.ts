import { taskAnswers, taskBody, taskChanges } from './task-form';
import type { TaskRecord } from './task';

const standing = {
  title: '同城配送',
  scenario: 'delivery',
  description: null,
  place: '长沙',
  headcount: 3,
  unitPriceFen: 1_005,
  budgetFen: 1_000_000,
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
} as TaskRecord;

describe('a task that is changed', () => {
  const initial = taskAnswers(standing);

  it('begins with what stands, amounts in yuan', () => {
    expect(initial).toMatchObject({ unitPriceFen: '10.05', budgetFen: '10000.00', description: '', headcount: '3' });
    expect(taskBody(initial)).toMatchObject({ unitPriceFen: 1_005, budgetFen: 1_000_000, headcount: 3 });
  });

  it('sends nothing of what says the same, however it is spelt', () => {
    expect(taskChanges({ ...initial, budgetFen: '10,000', headcount: '3' }, initial)).toEqual({});
  });

  it('sends what is new, and what was emptied', () => {
    expect(taskChanges({ ...initial, place: '', unitPriceFen: '12' }, initial)).toEqual({
      place: '',
      unitPriceFen: 1_200,
    });
  });
});
