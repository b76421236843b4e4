import type { WaitingKind } from '@linggong/access';
import { unmatchedAnswerList } from './console';

/** Answers of banks that belong to no payout as they are (待办). */
export const waitingKinds: readonly WaitingKind[] = [
  {
    key: 'unmatchedAnswers',
    roles: ['finance-officer'],
    list: unmatchedAnswerList,
    filter: { state: 'open' },
    since: 'receivedAt',
    fen: 'amountFen',
  },
];
