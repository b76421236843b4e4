import type { WaitingKind } from '@linggong/access';
import { engagementList, taskList } from './console';

/** What waits at tasks (待办): their review, people who applied, and work to accept. */
export const waitingKinds: readonly WaitingKind[] = [
  {
    key: 'submittedTasks',
    roles: ['operator', 'task-reviewer'],
    list: taskList,
    filter: { state: 'submitted' },
    // What one submitted oneself waits for somebody else.
    where: ({ id }) => ({ sql: 'due.begun_account IS DISTINCT FROM $1', values: [id] }),
    filterLeads: true,
    since: 'submittedAt',
    due: 'reviewDueOn',
    fen: 'budgetFen',
  },
  {
    key: 'applicants',
    roles: ['enterprise'],
    list: engagementList,
    filter: { state: 'applied' },
    // The index of what was applied for and is not answered.
    implied: 'g.applied_at IS NOT NULL AND g.engaged_at IS NULL AND g.cancelled_at IS NULL',
    since: 'appliedAt',
    fen: 'agreedFen',
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
