import { roles } from '@linggong/config/access';
import { jobList } from '@linggong/jobs';
import { approvalList } from '../approvals/console-approvals';
import { consoleResource } from '../console/console-resource';
import { delegatedSql } from '../delegations/delegated';
import { elevationList } from '../elevations/console-elevations';
import type { WaitingKind } from './waiting-kinds';

/** Releases of batches are a kind of their own, with the money at stake. */
const OTHER_THAN_RELEASE = `NOT (a.resource = 'settlement-batch' AND a.action = 'release')`;

export const jobResource = consoleResource(jobList);

/** What waits for decisions about accounts, powers and everything that needs a second person. */
export const ownKinds: readonly WaitingKind[] = [
  {
    key: 'approvals',
    roles,
    list: approvalList,
    filter: { state: 'pending' },
    // The list shows what one asked for oneself too; that waits for somebody else.
    where: (account, { at }) => ({
      sql: `a.maker IS DISTINCT FROM $1 AND ($2 = ANY (a.deciders) OR ${delegatedSql}) AND ${OTHER_THAN_RELEASE}`,
      values: [account.id, account.role, at],
    }),
    since: 'askedAt',
    due: 'expiresAt',
  },
  {
    key: 'elevations',
    roles: ['institution-manager'],
    list: elevationList,
    filter: { state: 'ended' },
    since: 'endedAt',
  },
  {
    key: 'failedJobs',
    roles: ['operator', 'system-admin'],
    list: jobResource,
    filter: { state: 'failed' },
    since: 'finishedAt',
  },
];
