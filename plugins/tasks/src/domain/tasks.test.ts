import { validateLifecycle } from '@linggong/core/domain';
import type { ScenarioContent } from '@linggong/studio/domain';
import { engagementLifecycle, signsOf, taskFaults, taskLifecycle } from '.';
import { taskScenarios } from './seeds/task-scenarios';

// The seed is of this kind and shape: `seeds.test.ts` shows it.
const catalogue = taskScenarios.content as unknown as ScenarioContent;

it.each([taskLifecycle, engagementLifecycle])('the table of $name.en is sound', (lifecycle) => {
  expect(validateLifecycle(lifecycle)).toEqual([]);
});

describe('taskFaults', () => {
  const task = {
    title: '同城配送',
    description: '按单计酬',
    scenario: 'delivery',
    form: 'platform',
    headcount: 10,
    unitPriceFen: 500n,
    budgetFen: 1_000_000n,
    startsOn: '2026-11-01',
    endsOn: '2026-11-30',
  };

  it('lets a proper task pass', () => {
    expect(taskFaults(task, catalogue)).toEqual([]);
  });

  it.each([
    [{ scenario: 'secretary' }, 'scenario'],
    [{ form: 'dispatch' }, 'form'],
    [{ headcount: 0 }, 'headcount'],
    [{ endsOn: '2026-10-31' }, 'endsOn'],
    [{ unitPriceFen: 1_000_001n }, 'unitPriceFen'],
  ])('refuses %j', (change, field) => {
    expect(taskFaults({ ...task, ...change }, catalogue).map((fault) => fault.field)).toEqual([field]);
  });
});

describe('signs of an employment in the words of a task (R1.8)', () => {
  const signs = (title: string, description: string | null): unknown[] =>
    signsOf({ title, description, scenario: 'sorting' }, catalogue).map(({ sign, words }) => [sign, words]);

  it.each([
    ['每天工作8小时,周末休息', 'fixed-hours', '每天工作8小时'],
    ['每日不少于八个小时', 'fixed-hours', '每日不少于八个小时'],
    ['需坐班', 'fixed-hours', '坐班'],
    ['按规定打卡', 'attendance', '打卡'],
    ['缴纳五险一金', 'employment-terms', '五险一金'],
  ])('finds in %s a sign of %s', (text, sign, words) => {
    expect(signs('仓内分拣', text)).toEqual([[sign, words]]);
  });

  it('finds all kinds at once, and none in work that is paid by its result', () => {
    expect(signs('全职骑手', '朝九晚六,考勤严格').map((found) => Object(found)[0])).toEqual([
      'fixed-hours',
      'attendance',
      'employment-terms',
    ]);
    expect(signs('同城配送', '按单计酬,自主接单,当日完成 8 单以上有奖励')).toEqual([]);
    expect(signs('同城配送', null)).toEqual([]);
  });

  it('refuses a task where the catalogue says so, and names the words', () => {
    const strict = {
      ...catalogue,
      scenarios: catalogue.scenarios.map((row) => ({
        ...row,
        onSign: { ...row.onSign, attendance: 'refuse' as const },
      })),
    };
    const task = { title: '分拣', description: '须打卡', scenario: 'sorting', form: 'platform' };
    const facts = {
      ...task,
      headcount: 1,
      unitPriceFen: 1n,
      budgetFen: 1n,
      startsOn: '2026-11-01',
      endsOn: '2026-11-01',
    };
    expect(taskFaults(facts, strict)).toMatchObject([
      { field: 'description', text: { zh: '要求考勤（“打卡”），不得发布' } },
    ]);
    expect(taskFaults(facts, catalogue)).toEqual([]);
  });
});
