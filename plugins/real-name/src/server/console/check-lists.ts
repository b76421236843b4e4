import { consoleResource, scopeBy, type ConsoleResource } from '@linggong/access';
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
  scope: scopeBy({ worker: 'c.worker_id', enterprise: 'c.enterprise_id' }),
});

export const checkLists: readonly ConsoleResource[] = [realNameChecks];
