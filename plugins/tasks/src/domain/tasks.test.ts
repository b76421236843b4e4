import { validateLifecycle } from '@linggong/core/domain';
import { engagementLifecycle, scenarioOf, scenarios, taskFaults, taskLifecycle } from '.';

it.each([taskLifecycle, engagementLifecycle])('the table of $name.en is sound', (lifecycle) => {
  expect(validateLifecycle(lifecycle)).toEqual([]);
});

it('names each scenario once, in both languages (R1.8)', () => {
  expect(new Set(scenarios.map(({ code }) => code)).size).toBe(scenarios.length);
  for (const { title, scope } of scenarios) for (const text of [title, scope]) expect(text.zh && text.en).toBeTruthy();
  expect(scenarioOf('secretary')).toBeUndefined();
});

describe('taskFaults', () => {
  const task = {
    scenario: 'delivery',
    form: 'platform',
    headcount: 10,
    unitPriceFen: 500n,
    budgetFen: 1_000_000n,
    startsOn: '2026-11-01',
    endsOn: '2026-11-30',
  };

  it('lets a proper task pass', () => {
    expect(taskFaults(task)).toEqual([]);
  });

  it.each([
    [{ scenario: 'secretary' }, 'scenario'],
    [{ form: 'dispatch' }, 'form'],
    [{ headcount: 0 }, 'headcount'],
    [{ endsOn: '2026-10-31' }, 'endsOn'],
    [{ unitPriceFen: 1_000_001n }, 'unitPriceFen'],
  ])('refuses %j', (change, field) => {
    expect(taskFaults({ ...task, ...change }).map((fault) => fault.field)).toEqual([field]);
  });
});
