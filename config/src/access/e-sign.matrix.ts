import { all, own } from './reaches';
import type { Rule } from './rule';

const staff = all('operator', 'finance-officer', 'finance-approver', 'tax-officer');
const contractReaders = {
  ...staff,
  ...all('risk-officer', 'archivist', 'customer-service', 'institution-manager', 'regulator'),
  ...own('enterprise', 'worker'),
};

/** Who may do what to contracts and their texts (合同). A contract has one party; it sees and signs its own. */
export const rules: readonly Rule[] = [
  // The paper of a text under way, with made-up values: who writes it and who decides about it look at it.
  { resource: 'contract-text', action: 'preview', roles: all('config-operator', 'config-approver') },
  { resource: 'contract', action: 'list', roles: contractReaders },
  { resource: 'contract', action: 'read', roles: contractReaders },
  { resource: 'contract', action: 'sign', roles: { enterprise: 'own', worker: 'own' } },
  // The sealed PDF and the signed file hold a name and an identity number in clear: its party has its own, the operator says why, and
  // somebody else decides (导出明文).
  {
    resource: 'contract',
    action: 'download',
    roles: { operator: 'all', enterprise: 'own', worker: 'own' },
    approval: { mode: 'redeem', by: ['institution-manager'], spares: ['enterprise', 'worker'], hours: 72 },
  },
  { resource: 'contract-sealing', action: 'read', roles: { operator: 'all', 'system-admin': 'all' } },
  { resource: 'contract', action: 'revoke', roles: { operator: 'all', enterprise: 'own', worker: 'own' } },
  // What is asked of e-signature services costs money at each asking.
  { resource: 'signature-request', action: 'open', roles: { operator: 'all' } },
  { resource: 'signature-request', action: 'list', roles: staff },
  { resource: 'signature-request', action: 'read', roles: staff },
  { resource: 'signature-service', action: 'read', roles: staff },
  { resource: 'signature-request', action: 'repeat', roles: { operator: 'all' } },
  { resource: 'contract-batch', action: 'send', roles: { operator: 'all', enterprise: 'own' } },
  // Signatures on paper are taken in by staff, who saw the person sign (R3.5: offline, with help).
  { resource: 'contract-batch', action: 'sign', roles: { operator: 'all' } },
  { resource: 'contract-batch', action: 'read', roles: { operator: 'all', enterprise: 'own' } },
];
