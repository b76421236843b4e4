import type { WaitingKind } from '@linggong/access';
import { roles } from '@linggong/config/roles';
import { addDays } from '@linggong/core/domain';
import { configurationList } from './console-lists';
import { ownProcedureList } from './procedures/procedure-lists';

/** What waits at configurations (待办): drafts, reviews that come near, and procedures to acknowledge (R1.7). */
export const waitingKinds: readonly WaitingKind[] = [
  {
    key: 'configurationDrafts',
    roles: ['config-operator'],
    list: configurationList,
    filter: { openState: ['draft', 'checked', 'replayed'] },
    since: 'openUpdatedAt',
  },
  {
    key: 'configurationReviews',
    roles: ['config-operator', 'config-approver'],
    list: configurationList,
    filter: ({ today }) => ({ reviewBy_lte: addDays(today, 30) }),
    due: 'reviewBy',
  },
  {
    key: 'ownProcedures',
    roles: roles.filter((role) => role !== 'enterprise' && role !== 'worker'),
    list: ownProcedureList,
    filter: { state: ['waiting', 'late'] },
    due: 'dueOn',
  },
];
