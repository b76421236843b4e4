import type { WaitingKind } from '@linggong/access';
import { addDays } from '@linggong/core/domain';
import { taxPeriodList } from './console';

/** What waits at tax periods (待办): to be filed by the 15th of the next month, and to be paid by the same day. */
export const waitingKinds: readonly WaitingKind[] = [
  {
    key: 'duePeriods',
    roles: ['tax-officer'],
    list: taxPeriodList,
    filter: ({ today }) => ({ state: ['open', 'closed'], dueOn_lte: addDays(today, 15) }),
    due: 'dueOn',
    fen: 'incomeTaxFen',
  },
  {
    key: 'unpaidPeriods',
    roles: ['tax-officer'],
    list: taxPeriodList,
    filter: { state: 'filed' },
    due: 'dueOn',
    fen: 'incomeTaxFen',
  },
];
