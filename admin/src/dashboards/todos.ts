import { addDays } from '@linggong/core/domain';
import type { Role } from '@linggong/config/roles';
import { today } from './days';

/** One kind of thing that waits for a role's decision: a filtered list. */
export interface Todo {
  key: string;
  resource: string;
  filter: Readonly<Record<string, unknown>>;
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
/** Months that are not filed although their day is near or past (the 15th of the next month). */
const duePeriods: Todo = {
  key: 'duePeriods',
  resource: 'tax-periods',
  filter: { state: ['open', 'closed'], dueOn_lte: addDays(today(), 15) },
};
const sentContracts: Todo = { key: 'sentContracts', resource: 'contracts', filter: { state: 'sent' } };

/** What each role has to decide, most urgent first. */
const todos: Readonly<Partial<Record<Role, readonly Todo[]>>> = {
  operator: [submittedEnterprises, submittedTasks, expired, failedJobs],
  'finance-officer': [returned, toRelease],
  'finance-approver': [toRelease, returned],
  'tax-officer': [duePeriods, returned],
  enterprise: [quoted, delivered, sentContracts],
  worker: [sentContracts],
  'system-admin': [failedJobs],
};

export function todosOf(role: Role): readonly Todo[] {
  return todos[role] ?? [];
}
