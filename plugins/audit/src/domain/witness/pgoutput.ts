import type { CutValue } from './cut-value';

/**
 * Messages of the output plugin pgoutput, protocol version 1, text format (PostgreSQL documentation, "Logical Replication Message
 * Formats"). Values stay text: no number and no instant loses a digit.
 */
export interface Relation {
  readonly oid: number;
  /** `schema.table`. */
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly typeOid: number; readonly isKey: boolean }[];
}

/** A value as text, cut where the message was too large, null, or undefined where the log does not repeat it (unchanged, stored out of line). */
export type Tuple = readonly (string | CutValue | null | undefined)[];

/** Of a value that was cut where it was read (`cut-message.ts`): length (8), head with its length (4), SHA-256 (32). No tag of the protocol. */
export const cutTag = 0x78;

export type LogMessage =
  | { readonly kind: 'begin'; readonly xid: number; readonly commitMicros: bigint }
  | { readonly kind: 'commit'; readonly endLsn: bigint }
  | { readonly kind: 'relation'; readonly relation: Relation }
  /** `content` is undefined where it was too long to be held (`cut-message.ts`). */
  | {
      readonly kind: 'note';
      readonly isTransactional: boolean;
      readonly prefix: string;
      readonly content: string | undefined;
    }
  | { readonly kind: 'insert'; readonly oid: number; readonly after: Tuple }
  /** `before` is undefined where the table logs no row as it was. */
  | { readonly kind: 'update'; readonly oid: number; readonly before: Tuple | undefined; readonly after: Tuple }
  | { readonly kind: 'delete'; readonly oid: number; readonly before: Tuple }
  | { readonly kind: 'truncate'; readonly oids: readonly number[] }
  /** Types and origins tell nothing of rows. */
  | { readonly kind: 'other' };

/** Of a note without its content: flags (1), place (8), prefix. No tag of the protocol either. */
export const cutNoteTag = 0x6d;

/** Of a change, its kind and table; for what need not be read. */
export function isRowChange(payload: Buffer): boolean {
  const tag = payload[0];
  return tag === 0x49 || tag === 0x55 || tag === 0x44 || tag === 0x54;
}

/** @throws RangeError where the message ends early; Error for a message that this protocol version does not have */
export function parseMessage(payload: Buffer): LogMessage {
  const read = new Reader(payload);
  const tag = String.fromCharCode(read.byte());
  switch (tag) {
    case 'B':
      read.int64();
      return { kind: 'begin', commitMicros: read.int64(), xid: read.int32() };
    case 'C':
      read.byte();
      read.int64();
      return { kind: 'commit', endLsn: read.int64() };
    case 'R':
      return { kind: 'relation', relation: relationFrom(read) };
    case 'M':
      return { ...noteHeadFrom(read), content: read.sized() };
    case String.fromCharCode(cutNoteTag):
      return { ...noteHeadFrom(read), content: undefined };
    case 'I':
      return { kind: 'insert', oid: read.int32(), after: newTuple(read) };
    case 'U':
      return updateFrom(read);
    case 'D':
      return { kind: 'delete', oid: read.int32(), before: (read.byte(), tupleFrom(read)) };
    case 'T':
      return truncateFrom(read);
    case 'Y':
    case 'O':
      return { kind: 'other' };
    default:
      throw new Error(`pgoutput: message ${payload[0] ?? 0} is not one of protocol version 1`);
  }
}

function relationFrom(read: Reader): Relation {
  const oid = read.int32();
  const name = `${read.text()}.${read.text()}`;
  read.byte();
  const columns = Array.from({ length: read.int16() }, () => {
    const isKey = (read.byte() & 1) === 1;
    const column = { isKey, name: read.text(), typeOid: read.int32() };
    read.int32();
    return column;
  });
  return { oid, name, columns };
}

function noteHeadFrom(read: Reader) {
  const isTransactional = read.byte() === 1;
  read.int64();
  return { kind: 'note', isTransactional, prefix: read.text() } as const;
}

function updateFrom(read: Reader): LogMessage {
  const oid = read.int32();
  // 'O' is the whole old row, 'K' its key alone: neither is there where the key did not change and no identity is logged.
  const before = read.peek() === 0x4e ? undefined : (read.byte(), tupleFrom(read));
  return { kind: 'update', oid, before, after: newTuple(read) };
}

function truncateFrom(read: Reader): LogMessage {
  const count = read.int32();
  read.byte();
  return { kind: 'truncate', oids: Array.from({ length: count }, () => read.int32()) };
}

function newTuple(read: Reader): Tuple {
  if (read.byte() !== 0x4e) throw new Error('pgoutput: a new row was expected');
  return tupleFrom(read);
}

function tupleFrom(read: Reader): Tuple {
  return Array.from({ length: read.int16() }, () => valueFrom(read));
}

function valueFrom(read: Reader): string | CutValue | null | undefined {
  const tag = read.byte();
  if (tag === 0x6e) return null;
  if (tag === 0x75) return undefined;
  if (tag === 0x74) return read.sized();
  if (tag !== cutTag) throw new Error('pgoutput: a value that is no text');
  const bytes = Number(read.int64());
  return { bytes, head: read.sized(), sha256: read.hex(32) };
}

/** Reads one message from its beginning; buffers throw RangeError beyond their end. */
class Reader {
  #at = 0;

  constructor(private readonly buffer: Buffer) {}

  peek(): number {
    return this.buffer.readUInt8(this.#at);
  }

  byte(): number {
    return this.buffer.readUInt8(this.#step(1));
  }

  int16(): number {
    return this.buffer.readUInt16BE(this.#step(2));
  }

  int32(): number {
    return this.buffer.readUInt32BE(this.#step(4));
  }

  int64(): bigint {
    return this.buffer.readBigInt64BE(this.#step(8));
  }

  /** Ends with a zero byte. */
  text(): string {
    const end = this.buffer.indexOf(0, this.#at);
    if (end < 0) throw new RangeError('pgoutput: a text without end');
    const text = this.buffer.toString('utf8', this.#at, end);
    this.#at = end + 1;
    return text;
  }

  /** Begins with its length. */
  sized(): string {
    const length = this.int32();
    const start = this.#step(length);
    if (start + length > this.buffer.length) throw new RangeError('pgoutput: a value is cut off');
    return this.buffer.toString('utf8', start, start + length);
  }

  hex(bytes: number): string {
    const start = this.#step(bytes);
    if (start + bytes > this.buffer.length) throw new RangeError('pgoutput: a digest is cut off');
    return this.buffer.toString('hex', start, start + bytes);
  }

  #step(bytes: number): number {
    const start = this.#at;
    this.#at += bytes;
    return start;
  }
}
