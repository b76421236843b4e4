import { allBut, rolesOf, seen, type FieldRule } from './field-rule';
import { all, queue } from './reaches';
import { staffRoles } from './roles';
import type { Rule } from './rule';

const staff = all('operator', 'finance-officer', 'finance-approver', 'tax-officer');
// Who decides, guards, keeps, answers and leads reads the register; the regulator too, and each of his looks is written down.
const enterpriseReaders = {
  ...staff,
  ...all('risk-officer', 'archivist', 'customer-service', 'institution-manager', 'regulator'),
  ...queue('merchant-reviewer'),
};
const workerReaders = {
  ...staff,
  ...all('risk-officer', 'archivist', 'customer-service', 'institution-manager', 'regulator'),
};
const reviews = { ...all('operator'), ...queue('merchant-reviewer') };
const requestReaders = { ...all('customer-service', 'institution-manager', 'archivist'), worker: 'own' } as const;
const operator = { operator: 'all' } as const;
const contactReaders = { ...all('operator', 'customer-service', 'archivist'), enterprise: 'own' } as const;
const lockedReaders = all('operator', 'customer-service', 'archivist', 'institution-manager', 'regulator');
const accountReaders = { ...staff, ...all('institution-manager'), enterprise: 'own' } as const;
const cardReaders = { ...staff, worker: 'own' } as const;

/** Who may do what to the things of the parties plugin. */
export const rules: readonly Rule[] = [
  { resource: 'enterprise', action: 'list', roles: { ...enterpriseReaders, enterprise: 'own' } },
  { resource: 'enterprise', action: 'read', roles: { ...enterpriseReaders, enterprise: 'own' } },
  { resource: 'enterprise', action: 'create', roles: operator },
  { resource: 'enterprise', action: 'change', roles: { ...operator, enterprise: 'own' } },
  { resource: 'enterprise', action: 'submit', roles: { ...operator, enterprise: 'own' } },
  { resource: 'enterprise', action: 'approve', roles: reviews },
  { resource: 'enterprise', action: 'reject', roles: reviews },
  { resource: 'enterprise', action: 'review', roles: reviews },
  // What was seen where an enterprise works is for the house, and for who supervises it.
  { resource: 'enterprise', action: 'visit', roles: reviews },
  {
    resource: 'enterprise',
    action: 'see-visits',
    roles: {
      ...all('operator', 'risk-officer', 'archivist', 'institution-manager', 'regulator'),
      ...queue('merchant-reviewer'),
    },
  },
  // Photographs of a place may show people in clear: each is taken once, by two.
  {
    resource: 'enterprise',
    action: 'take-visit-file',
    roles: all('operator', 'risk-officer'),
    approval: { mode: 'redeem', by: ['institution-manager'], hours: 72 },
  },
  { resource: 'enterprise', action: 'sign', roles: { ...operator, enterprise: 'own' } },
  { resource: 'enterprise', action: 'suspend', roles: operator },
  { resource: 'enterprise', action: 'resume', roles: operator },
  {
    resource: 'enterprise',
    action: 'offboard',
    roles: operator,
    approval: {
      mode: 'replay',
      by: ['institution-manager', 'merchant-reviewer'],
      hours: 168,
    },
  },
  { resource: 'enterprise-account', action: 'list', roles: accountReaders },
  { resource: 'enterprise-account', action: 'read', roles: accountReaders },
  { resource: 'enterprise-account', action: 'open', roles: { 'finance-officer': 'all' } },
  // An enterprise meets workers through its engagements and orders, never through the register of workers.
  { resource: 'worker', action: 'list', roles: { ...workerReaders, worker: 'own' } },
  { resource: 'worker', action: 'read', roles: { ...workerReaders, worker: 'own' } },
  { resource: 'worker', action: 'register', roles: operator },
  { resource: 'worker', action: 'search', roles: { ...staff, ...all('customer-service') } },
  // Whom a form is about – an elevation, an account, a request, a hold –, found by what is known of him whole, and masked.
  { resource: 'subject', action: 'find', roles: all(...staffRoles, 'security-admin') },
  { resource: 'worker', action: 'suspend', roles: operator },
  { resource: 'worker', action: 'resume', roles: operator },
  // 清退: his own word is enough of himself, an operator's is not of him.
  {
    resource: 'worker',
    action: 'deregister',
    roles: { ...operator, worker: 'own' },
    approval: { mode: 'replay', by: ['institution-manager'], spares: ['worker'], hours: 168 },
  },
  { resource: 'worker', action: 'return', roles: operator },
  // A telephone opens the worker's account by a code (找回密码): nobody puts another one there alone.
  {
    resource: 'worker',
    action: 'correct',
    roles: { ...operator, ...all('customer-service') },
    approval: { mode: 'replay', by: ['institution-manager'], hours: 168, unless: ['small'] },
  },
  { resource: 'worker', action: 'authorize-agency', roles: { ...operator, 'tax-officer': 'all' } },
  // Who has left is there for nobody of the staff: numbers and days for those who answer him, take him back or keep the archives; what is on
  // record of him for those alone who keep, lead and supervise, with a reason each time (PIPL art. 47).
  { resource: 'locked-worker', action: 'list', roles: lockedReaders },
  { resource: 'locked-worker', action: 'read', roles: lockedReaders },
  { resource: 'locked-worker', action: 'look', roles: all('archivist', 'institution-manager', 'regulator') },
  { resource: 'worker-import', action: 'upload', roles: operator },
  { resource: 'worker-import', action: 'read', roles: operator },
  { resource: 'bank-card', action: 'list', roles: cardReaders },
  { resource: 'bank-card', action: 'read', roles: cardReaders },
  // 个人信息处理同意: the worker's own word; staff note what he said on paper or by telephone.
  {
    resource: 'consent',
    action: 'list',
    roles: { ...all('operator', 'customer-service', 'archivist'), worker: 'own' },
  },
  {
    resource: 'consent',
    action: 'read',
    roles: { ...all('operator', 'customer-service', 'archivist'), worker: 'own' },
  },
  { resource: 'consent', action: 'give', roles: { ...operator, worker: 'own' } },
  { resource: 'consent', action: 'withdraw', roles: { ...all('operator', 'customer-service'), worker: 'own' } },
  // 企业联系人: those whom an enterprise names; the enterprise says for them what they said, or staff note what they were told by them.
  { resource: 'contact-consent', action: 'list', roles: contactReaders },
  { resource: 'contact-consent', action: 'read', roles: contactReaders },
  {
    resource: 'contact-consent',
    action: 'withdraw',
    roles: { ...all('operator', 'customer-service'), enterprise: 'own' },
  },
  // 个人信息请求: asked by the worker himself or taken for him by customer service, who answer; a refusal has a second person.
  { resource: 'data-request', action: 'list', roles: requestReaders },
  { resource: 'data-request', action: 'read', roles: requestReaders },
  { resource: 'data-request', action: 'create', roles: { ...all('customer-service'), worker: 'own' } },
  { resource: 'data-request', action: 'start', roles: all('customer-service') },
  { resource: 'data-request', action: 'extend', roles: all('customer-service') },
  { resource: 'data-request', action: 'answer', roles: all('customer-service') },
  {
    resource: 'data-request',
    action: 'refuse',
    roles: all('customer-service'),
    approval: { mode: 'replay', by: ['institution-manager'], hours: 168 },
  },
  { resource: 'data-request', action: 'copy-link', roles: { worker: 'own' } },
  { resource: 'bank-card', action: 'add', roles: { ...operator, worker: 'own' } },
];

/** Fields of the register that not all of its readers see. */
export const fields: readonly FieldRule[] = [
  // Numbers of sub-accounts and cards stand in the detail as well: for those who may read the lists of them.
  ...seen('enterprise', ['account', 'accounts'], rolesOf(accountReaders)),
  ...seen('worker', ['cards'], rolesOf(cardReaders)),
  // Whoever never calls an enterprise needs no person at it, masked or not.
  ...seen('enterprise', ['contactName', 'contactPhone'], allBut('archivist', 'regulator')),
  // What reviewers wrote to each other stays in the house; the regulator sees what was decided.
  ...seen('enterprise', ['stateReason', 'reason', 'criterion', 'note'], allBut('regulator')),
  ...seen('worker', ['stateReason'], allBut('regulator')),
];
