import { consoleResource, scopeBy, type ConsoleResource } from '@linggong/access';
import { bulkStates } from '../../api';
import { CHECK_QUEUE } from '../checks/check-queue';
import { checkKinds, checkOutcomes, subjectKinds } from '../../domain';

const realNameChecks = consoleResource({
  name: 'real-name-checks',
  resource: 'real-name-check',
  from: 'public.real_name_checks c',
  columns: {
    id: { sql: 'c.id', filter: 'relation', sort: true },
    code: { sql: 'c.code', filter: 'prefix', searched: true },
    kind: { sql: 'c.kind', filter: 'enum', values: checkKinds },
    subjectKind: { sql: 'c.subject_kind', filter: 'enum', values: subjectKinds },
    workerId: { sql: 'c.worker_id', filter: 'relation' },
    bankCardId: { sql: 'c.bank_card_id', filter: 'relation' },
    enterpriseId: { sql: 'c.enterprise_id', filter: 'relation' },
    provider: { sql: 'c.provider', filter: 'text' },
    outcome: { sql: 'c.outcome', filter: 'enum', values: checkOutcomes, sort: true },
    providerCode: { sql: 'c.provider_code' },
    costFen: { sql: 'c.cost_fen', filter: 'number', sum: true },
    attempts: { sql: 'c.attempts' },
    checkedAt: { sql: 'c.checked_at', filter: 'instant', sort: true },
    evidence: { sql: 'c.evidence' },
  },
  scope: scopeBy({ worker: 'c.worker_id', enterprise: 'c.enterprise_id', queue: CHECK_QUEUE }),
});

const OUTCOMES = `(SELECT count(*) FROM real_name.bulk_members m WHERE m.bulk_id = b.id AND m.outcome`;

const bulkChecks = consoleResource({
  name: 'real-name-bulk-checks',
  resource: 'real-name-bulk-check',
  from: 'real_name.bulk_checks b',
  columns: {
    id: { sql: 'b.id', filter: 'relation', sort: true },
    state: { sql: 'b.state', filter: 'enum', values: bulkStates },
    total: { sql: 'b.total' },
    open: { sql: `${OUTCOMES} IS NULL)` },
    matched: { sql: `${OUTCOMES} = 'match')` },
    failed: { sql: `${OUTCOMES} IN ('mismatch', 'no-record'))` },
    unanswered: { sql: `${OUTCOMES} = 'error')` },
    estimateFen: { sql: 'b.estimate_fen' },
    askedBy: { sql: 'b.asked_by' },
    reason: { sql: 'b.reason' },
    dueAt: { sql: 'b.due_at' },
    createdAt: { sql: 'b.created_at', filter: 'instant', sort: true },
    finishedAt: { sql: 'b.finished_at', sort: true },
  },
  scope: scopeBy({}),
});

export const checkLists: readonly ConsoleResource[] = [realNameChecks, bulkChecks];
