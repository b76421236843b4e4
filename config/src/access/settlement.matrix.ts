import { allBut, seen, type FieldRule } from './field-rule';
import { all, own } from './reaches';
import type { ApprovalMark, Rule } from './rule';

const everyStaff = all('operator', 'finance-officer', 'finance-approver', 'tax-officer');
const batchReaders = { ...everyStaff, ...all('risk-officer', 'institution-manager') };
const orderReaders = { ...batchReaders, ...all('archivist', 'customer-service', 'regulator') };
const prepares = { operator: 'all', enterprise: 'own' } as const;

const second: ApprovalMark = {
  mode: 'replay',
  by: ['finance-approver'],
  hours: 72,
  escalate: { afterHours: 24, to: 'institution-manager' },
};

/**
 * Who may do what to the things of the settlement plugin. Confirming is the enterprise's own act: nobody of the platform
 * spends its deposit for it. Releasing needs the second person; the account that confirmed is refused by the service.
 */
export const rules: readonly Rule[] = [
  { resource: 'settlement-batch', action: 'list', roles: { ...batchReaders, enterprise: 'own' } },
  { resource: 'settlement-batch', action: 'read', roles: { ...batchReaders, enterprise: 'own' } },
  { resource: 'settlement-batch', action: 'upload', roles: prepares },
  { resource: 'settlement-batch', action: 'recheck', roles: prepares },
  { resource: 'settlement-batch', action: 'exclude-lines', roles: prepares },
  { resource: 'settlement-batch', action: 'confirm', roles: { enterprise: 'own' } },
  // The class of an enterprise may have every payment looked at by a person (审核深度, R6.2): risk does it, for the batch.
  { resource: 'settlement-batch', action: 'review-class', roles: all('risk-officer', 'institution-manager') },
  // A batch that risk wants looked at as a whole (整批核实, R6.3) is let go by risk alone, with a reason.
  { resource: 'settlement-batch', action: 'review-batch', roles: all('risk-officer', 'institution-manager') },
  {
    resource: 'settlement-batch',
    action: 'release',
    roles: { 'finance-approver': 'all' },
    // A batch that nobody released in a week is cancelled, and its money is free again.
    approval: { ...second, mode: 'native', hours: 168 },
  },
  { resource: 'settlement-batch', action: 'cancel', roles: { ...prepares, 'finance-approver': 'all' } },
  { resource: 'settlement-line', action: 'list', roles: { ...batchReaders, enterprise: 'own' } },
  { resource: 'settlement-line', action: 'read', roles: { ...batchReaders, enterprise: 'own' } },
  { resource: 'settlement-line', action: 'edit', roles: prepares },
  { resource: 'order', action: 'list', roles: { ...orderReaders, enterprise: 'own', worker: 'own' } },
  { resource: 'order', action: 'read', roles: { ...orderReaders, enterprise: 'own', worker: 'own' } },
  // Receipts and statements (回单、结算单、对账单): what the pages show, masked as they are, on paper.
  {
    resource: 'payment-paper',
    action: 'receipt',
    roles: { ...batchReaders, archivist: 'all', enterprise: 'own', worker: 'own' },
  },
  { resource: 'payment-paper', action: 'batch-receipts', roles: { ...batchReaders, enterprise: 'own' } },
  { resource: 'payment-paper', action: 'statement', roles: { ...batchReaders, enterprise: 'own' } },
  {
    resource: 'payment-paper',
    action: 'month-statement',
    roles: { ...everyStaff, ...all('institution-manager'), enterprise: 'own' },
  },
  { resource: 'deposit', action: 'list', roles: { ...everyStaff, ...all('institution-manager'), enterprise: 'own' } },
  { resource: 'deposit', action: 'read', roles: { ...everyStaff, ...all('institution-manager'), enterprise: 'own' } },
  // Money that no line of a bank's statement stands behind is one person's word: above the small amounts of the policy two say it.
  {
    resource: 'deposit',
    action: 'record',
    roles: { 'finance-officer': 'all' },
    approval: { ...second, unless: ['small'] },
  },
  // Figures of the boards (看板): sums, of nobody by name.
  {
    resource: 'live-board',
    action: 'read',
    roles: all('institution-manager', 'operator', 'regulator', 'system-admin'),
  },
  { resource: 'regulator-board', action: 'read', roles: all('regulator') },
  {
    resource: 'finance-board',
    action: 'read',
    roles: all('finance-officer', 'finance-approver', 'institution-manager'),
  },
  { resource: 'operations-board', action: 'read', roles: all('operator', 'institution-manager') },
  { resource: 'own-months', action: 'read', roles: own('enterprise', 'worker') },
  // From a line of a statement, or a file: alone only where the bank's host or somebody else brought the line, or the amounts are small.
  { resource: 'deposit', action: 'record-line', roles: { 'finance-officer': 'all' } },
  { resource: 'deposit', action: 'import', roles: { 'finance-officer': 'all' } },
];

/** Fields of an order that not all of its readers see. */
export const fields: readonly FieldRule[] = [
  // The fee is agreed between enterprise and platform: for those who see fees, the worker out of whose pay it may come, and the regulator.
  ...seen('order', ['feeFen', 'feeMode', 'feeTiming'], allBut('archivist', 'customer-service')),
  // Answering a worker takes his own account, not the one that he was paid from.
  ...seen('order', ['payerAccountMasked'], allBut('customer-service')),
  // The enterprise's own words about a person.
  ...seen('order', ['remark'], allBut('regulator')),
];
