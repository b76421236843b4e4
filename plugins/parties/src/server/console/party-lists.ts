import { consoleResource, scopeBy, type ConsoleResource } from '@linggong/access';
import {
  cardStates,
  enterpriseStates,
  identityKinds,
  realNameStates,
  vatRoles,
  verificationStates,
  workerSources,
  workerStates,
} from '../../domain';
import {
  ENTERPRISE_QUEUE,
  accountsOfEnterprise,
  enterpriseById,
  enterpriseReview,
  enterpriseSteps,
} from '../enterprises/enterprise-rows';
import { cardsOfWorker, workerById } from '../workers/worker-rows';
import { contactList } from '../contacts/contact-list';
import { lockedList } from '../locked/locked-list';
import { withoutLocked } from '../locked/seen';
import { consentList } from './consent-list';
import { requestList } from './request-list';

export const enterpriseList = consoleResource({
  name: 'enterprises',
  resource: 'enterprise',
  from: `public.enterprises e LEFT JOIN parties.enterprise_verifications v ON v.enterprise_id = e.id
    LEFT JOIN LATERAL (SELECT r.due_on, r.begun_account FROM studio.published_review_dues r
      WHERE r.subject_kind = 'enterprise' AND r.subject_id = e.id AND e.state = 'submitted') due ON true`,
  columns: {
    id: { sql: 'e.id', filter: 'relation', sort: true },
    number: { sql: 'e.number', filter: 'prefix', sort: true, searched: true },
    name: { sql: 'e.name', filter: 'text', sort: true, searched: true },
    uscc: { sql: 'e.uscc', filter: 'prefix', searched: true },
    state: { sql: 'e.state', filter: 'enum', values: enterpriseStates, sort: true },
    verification: { sql: `coalesce(v.state, 'pending')`, filter: 'enum', values: verificationStates },
    industry: { sql: 'e.industry', filter: 'text' },
    contactName: { sql: 'e.contact_name_masked' },
    contactPhone: { sql: 'e.contact_phone_masked' },
    createdAt: { sql: 'e.created_at', filter: 'instant', sort: true },
    // By when its application is to be decided, while it waits.
    reviewDueOn: { sql: 'due.due_on', filter: 'day', sort: true },
    signedAt: { sql: 'e.signed_at', filter: 'instant', sort: true },
    // Why it was sent back, suspended or let go; what the reviewer wrote.
    stateReason: { sql: 'e.state_reason' },
  },
  scope: scopeBy({ enterprise: 'e.id', queue: ENTERPRISE_QUEUE }),
  detail: async (id, account, db) => ({
    ...(await enterpriseById(db, id)),
    accounts: await accountsOfEnterprise(db, id),
    steps: await enterpriseSteps(db, id),
    review: await enterpriseReview(db, id, account.id),
  }),
});

const enterpriseAccounts = consoleResource({
  name: 'enterprise-accounts',
  resource: 'enterprise-account',
  from: 'public.enterprise_accounts a JOIN public.enterprises e ON e.id = a.enterprise_id',
  columns: {
    id: { sql: 'a.id', filter: 'relation', sort: true },
    enterpriseId: { sql: 'a.enterprise_id', filter: 'relation' },
    enterpriseName: { sql: 'e.name', filter: 'text', searched: true },
    subAccountNumber: { sql: 'a.sub_account_number', filter: 'prefix', searched: true },
    bankName: { sql: 'a.bank_name', filter: 'text' },
    bankCode: { sql: 'a.bank_code' },
    state: { sql: 'a.state', filter: 'enum', values: ['open', 'closed'] },
    openedAt: { sql: 'a.opened_at', filter: 'instant', sort: true },
    closedAt: { sql: 'a.closed_at', filter: 'instant', sort: true },
  },
  scope: scopeBy({ enterprise: 'a.enterprise_id' }),
});

const workers = consoleResource({
  name: 'workers',
  resource: 'worker',
  from: 'public.workers w',
  columns: {
    id: { sql: 'w.id', filter: 'relation', sort: true },
    number: { sql: 'w.number', filter: 'prefix', sort: true, searched: true },
    name: { sql: 'w.name_masked' },
    identityKind: { sql: 'w.identity_kind', filter: 'enum', values: identityKinds },
    identity: { sql: 'w.identity_masked' },
    phone: { sql: 'w.phone_masked' },
    state: { sql: 'w.state', filter: 'enum', values: workerStates, sort: true },
    realNameState: { sql: 'w.real_name_state', filter: 'enum', values: realNameStates, sort: true },
    realNameCheckedAt: { sql: 'w.real_name_checked_at', filter: 'instant', sort: true },
    taxResident: { sql: 'w.resident', filter: 'boolean' },
    vatRole: { sql: 'w.vat_role', filter: 'enum', values: vatRoles },
    agencyFrom: { sql: 'w.agency_from', filter: 'day' },
    agencyTo: { sql: 'w.agency_to', filter: 'day' },
    source: { sql: 'w.source', filter: 'enum', values: workerSources },
    registeredAt: { sql: 'w.registered_at', filter: 'instant', sort: true },
  },
  scope: (account, scope, at) => withoutLocked(scopeBy({ worker: 'w.id' })(account, scope, at), account, 'w'),
  detail: async (id, _account, db) => ({ ...(await workerById(db, id)), cards: await cardsOfWorker(db, id) }),
});

const bankCards = consoleResource({
  name: 'bank-cards',
  resource: 'bank-card',
  from: 'public.bank_cards c JOIN public.workers w ON w.id = c.worker_id',
  columns: {
    id: { sql: 'c.id', filter: 'relation', sort: true },
    workerId: { sql: 'c.worker_id', filter: 'relation' },
    workerNumber: { sql: 'w.number', filter: 'prefix', searched: true },
    workerName: { sql: 'w.name_masked' },
    cardVersion: { sql: 'c.card_version' },
    card: { sql: 'c.card_masked' },
    holder: { sql: 'c.holder_masked' },
    bankName: { sql: 'c.bank_name', filter: 'text' },
    bankCode: { sql: 'c.bank_code' },
    state: { sql: 'c.state', filter: 'enum', values: cardStates, sort: true },
    checkCode: { sql: 'c.check_code' },
    checkedAt: { sql: 'c.checked_at', filter: 'instant', sort: true },
    addedAt: { sql: 'c.added_at', filter: 'instant', sort: true },
    replacedAt: { sql: 'c.replaced_at', filter: 'instant', sort: true },
  },
  scope: (account, scope, at) => withoutLocked(scopeBy({ worker: 'c.worker_id' })(account, scope, at), account, 'w'),
});

export const partyLists: readonly ConsoleResource[] = [
  enterpriseList,
  enterpriseAccounts,
  workers,
  bankCards,
  consentList,
  requestList,
  lockedList,
  contactList,
];
