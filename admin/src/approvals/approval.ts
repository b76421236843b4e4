import { isRecord } from '../provider';
import { sensitiveOf } from '../unmaskings/lasting';

/** A row of `/api/console/approvals`. */
export interface ApprovalRow {
  id: string;
  what: string;
  resource: string;
  action: string;
  subjectId: string;
  subjectLabel: string;
  state: string;
  makerName: string;
  reason: string | null;
  decidedName: string | null;
  askedAt: string;
  expiresAt: string | null;
  decidedAt: string | null;
}

/** `GET /api/v1/approvals/{id}`. */
export interface ApprovalRecord extends Omit<ApprovalRow, 'what'> {
  mode: 'native' | 'replay' | 'redeem';
  before: unknown;
  after: unknown;
  seenSha256: string;
  deciders: string[];
  decidedForName: string | null;
  /** For whom the reader would decide, by delegation. */
  decidesFor: string | null;
  decisionReason: string | null;
  escalatedAt: string | null;
  endedAt: string | null;
  problem: { code: string; text: { zh: string; en: string } } | null;
  mayDecide: boolean;
  mayReject: boolean;
  mayWithdraw: boolean;
  mayRedeem: boolean;
  /** The reader's half of a set-up code waits. */
  mayTakeHalf: boolean;
}

/** One field before and after; `undefined` where a side does not have it. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
  changed: boolean;
}

/** What a second person decides by, in this order before all other fields: the states come in an order of their own from the database. */
const leading: readonly string[] = [
  'subject',
  'configuration',
  'name',
  'number',
  'enterpriseId',
  'workerId',
  'state',
  'versionNo',
  'effectiveFrom',
  'shadowFrom',
  'note',
  'changeCount',
  'changes',
];

const rankOf = (field: string): number => (leading.includes(field) ? leading.indexOf(field) : leading.length);

/** A hash or the number of a row: evidence of what was approved, nothing that a person decides by. */
export function isTechnical(field: string): boolean {
  return /sha256$/i.test(field) || ['id', 'runId', 'fileId'].includes(field);
}

/**
 * Both states field by field: what changes first; within it what a person decides by, then the others in the order of the state after. Deeper
 * values are compared whole.
 */
export function changesOf(before: unknown, after: unknown): FieldChange[] {
  const [left, right] = [before, after].map((state) => (isRecord(state) ? state : {})) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  const fields = [...new Set([...Object.keys(right), ...Object.keys(left)])];
  const all = fields.map((field) => ({
    field,
    before: left[field],
    after: field in right ? right[field] : undefined,
    changed: !(field in right) || JSON.stringify(left[field]) !== JSON.stringify(right[field]),
  }));
  const told = all
    .filter(({ before: was, after: is }) => !(isNothing(was) && isNothing(is)))
    .sort((one, other) => rankOf(one.field) - rankOf(other.field));
  return [...told.filter(({ changed }) => changed), ...told.filter(({ changed }) => !changed)];
}

export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** The request that an operation answered with instead of doing it; undefined where it was done. */
export function askedOf(answer: unknown): { id: string; expiresAt: string | null } | undefined {
  const approval = isRecord(answer) ? answer['approval'] : undefined;
  if (!isRecord(approval) || approval['state'] !== 'pending' || typeof approval['id'] !== 'string') return undefined;
  const { id, expiresAt } = approval;
  return { id, expiresAt: typeof expiresAt === 'string' ? expiresAt : null };
}

/** Half of a set-up code in an answer; absent where the answer holds none. */
export function setUpHalfOf(answer: unknown): string | undefined {
  const half = isRecord(answer) ? answer['half'] : undefined;
  return typeof half === 'string' ? half : undefined;
}

/** Where the thing itself is looked at; undefined for what has no page of its own. */
export function placeOf({ resource, subjectId }: Pick<ApprovalRecord, 'resource' | 'subjectId'>): string | undefined {
  const lists: Readonly<Record<string, string>> = {
    'settlement-batch': 'settlement-batches',
    'configuration-version': 'configuration-versions',
    'fee-plan': 'fee-plans',
    'fee-bill': 'fee-bills',
    enterprise: 'enterprises',
    'risk-list-import': 'risk-list-imports',
    worker: 'workers',
  };
  const field = resource === 'sensitive-field' ? sensitiveOf(subjectId) : undefined;
  if (field !== undefined) return isPlace(field.kind) ? `/${field.kind}s/${field.id.toString()}/show` : undefined;
  // A reversal is of an entry that is there; an adjustment is of none yet.
  if (resource === 'ledger-transaction') {
    return /^\d+$/.test(subjectId) ? `/ledger-transactions/${subjectId}/show` : undefined;
  }
  const contract = resource === 'contract' ? paperOf(subjectId) : undefined;
  if (contract !== undefined) return `/contracts/${contract.id}/show`;
  const attached = attachmentOf(resource, subjectId);
  if (attached !== undefined) return attached.page;
  // An entry that is to be added is none yet.
  if (resource === 'risk-list-entry' && /^\d+$/.test(subjectId)) return `/risk-list-entries/${subjectId}/show`;
  const list = lists[resource];
  return list === undefined ? undefined : `/${list}/${subjectId}/show`;
}

/** A file that hangs on something: where it is taken, and the page of what it hangs on. */
export function attachmentOf(resource: string, subjectId: string): { path: string; page: string } | undefined {
  const [, id, file] = /^(\d+):([0-9a-z-]+)@\d+$/.exec(subjectId) ?? [];
  if (id === undefined || file === undefined) return undefined;
  if (resource === 'form-record')
    return { path: `/api/v1/form-records/${id}/files/${file}/download`, page: `/form-records/${id}/show` };
  if (resource === 'risk-case')
    return { path: `/api/v1/risk-cases/${id}/evidence/${file}/download`, page: `/risk-cases/${id}/show` };
  if (resource === 'credit-check')
    return { path: `/api/v1/credit-checks/${id}/evidence`, page: `/credit-checks/${id}/show` };
  return undefined;
}

/** Rows with sensitive fields that have a page of their own; a card stands at its worker's. */
const isPlace = (kind: string): boolean => kind === 'worker' || kind === 'enterprise';

/** A file of a contract that was asked for: `12:document@7`, the account last. Undefined for what is none. */
export function paperOf(subjectId: string): { id: string; file: 'document' | 'signed-file' } | undefined {
  const [, id = '', file] = /^(\d+):(document|signed-file)@\d+$/.exec(subjectId) ?? [];
  return file === 'document' || file === 'signed-file' ? { id, file } : undefined;
}
