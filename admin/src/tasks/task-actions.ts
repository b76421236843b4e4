import { taskActionsWithReason, type TaskAction } from '@linggong/tasks/domain';
import type { LifeAction } from '../parts/life-actions';
import type { Me } from '../session/me';
import { may } from '../session/rights';
import type { EmploymentSign, TaskRecord } from './task';

/** An action that may be taken now, with the signs of employment that its reason must answer. */
export interface TaskStep extends LifeAction {
  name: TaskAction;
  signs: readonly EmploymentSign[];
}

/** The usual next step stands out, what refuses or ends is red; closing is neither. */
function toneOf(action: TaskAction): { tone?: 'main' | 'danger' } {
  if (action === 'submit' || action === 'publish') return { tone: 'main' };
  return action === 'close' ? {} : { tone: 'danger' };
}

/** Decisions of a reviewer cite criteria (R2.6). */
const judging: Readonly<Partial<Record<TaskAction, NonNullable<LifeAction['judges']>>>> = {
  publish: 'passes',
  return: 'refuses',
};

type Facts = Pick<TaskRecord, 'allowed' | 'employmentSigns'>;

/**
 * The state allows it (the server says so), the matrix gives the right. A task whose
 * words look like employment is published only with a reason why it is none; the server asks the same (`employment-signs`).
 */
export function taskSteps({ allowed, employmentSigns }: Facts, me: Me | undefined): TaskStep[] {
  if (me === undefined) return [];
  return allowed
    .filter((name) => may(me, 'tasks', name))
    .map((name) => {
      const signs = name === 'publish' ? employmentSigns : [];
      const reason = taskActionsWithReason.has(name) || signs.length > 0 ? 'required' : 'none';
      const judges = judging[name];
      return { name, reason, signs, ...toneOf(name), ...(judges === undefined ? {} : { judges }) };
    });
}
