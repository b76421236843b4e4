import { isRecord } from '../provider/problem';
import type { Extent, Me } from './me';

/** The permission matrix names things in the singular (`order`), the console's resources in the plural (`orders`). */
const singular: Readonly<Record<string, string>> = {
  enterprises: 'enterprise',
  workers: 'worker',
  'bank-cards': 'bank-card',
  consents: 'consent',
  'contact-consents': 'contact-consent',
  'data-requests': 'data-request',
  'legal-holds': 'legal-hold',
  'retention-runs': 'retention',
  destructions: 'retention',
  'locked-workers': 'locked-worker',
  configurations: 'configuration',
  'configuration-imports': 'configuration-import',
  'configuration-versions': 'configuration-version',
  contracts: 'contract',
  'signature-requests': 'signature-request',
  tasks: 'task',
  'open-tasks': 'open-task',
  engagements: 'engagement',
  'settlement-batches': 'settlement-batch',
  'settlement-lines': 'settlement-line',
  orders: 'order',
  deposits: 'deposit',
  'fee-plans': 'fee-plan',
  'fee-bills': 'fee-bill',
  'ledger-accounts': 'ledger-account',
  'ledger-transactions': 'ledger-transaction',
  'ledger-postings': 'ledger-posting',
  'tax-records': 'tax-record',
  'tax-periods': 'tax-period',
  'month-sales': 'tax-year',
  'real-name-checks': 'real-name-check',
  'real-name-bulk-checks': 'real-name-bulk-check',
  'identity-providers': 'identity-provider',
  'tax-corrections': 'tax-correction',
  'payment-papers': 'payment-paper',
  payouts: 'payout',
  'payout-files': 'payout-file',
  'bank-files': 'bank-file',
  'statement-lines': 'statement-line',
  'unmatched-answers': 'unmatched-answer',
  'channel-limits': 'channel-limit',
  'channel-routes': 'channel-route',
  jobs: 'job',
  'event-deliveries': 'event-delivery',
  accounts: 'account',
  sessions: 'session',
  schedules: 'schedule',
  'data-keys': 'data-key',
  backups: 'backup',
  'restore-drills': 'restore-drill',
  findings: 'finding',
  approvals: 'approval',
  delegations: 'delegation',
  elevations: 'elevation',
  'elevation-looks': 'elevation-look',
  'audit-entries': 'audit-entry',
  unmaskings: 'unmasking',
  'audit-bypasses': 'audit-bypass',
  'enterprise-ratings': 'enterprise-rating',
  'credit-checks': 'credit-check',
  'rating-overrides': 'rating-override',
  'risk-offboardings': 'risk-offboarding',
  'risk-cases': 'risk-case',
  complaints: 'complaint',
  'risk-measures': 'risk-measure',
  inspections: 'inspection',
  'inspection-items': 'inspection-item',
  'risk-decisions': 'risk-decision',
  'form-records': 'form-record',
  'operation-reviews': 'operation-review',
  'promotional-materials': 'promotional-material',
  'real-name-reviews': 'real-name-review',
  'risk-explanations': 'risk-explanation',
  'own-procedures': 'own-acknowledgement',
  acknowledgements: 'acknowledgement',
  'risk-list-entries': 'risk-list-entry',
  'risk-list-imports': 'risk-list-import',
  'risk-snoozes': 'risk-snooze',
};

/** react-admin asks by its own words; opening a page of a resource is reading it. */
const words: Readonly<Record<string, string>> = { show: 'read', edit: 'change' };

/** Where "create" has a name of its own in the matrix. */
const creations: Readonly<Record<string, string>> = {
  workers: 'register',
  'settlement-batches': 'upload',
  deposits: 'record',
  'fee-bills': 'issue',
  elevations: 'ask',
  'form-records': 'submit',
};

function actionOf(resource: string, action: string): string {
  if (action === 'create') return creations[resource] ?? action;
  return words[action] ?? action;
}

/** How far the person may go: everything, his own, or (undefined) not at all. */
export function extentOf(me: Me, resource: string, action: string): Extent | undefined {
  const rights = me.permissions[singular[resource] ?? resource];
  return rights?.[actionOf(resource, action)];
}

export function may(me: Me, resource: string, action: string): boolean {
  return extentOf(me, resource, action) !== undefined;
}

/** Is a field of a resource kept from the person? Its column and its fact are then not drawn. */
export function isHidden(me: Me, resource: string, field: string): boolean {
  return me.hiddenFields[singular[resource] ?? resource]?.includes(field) ?? false;
}

/** Is the row the person's own? Used to hide what the server would refuse anyway. */
export function isOwn(me: Me, record: unknown): boolean {
  if (!isRecord(record)) return true;
  const { enterpriseId, workerId } = me.account;
  if (enterpriseId !== undefined && 'enterpriseId' in record) return record['enterpriseId'] === enterpriseId;
  if (workerId !== undefined && 'workerId' in record) return record['workerId'] === workerId;
  return true;
}

/** Does the role list of this only what waits for its decision, and what it decided? */
export function seesQueue(me: Me, resource: string): boolean {
  return extentOf(me, resource, 'list') === 'queue';
}
