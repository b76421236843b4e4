import { addDays } from '@linggong/core/domain';
import type { Role } from '@linggong/config/roles';
import { today } from './days';
import type { StuckKind } from './stuck-batches';

/** One kind of thing that waits for a role's decision: a filtered list. */
export interface Todo {
  key: string;
  resource: string;
  filter: Readonly<Record<string, unknown>>;
  /** Field of a row with the instant since which it waits. */
  since?: string;
  /** Field of a row with the day or the instant by which it must be done. */
  due?: string;
  /** Field of a row with the money that is at stake. */
  fen?: string;
  /** Of the list only the batches in which lines are stuck for such reasons. */
  stuck?: StuckKind;
}

const batches = 'settlement-batches';
const stuck = (kind: StuckKind): Todo => ({
  key: kind,
  resource: batches,
  filter: { state: ['quoted', 'expired'] },
  since: 'uploadedAt',
  stuck: kind,
});
const quoted: Todo = {
  key: 'quotedBatches',
  resource: batches,
  filter: { state: 'quoted' },
  since: 'uploadedAt',
  due: 'quoteExpiresAt',
  fen: 'netFen',
};
const toRelease: Todo = {
  key: 'toRelease',
  resource: batches,
  filter: { state: 'confirmed' },
  since: 'confirmedAt',
  fen: 'netFen',
};
const expired: Todo = { key: 'expiredBatches', resource: batches, filter: { state: 'expired' }, since: 'uploadedAt' };
const submittedEnterprises: Todo = {
  key: 'submittedEnterprises',
  resource: 'enterprises',
  filter: { state: 'submitted' },
  since: 'createdAt',
  due: 'reviewDueOn',
};
const submittedTasks: Todo = {
  key: 'submittedTasks',
  resource: 'tasks',
  filter: { state: 'submitted' },
  since: 'submittedAt',
  due: 'reviewDueOn',
  fen: 'budgetFen',
};
const returned: Todo = {
  key: 'returnedOrders',
  resource: 'orders',
  filter: { state: 'returned' },
  since: 'returnedAt',
  fen: 'netFen',
};
/** Sent to the bank more than a day ago and still no answer. */
const slowPayments = (): Todo => ({
  key: 'slowPayments',
  resource: 'orders',
  filter: { state: 'paying', sentAt_lte: new Date(Date.now() - 86_400_000).toISOString().slice(0, 13) + ':00:00.000Z' },
  since: 'sentAt',
  fen: 'netFen',
});
const failedJobs: Todo = { key: 'failedJobs', resource: 'jobs', filter: { state: 'failed' }, since: 'finishedAt' };
const delivered: Todo = {
  key: 'delivered',
  resource: 'engagements',
  filter: { state: 'delivered' },
  since: 'deliveredAt',
  fen: 'agreedFen',
};
/** Months that are not filed although their day is near or past (the 15th of the next month). */
const duePeriods = (): Todo => ({
  key: 'duePeriods',
  resource: 'tax-periods',
  filter: { state: ['open', 'closed'], dueOn_lte: addDays(today(), 15) },
  due: 'dueOn',
  fen: 'incomeTaxFen',
});
/** Filed, and the tax itself still to be paid by the same day. */
const unpaidPeriods: Todo = {
  key: 'unpaidPeriods',
  resource: 'tax-periods',
  filter: { state: 'filed' },
  due: 'dueOn',
  fen: 'incomeTaxFen',
};
const sentContracts: Todo = { key: 'sentContracts', resource: 'contracts', filter: { state: 'sent' }, since: 'sentAt' };

/** Signed, and their document could not be sealed: a character that no font has, a time stamp authority that is away. */
const unsealed: Todo = {
  key: 'unsealedContracts',
  resource: 'contracts',
  filter: { documentState: 'faulty' },
  since: 'signedAt',
};

/** An enterprise signs its cooperation agreement; what its workers have to sign waits for them. */
const ownContracts: Todo = {
  ...sentContracts,
  filter: { state: 'sent', kind: 'enterprise-cooperation' },
};

/** Differences that an audit found and that are this role's to settle. */
const findings: Todo = {
  key: 'findings',
  resource: 'findings',
  filter: { state: ['open', 'recurring', 'acknowledged'] },
  since: 'firstSeenAt',
};

/** Requests that wait for a decision of this role; releases of batches have a line of their own. */
const approvals = (what?: readonly string[]): Todo => ({
  key: 'approvals',
  resource: 'approvals',
  filter: { state: ['pending'], ...(what === undefined ? {} : { what }) },
  since: 'askedAt',
  due: 'expiresAt',
});
const financeApprovals = approvals([
  'fee-plan:decide',
  'fee-bill:settle',
  'channel-limit:set',
  'channel-route:set',
  'unmatched-answer:resolve',
]);

/** Elevations that have ended, whose looks nobody has gone through yet. */
const elevations: Todo = {
  key: 'elevations',
  resource: 'elevations',
  filter: { state: ['ended'] },
  since: 'endedAt',
};

/** Configurations whose new version is still being written. */
const drafts: Todo = {
  key: 'configurationDrafts',
  resource: 'configurations',
  filter: { openState: ['draft', 'checked', 'replayed'] },
  since: 'openUpdatedAt',
};

/** Configurations that are to be looked at again by a day that is near or past. */
const reviews = (): Todo => ({
  key: 'configurationReviews',
  resource: 'configurations',
  filter: { reviewBy_lte: addDays(today(), 30) },
  due: 'reviewBy',
});

/** Quotes that risk looks at, payment by payment or as a whole, before they can be confirmed. */
const riskBatches: Todo = {
  key: 'riskBatches',
  resource: batches,
  filter: { state: 'quoted', awaitsRisk: ['class-review', 'batch-review'] },
  since: 'uploadedAt',
  due: 'quoteExpiresAt',
  fen: 'netFen',
};

/** Risk cases that wait for somebody to take them, by their clock. */
const riskCases: Todo = {
  key: 'riskCases',
  resource: 'risk-cases',
  filter: { state: 'open' },
  since: 'openedAt',
  due: 'dueAt',
};

/** What risk asks of a party, by the day until which it is asked. */
const explanations: Todo = {
  key: 'explanations',
  resource: 'risk-explanations',
  filter: { state: ['waiting', 'late'] },
  due: 'dueOn',
};

/** Procedures that bind the reader and that he has not acknowledged in the version in force (R1.7); a list of his own. */
const ownProcedures: Todo = {
  key: 'ownProcedures',
  resource: 'own-procedures',
  filter: { state: ['waiting', 'late'] },
  due: 'dueOn',
};

/** What each role has to decide, most urgent first. */
const todos: Readonly<Partial<Record<Role, () => readonly Todo[]>>> = {
  operator: () => [
    stuck('blockedLines'),
    stuck('heldLines'),
    stuck('unsentContracts'),
    submittedEnterprises,
    submittedTasks,
    expired,
    unsealed,
    failedJobs,
    findings,
  ],
  'merchant-reviewer': () => [submittedEnterprises, approvals()],
  'task-reviewer': () => [submittedTasks],
  'finance-officer': () => [returned, slowPayments(), findings],
  'finance-approver': () => [toRelease, financeApprovals, returned, slowPayments()],
  'risk-officer': () => [riskBatches, riskCases, approvals()],
  'tax-officer': () => [duePeriods(), unpaidPeriods, returned, findings],
  enterprise: () => [
    stuck('ownLines'),
    stuck('unsentContracts'),
    explanations,
    quoted,
    expired,
    delivered,
    ownContracts,
  ],
  worker: () => [explanations, sentContracts],
  'institution-manager': () => [approvals(), elevations],
  'config-operator': () => [drafts, reviews()],
  'config-approver': () => [approvals(), reviews()],
  'system-admin': () => [findings, failedJobs],
  'audit-admin': () => [findings],
};

export function todosOf(role: Role): readonly Todo[] {
  const binding = role === 'enterprise' || role === 'worker' ? [] : [ownProcedures];
  return [...(todos[role]?.() ?? []), ...binding];
}
