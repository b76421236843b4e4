import type { ResourceProps } from 'react-admin';
import { lazyPage as lazy } from './lazy-page';

/**
 * Every resource of the console and its pages, each loaded when it is first opened. `admin/README.md` says how to add one.
 */
export const resources: readonly ResourceProps[] = [
  {
    name: 'enterprises',
    list: lazy(() => import('./enterprises/enterprise-list')),
    show: lazy(() => import('./enterprises/enterprise-show')),
    create: lazy(() => import('./enterprises/enterprise-create')),
  },
  {
    name: 'workers',
    list: lazy(() => import('./workers/worker-list')),
    show: lazy(() => import('./workers/worker-show')),
    create: lazy(() => import('./workers/worker-create')),
  },
  { name: 'retention-runs', list: lazy(() => import('./retention/run-list')) },
  {
    name: 'destructions',
    list: lazy(() => import('./destructions/destruction-list')),
    show: lazy(() => import('./destructions/destruction-show')),
  },
  {
    name: 'locked-workers',
    list: lazy(() => import('./locked-workers/locked-list')),
    show: lazy(() => import('./locked-workers/locked-show')),
  },
  { name: 'legal-holds', list: lazy(() => import('./retention/hold-list')) },
  {
    name: 'data-requests',
    list: lazy(() => import('./data-requests/request-list')),
    show: lazy(() => import('./data-requests/request-show')),
  },
  { name: 'contact-consents', list: lazy(() => import('./consents/contact-list')) },
  { name: 'consents', list: lazy(() => import('./consents/consent-list')) },
  {
    name: 'contracts',
    list: lazy(() => import('./contracts/contract-list')),
    show: lazy(() => import('./contracts/contract-show')),
  },
  { name: 'signature-requests', list: lazy(() => import('./signature-requests/request-list')) },
  {
    name: 'tasks',
    list: lazy(() => import('./tasks/task-list')),
    show: lazy(() => import('./tasks/task-show')),
    create: lazy(() => import('./tasks/task-create')),
  },
  {
    name: 'engagements',
    list: lazy(() => import('./engagements/engagement-list')),
    show: lazy(() => import('./engagements/engagement-show')),
  },
  {
    name: 'settlement-batches',
    list: lazy(() => import('./settlement-batches/batch-list')),
    show: lazy(() => import('./settlement-batches/batch-show')),
    create: lazy(() => import('./settlement-batches/batch-upload')),
  },
  { name: 'orders', list: lazy(() => import('./orders/order-list')), show: lazy(() => import('./orders/order-show')) },
  { name: 'deposits', list: lazy(() => import('./deposits/deposit-list')) },
  {
    name: 'enterprise-ratings',
    list: lazy(() => import('./ratings/rating-list')),
    show: lazy(() => import('./ratings/rating-show')),
  },
  {
    name: 'credit-checks',
    list: lazy(() => import('./ratings/check-list')),
    show: lazy(() => import('./ratings/check-show')),
  },
  { name: 'rating-overrides', list: lazy(() => import('./ratings/override-list')) },
  {
    name: 'risk-offboardings',
    list: lazy(() => import('./ratings/offboarding-list')),
    show: lazy(() => import('./ratings/offboarding-show')),
  },
  {
    name: 'risk-cases',
    list: lazy(() => import('./risk-cases/case-list')),
    show: lazy(() => import('./risk-cases/case-show')),
  },
  {
    name: 'risk-explanations',
    list: lazy(() => import('./explanations/explanation-list')),
    show: lazy(() => import('./explanations/explanation-show')),
  },
  {
    name: 'inspections',
    list: lazy(() => import('./inspections/inspection-list')),
    show: lazy(() => import('./inspections/inspection-show')),
  },
  {
    name: 'inspection-items',
    list: lazy(() => import('./inspections/item-list')),
    show: lazy(() => import('./inspections/item-show')),
  },
  {
    name: 'risk-decisions',
    list: lazy(() => import('./risk-decisions/decision-list')),
    show: lazy(() => import('./risk-decisions/decision-show')),
  },
  { name: 'risk-measures', list: lazy(() => import('./risk-measures/measure-list')) },
  {
    name: 'risk-list-entries',
    list: lazy(() => import('./risk-lists/entry-list')),
    show: lazy(() => import('./risk-lists/entry-show')),
  },
  {
    name: 'risk-list-imports',
    list: lazy(() => import('./risk-lists/import-list')),
    show: lazy(() => import('./risk-lists/import-show')),
  },
  { name: 'risk-snoozes', list: lazy(() => import('./risk-lists/snooze-list')) },
  {
    name: 'form-records',
    list: lazy(() => import('./form-records/record-list')),
    show: lazy(() => import('./form-records/record-show')),
    create: lazy(() => import('./form-records/record-create')),
  },
  {
    name: 'own-procedures',
    list: lazy(() => import('./procedures/own-list')),
    show: lazy(() => import('./procedures/own-show')),
  },
  { name: 'acknowledgements', list: lazy(() => import('./procedures/acknowledgement-list')) },
  {
    name: 'operation-reviews',
    list: lazy(() => import('./operation-reviews/operation-review-list')),
    show: lazy(() => import('./operation-reviews/operation-review-show')),
  },
  {
    name: 'real-name-reviews',
    list: lazy(() => import('./real-name-reviews/real-name-review-list')),
    show: lazy(() => import('./real-name-reviews/real-name-review-show')),
  },
  {
    name: 'promotional-materials',
    list: lazy(() => import('./promotions/material-list')),
    show: lazy(() => import('./promotions/material-show')),
  },
  {
    name: 'fee-plans',
    list: lazy(() => import('./fee-plans/plan-list')),
    show: lazy(() => import('./fee-plans/plan-show')),
    create: lazy(() => import('./fee-plans/plan-create')),
  },
  {
    name: 'fee-bills',
    list: lazy(() => import('./fee-plans/bill-list')),
    show: lazy(() => import('./fee-plans/bill-show')),
  },
  {
    name: 'ledger-accounts',
    list: lazy(() => import('./ledger/account-list')),
    show: lazy(() => import('./ledger/account-show')),
  },
  { name: 'ledger-postings', list: lazy(() => import('./ledger/posting-list')) },
  {
    name: 'ledger-transactions',
    list: lazy(() => import('./ledger/transaction-list')),
    show: lazy(() => import('./ledger/transaction-show')),
  },
  { name: 'payouts', list: lazy(() => import('./payout-files/payout-list')) },
  { name: 'payout-files', list: lazy(() => import('./payout-files/payout-file-list')) },
  { name: 'bank-files', list: lazy(() => import('./payout-files/bank-file-list')) },
  { name: 'statement-lines', list: lazy(() => import('./payout-files/statement-line-list')) },
  { name: 'unmatched-answers', list: lazy(() => import('./payout-files/unmatched-answer-list')) },
  { name: 'channel-routes', list: lazy(() => import('./payout-files/channel-route-list')) },
  { name: 'channel-limits', list: lazy(() => import('./payout-files/channel-limit-list')) },
  { name: 'tax-periods', list: lazy(() => import('./tax/period-list')), show: lazy(() => import('./tax/period-show')) },
  { name: 'tax-records', list: lazy(() => import('./tax/record-list')), show: lazy(() => import('./tax/record-show')) },
  { name: 'tax-corrections', list: lazy(() => import('./tax/correction-list')) },
  {
    name: 'configurations',
    list: lazy(() => import('./configurations/configuration-list')),
    show: lazy(() => import('./configurations/configuration-show')),
    create: lazy(() => import('./configurations/configuration-create')),
  },
  {
    name: 'configuration-imports',
    list: lazy(() => import('./configurations/transfer/import-list')),
    show: lazy(() => import('./configurations/transfer/import-show')),
  },
  {
    name: 'configuration-versions',
    list: lazy(() => import('./configurations/version-list')),
    show: lazy(() => import('./configurations/version-show')),
  },
  {
    name: 'accounts',
    list: lazy(() => import('./accounts/account-list')),
    show: lazy(() => import('./accounts/account-show')),
    create: lazy(() => import('./accounts/account-create')),
  },
  { name: 'sessions', list: lazy(() => import('./sessions/session-list')) },
  {
    name: 'real-name-checks',
    list: lazy(() => import('./real-name/check-list')),
    show: lazy(() => import('./real-name/check-show')),
  },
  {
    name: 'real-name-bulk-checks',
    list: lazy(() => import('./real-name/bulk-list')),
    show: lazy(() => import('./real-name/bulk-show')),
  },
  { name: 'jobs', list: lazy(() => import('./jobs/job-list')), show: lazy(() => import('./jobs/job-show')) },
  {
    name: 'approvals',
    list: lazy(() => import('./approvals/approval-list')),
    show: lazy(() => import('./approvals/approval-show')),
  },
  {
    name: 'delegations',
    list: lazy(() => import('./delegations/delegation-list')),
    create: lazy(() => import('./delegations/delegation-create')),
  },
  {
    name: 'elevations',
    list: lazy(() => import('./elevations/elevation-list')),
    show: lazy(() => import('./elevations/elevation-show')),
    create: lazy(() => import('./elevations/elevation-create')),
  },
  { name: 'backups', list: lazy(() => import('./backups/backup-list')) },
  {
    name: 'findings',
    list: lazy(() => import('./findings/finding-list')),
    show: lazy(() => import('./findings/finding-show')),
  },
  {
    name: 'audit-entries',
    list: lazy(() => import('./audit-entries/entry-list')),
    show: lazy(() => import('./audit-entries/entry-show')),
  },
  { name: 'unmaskings', list: lazy(() => import('./unmaskings/unmasking-list')) },
  {
    name: 'audit-bypasses',
    list: lazy(() => import('./audit-bypass/bypass-list')),
    show: lazy(() => import('./audit-bypass/bypass-show')),
  },
  { name: 'event-deliveries', list: lazy(() => import('./jobs/delivery-list')) },
];
