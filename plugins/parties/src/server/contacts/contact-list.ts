import { consoleResource, scopeBy } from '@linggong/access';
import { contactActs, contactKinds, contactMethods } from '../../domain';

/** Every act about the people whom enterprises name (联系人告知与同意), the latest first; without who they are. */
export const contactList = consoleResource({
  name: 'contact-consents',
  resource: 'contact-consent',
  from: 'parties.contact_consents c JOIN public.enterprises e ON e.id = c.enterprise_id',
  countMax: 10_000,
  columns: {
    id: { sql: 'c.id', filter: 'relation', sort: true },
    enterpriseId: { sql: 'c.enterprise_id', filter: 'relation' },
    enterpriseNumber: { sql: 'e.number', filter: 'prefix', searched: true },
    enterpriseName: { sql: 'e.name' },
    contact: { sql: 'c.contact', filter: 'enum', values: contactKinds },
    act: { sql: 'c.act', filter: 'enum', values: contactActs },
    version: { sql: 'c.version' },
    method: { sql: 'c.method', filter: 'enum', values: contactMethods },
    actor: { sql: 'c.actor_name' },
    at: { sql: 'c.at', filter: 'instant' },
  },
  scope: scopeBy({ enterprise: 'c.enterprise_id' }),
});
