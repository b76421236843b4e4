import type { Role } from '../session/roles';

/** One kind of thing that waits for a role's decision: a filtered list. */
export interface Todo {
  key: string;
  resource: string;
  filter: Readonly<Record<string, string>>;
}

const quoted: Todo = { key: 'quotedBatches', resource: 'settlement-batches', filter: { state: 'quoted' } };
const toRelease: Todo = { key: 'toRelease', resource: 'settlement-batches', filter: { state: 'confirmed' } };
const expired: Todo = { key: 'expiredBatches', resource: 'settlement-batches', filter: { state: 'expired' } };
const submittedEnterprises: Todo = {
  key: 'submittedEnterprises',
  resource: 'enterprises',
  filter: { state: 'submitted' },
};
const submittedTasks: Todo = { key: 'submittedTasks', resource: 'tasks', filter: { state: 'submitted' } };
const returned: Todo = { key: 'returnedOrders', resource: 'orders', filter: { state: 'returned' } };
const failedJobs: Todo = { key: 'failedJobs', resource: 'jobs', filter: { state: 'failed' } };
const delivered: Todo = { key: 'delivered', resource: 'engagements', filter: { state: 'delivered' } };
const closedPeriods: Todo = { key: 'closedPeriods', resource: 'tax-periods', filter: { state: 'closed' } };
const sentContracts: Todo = { key: 'sentContracts', resource: 'contracts', filter: { state: 'sent' } };

/** What each role has to decide, most urgent first. */
const todos: Readonly<Partial<Record<Role, readonly Todo[]>>> = {
  operator: [submittedEnterprises, submittedTasks, expired, failedJobs],
  'finance-officer': [returned, toRelease],
  'finance-approver': [toRelease, returned],
  'tax-officer': [closedPeriods, returned],
  enterprise: [quoted, delivered, sentContracts],
  worker: [sentContracts],
  'system-admin': [failedJobs],
};

export function todosOf(role: Role): readonly Todo[] {
  return todos[role] ?? [];
}
