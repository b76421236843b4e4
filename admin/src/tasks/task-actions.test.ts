import { permissionsOf, type Role } from '@linggong/config/access';
import type { TaskAction } from '@linggong/tasks/domain';
import { meOf } from '../session/me';
import { taskSteps } from './task-actions';

const meAs = (role: Role) =>
  meOf({
    identifier: 'x',
    role,
    ...(role === 'enterprise' ? { enterpriseId: 1 } : {}),
    permissions: permissionsOf(role),
  });
const sign = (words: string) => ({
  words,
  verdict: 'review' as const,
  text: { zh: '要求考勤', en: 'Asks for attendance' },
});
const submitted = (description: string | null) => ({
  employmentSigns: ['打卡', '底薪'].filter((words) => description?.includes(words)).map(sign),
  allowed: ['publish', 'return', 'cancel'] satisfies TaskAction[],
});
const reasons = (description: string | null, role: Role): [string, string][] =>
  taskSteps(submitted(description), meAs(role)).map(({ name, reason }) => [name, reason]);

describe('the actions of a task', () => {
  it('ask the reviewer why it is no employment, where its words look like one', () => {
    expect(reasons('每天打卡，底薪四千', 'operator')).toEqual([
      ['publish', 'required'],
      ['return', 'required'],
      ['cancel', 'required'],
    ]);
    const [publish] = taskSteps(submitted('每天打卡，底薪四千'), meAs('operator'));
    expect(publish?.signs.map(({ words }) => words)).toEqual(['打卡', '底薪']);
  });

  it('publish without a word where there is no such sign', () => {
    expect(reasons('按件计酬', 'operator')[0]).toEqual(['publish', 'none']);
    expect(reasons(null, 'operator')[0]).toEqual(['publish', 'none']);
  });

  it('are those of the role', () => {
    expect(reasons(null, 'enterprise')).toEqual([['cancel', 'required']]);
    expect(reasons(null, 'finance-officer')).toEqual([]);
  });
});
