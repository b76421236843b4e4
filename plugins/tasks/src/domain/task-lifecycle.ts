import type { Role } from '@linggong/config/access';
import type { Lifecycle } from '@linggong/core/domain';

export const taskStates = ['draft', 'submitted', 'returned', 'published', 'closed', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];

export const taskActions = ['submit', 'publish', 'return', 'close', 'cancel'] as const;
export type TaskAction = (typeof taskActions)[number];

/**
 * The life of a task (任务), R4.1 and R4.2: an enterprise drafts and submits it, a reviewer publishes it or sends it back
 * with a reason. Work that was engaged stays payable after closing; nothing new can be engaged.
 */
export const taskLifecycle: Lifecycle<TaskState, TaskAction, Role> = {
  name: { zh: '任务', en: 'Task' },
  initial: 'draft',
  states: taskStates,
  transitions: {
    submit: { from: ['draft', 'returned'], to: 'submitted', by: ['enterprise', 'operator'] },
    publish: { from: ['submitted'], to: 'published', by: ['operator', 'task-reviewer'] },
    return: { from: ['submitted'], to: 'returned', by: ['operator', 'task-reviewer'] },
    close: { from: ['published'], to: 'closed', by: ['enterprise', 'operator'] },
    cancel: { from: ['draft', 'submitted', 'returned'], to: 'cancelled', by: ['enterprise', 'operator'] },
  },
};

/** What may be submitted says what its enterprise wants it to say; afterwards it says what was reviewed. */
export const isChangeable = (state: TaskState): boolean => taskLifecycle.transitions.submit.from.includes(state);

/** Actions whose reason is kept, since somebody must act on it. */
export const taskActionsWithReason: ReadonlySet<TaskAction> = new Set(['return', 'cancel']);
