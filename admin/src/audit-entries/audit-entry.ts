/** A row of `/api/console/audit-entries`. */
export interface AuditEntryRow {
  id: number;
  recordedAt: string;
  at: string;
  actorName: string;
  actorRole: string | null;
  action: string;
  outcome: string;
  subjectKind: string;
  subjectId: string;
  count: number;
  address: string | null;
  traceId: string;
  sessionId: string | null;
  approvalId: string | null;
  reason: string | null;
}

export interface AuditEntryRecord extends AuditEntryRow {
  before: unknown;
  after: unknown;
  idsSha256: string | null;
  xid: string | null;
}

export interface StateLine {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

/** The two states field by field; a field that one of them lacks is undefined there. What is no object is one line of its own. */
export function stateLines(before: unknown, after: unknown): StateLine[] {
  const [left, right] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.map((field) => ({ field, before: left.get(field), after: right.get(field) }));
}

function fieldsOf(state: unknown): Map<string, string> {
  if (state === null || state === undefined) return new Map();
  if (typeof state !== 'object' || Array.isArray(state)) return new Map([['', textOf(state)]]);
  return new Map(Object.entries(state).map(([name, value]) => [name, textOf(value)]));
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A list of codes as its members; every other text as itself. */
export function codesOf(text: string): string[] {
  if (!text.startsWith('["')) return [text];
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : [text];
}
