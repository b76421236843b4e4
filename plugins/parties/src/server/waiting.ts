import type { WaitingKind } from '@linggong/access';
import { enterpriseList } from './console/party-lists';

/** What waits at the parties (待办). */
export const waitingKinds: readonly WaitingKind[] = [
  {
    key: 'submittedEnterprises',
    roles: ['operator', 'merchant-reviewer'],
    list: enterpriseList,
    filter: { state: 'submitted' },
    since: 'createdAt',
    due: 'reviewDueOn',
  },
];
