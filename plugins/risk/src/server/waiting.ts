import type { WaitingKind } from '@linggong/access';
import { caseList } from './cases/case-list';
import { explanationList } from './reviews/explanations/explanation-routes';

/** What waits at risk (待办): cases by their clock, and what is asked of a party. */
export const waitingKinds: readonly WaitingKind[] = [
  {
    key: 'riskCases',
    roles: ['risk-officer'],
    list: caseList,
    filter: { state: 'open' },
    since: 'openedAt',
    due: 'dueAt',
  },
  {
    key: 'ownCases',
    roles: ['risk-officer'],
    list: caseList,
    filter: { state: ['in-hand', 'waiting'] },
    where: ({ id }) => ({ sql: 'c.owner = $1', values: [id] }),
    since: 'openedAt',
    due: 'dueAt',
  },
  {
    key: 'explanations',
    roles: ['enterprise', 'worker'],
    list: explanationList,
    filter: { state: ['waiting', 'late'] },
    since: 'askedAt',
    due: 'dueOn',
  },
];
