import { instantText } from '../parts/time-text';

/** A row of `/api/console/audit-bypasses`. */
export interface BypassRow {
  id: number;
  at: string;
  bypassKind: string;
  state: string;
  dbUser: string | null;
  userSource: string;
  tables: string[];
  rows: number;
  application: string | null;
  address: string | null;
  replicaRole: boolean;
  forged: boolean;
  xid: string | null;
  recordedAt: string;
}

export interface ChangedRow {
  place: number;
  relation: string;
  operation: string;
  rowKey: string | null;
  before: unknown;
  after: unknown;
}

/** A session of the database that may have been it. */
export interface Candidate {
  login: string;
  pid: number;
  address: string | null;
  application: string;
}

export interface BypassRecord extends BypassRow {
  lsn: string | null;
  pid: number | null;
  candidates: Candidate[];
  kept: number;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  acknowledgedReason: string | null;
  digest: string;
  changes: ChangedRow[];
}

/** An instant as PostgreSQL writes it in UTC; it is read in the platform's own time. */
const databaseInstant = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?\+00$/;

/** What a kept value says: its text, or that only a fingerprint of it is kept. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string')
    return databaseInstant.test(value) ? instantText(value.replace(' ', 'T').replace('+00', 'Z'), true) : value;
  if (typeof value === 'object' && 'hmac' in value) return `# ${String(value.hmac)}`;
  if (typeof value === 'object' && 'head' in value) return `${String(value.head)} …`;
  return JSON.stringify(value);
}

export interface FieldChange {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

/** A changed row field by field; undefined where the row was not there. */
export function fieldChanges({ before, after }: Pick<ChangedRow, 'before' | 'after'>): FieldChange[] {
  const [left, right] = [fields(before), fields(after)];
  return [...new Set([...left.keys(), ...right.keys()])].map((field) => ({
    field,
    before: left.get(field),
    after: right.get(field),
  }));
}

function fields(state: unknown): Map<string, string> {
  if (typeof state !== 'object' || state === null) return new Map();
  return new Map(Object.entries(state).map(([name, value]) => [name, valueText(value)]));
}

/** A table of the database as people read it: schema and name. */
export function tableText(table: string): string {
  return table.replace('.', ' · ');
}
