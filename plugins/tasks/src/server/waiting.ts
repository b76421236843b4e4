import type { WaitingKind } from '@linggong/access';
import { engagementList, taskList } from './console';

/** What waits at tasks (待办): their review, and work to accept. */
export const waitingKinds: readonly WaitingKind[] = [
  {
    key: 'submittedTasks',
    roles: ['operator', 'task-reviewer'],
    list: taskList,
    filter: { state: 'submitted' },
    since: 'submittedAt',
    due: 'reviewDueOn',
    fen: 'budgetFen',
  },
  {
    key: 'delivered',
    roles: ['enterprise'],
    list: engagementList,
    filter: { state: 'delivered' },
    since: 'deliveredAt',
    fen: 'agreedFen',
  },
];
