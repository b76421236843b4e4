import { consoleResource, scopeBy } from '@linggong/access';
import { withoutLocked } from '../locked/seen';
import { consentActs, consentMethods, consentPurposes } from '@linggong/vault/domain';

/** Every consent that was given or taken back (同意记录), the latest first. */
export const consentList = consoleResource({
  name: 'consents',
  resource: 'consent',
  from: 'vault.published_consent_acts c JOIN public.workers w ON w.id = c.worker_id',
  countMax: 10_000,
  columns: {
    id: { sql: 'c.id', filter: 'relation', sort: true },
    workerId: { sql: 'c.worker_id', filter: 'relation' },
    workerNumber: { sql: 'w.number', filter: 'prefix', searched: true },
    workerName: { sql: 'w.name_masked' },
    purpose: { sql: 'c.purpose', filter: 'enum', values: consentPurposes },
    version: { sql: 'c.version' },
    act: { sql: 'c.act', filter: 'enum', values: consentActs },
    method: { sql: 'c.method', filter: 'enum', values: consentMethods },
    actor: { sql: 'c.actor_name' },
    at: { sql: 'c.at', filter: 'instant' },
  },
  scope: (account, scope, at) => withoutLocked(scopeBy({ worker: 'c.worker_id' })(account, scope, at), account, 'w'),
});
