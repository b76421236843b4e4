import type { WaitingKind } from '@linggong/access';
import { findingList } from './findings/routes';

/** Differences that an audit found and that are the reader’s to settle (待办). */
export const waitingKinds: readonly WaitingKind[] = [
  {
    key: 'findings',
    roles: ['operator', 'finance-officer', 'tax-officer', 'system-admin', 'audit-admin'],
    list: findingList,
    filter: { state: ['open', 'recurring', 'acknowledged'] },
    where: ({ role }) => ({ sql: 'f.owner = $1', values: [role] }),
    since: 'firstSeenAt',
  },
];
