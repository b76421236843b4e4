import type { WaitingKind } from '@linggong/access';
import { enterpriseList } from './console/party-lists';

/** What waits at the parties (待办). */
export const waitingKinds: readonly WaitingKind[] = [
  {
    key: 'submittedEnterprises',
    roles: ['operator', 'merchant-reviewer'],
    list: enterpriseList,
    filter: { state: 'submitted' },
    // What one submitted oneself waits for somebody else.
    where: ({ id }) => ({ sql: 'due.begun_account IS DISTINCT FROM $1', values: [id] }),
    filterLeads: true,
    since: 'createdAt',
    due: 'reviewDueOn',
  },
];
