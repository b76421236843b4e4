import { createHash } from 'node:crypto';
import type { RowChange } from './row-change';

/** The chain before its first record. */
export const chainBegin: Buffer = createHash('sha256').update('linggong witness').digest();

/** A change as it is stored: states as JSON text, so that what was digested is what is read. */
export interface ChangeText {
  readonly place: number;
  readonly relation: string;
  readonly operation: string;
  readonly rowKey: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

export function changeText(change: RowChange, place: number): ChangeText {
  const { relation, operation, rowKey = null, before, after } = change;
  return { place, relation, operation, rowKey, before: json(before), after: json(after) };
}

const json = (state: object | undefined): string | null => (state === undefined ? null : JSON.stringify(state));

/** As the audit log does: length in bytes, colon, text; a dash for nothing. */
const field = (value: string | null): string => (value === null ? '-' : `${Buffer.byteLength(value)}:${value}`);

const digestOf = (fields: readonly (string | null)[]): Buffer =>
  createHash('sha256').update(fields.map(field).join('')).digest();

export function changeDigest(change: ChangeText): Buffer {
  const { place, relation, operation, rowKey, before, after } = change;
  return digestOf([String(place), relation, operation, rowKey, before, after]);
}

/** What a record of the witness says, every part as text. */
export interface RecordText {
  readonly no: bigint;
  readonly kind: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly xid: string | null;
  readonly lsn: string | null;
  readonly user: string | null;
  readonly source: string;
  readonly candidates: string;
  readonly address: string | null;
  readonly application: string | null;
  readonly pid: string | null;
  readonly replica: boolean;
  readonly forged: boolean;
  readonly tables: string;
  readonly rows: bigint;
  readonly kept: bigint;
}

/** Chains a record to the one before it. @param changes digests of its changes, in their order, as one digest */
export function recordDigest(previous: Buffer, record: RecordText, changes: Buffer): Buffer {
  const { user, source, candidates, address, application, pid, tables } = record;
  const facts = digestOf([
    record.no.toString(),
    record.kind,
    String(record.atMs),
    record.xid,
    record.lsn,
    user,
    source,
    candidates,
    address,
    application,
    pid,
    String(record.replica),
    String(record.forged),
    tables,
    record.rows.toString(),
    record.kept.toString(),
  ]);
  return createHash('sha256').update(previous).update(facts).update(changes).digest();
}
