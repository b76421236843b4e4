import { ddlChanges, ddlPrefix, untoldChange } from './ddl-note';
import { enrolmentRow, enrolmentTable, isTimely, type EnrolmentRow } from './enrolment-row';
import { instantOf } from './lsn';
import { isRowChange, parseMessage, type LogMessage, type Relation } from './pgoutput';
import { rowChange, type RowChange } from './row-change';
import { notePrefix, sameWriter, writerNote, type WriterNote } from './writer-note';

/** A transaction that was committed. */
export interface Committed {
  readonly xid: number;
  readonly at: Date;
  readonly endLsn: bigint;
  readonly notes: readonly WriterNote[];
  readonly enrolled: 'serve' | 'migrate' | undefined;
  readonly tables: readonly string[];
  readonly rows: bigint;
  /** Tables and parts of the watch that commands altered (DDL). */
  readonly ddl: number;
  /** A session that has proved itself in this transaction. */
  readonly enrolment: EnrolmentRow | undefined;
  /** Nothing in it is worth a record: an enrolment alone, or statements that met no row. */
  readonly isEmpty: boolean;
}

/** What comes out of the log: rows of what is not (yet) known to be the platform's, and the end of each transaction. */
export type FoldOutput =
  | { readonly kind: 'rows'; readonly changes: readonly RowChange[]; readonly bytes: number }
  | { readonly kind: 'commit'; readonly transaction: Committed };

export interface FoldOptions {
  /** What the session proved to be; `at` is when the transaction was committed. */
  enrolled(pid: number, port: number, at: Date): 'serve' | 'migrate' | undefined;
  /** Whether a proof was made with the platform's secret. */
  isProven(row: EnrolmentRow): boolean;
  /** Whether changes of this table are told; `schema.table`, or a part of the watch. */
  isWatched(relation: string): boolean;
  /** For fingerprints of what must not be kept. */
  readonly columnKey: Buffer;
}

export interface TransactionFold {
  /** Takes one message of the log. @throws as parseMessage */
  take(payload: Buffer): FoldOutput[];
  /** Whether a transaction has begun and not ended. */
  readonly isInside: boolean;
}

/** Rows that are kept of one transaction; beyond it they are counted. */
export const rowsKeptMax = 1_000_000;
const rowsAtOnce = 200;

interface Open {
  readonly xid: number;
  readonly at: Date;
  readonly notes: WriterNote[];
  readonly tables: Set<string>;
  readonly changes: RowChange[];
  enrolled: 'serve' | 'migrate' | undefined;
  enrolment: EnrolmentRow | undefined;
  rows: bigint;
  ddl: number;
  others: bigint;
  bytes: number;
  truncates: boolean;
}

/**
 * Puts the stream of the log together to transactions. Rows of the platform's own sessions are counted and not read: their note comes
 * before them. Memory is bounded: rows leave in portions.
 */
export function foldTransactions(options: FoldOptions): TransactionFold {
  const relations = new Map<number, Relation>();
  let open: Open | undefined;

  const take = (payload: Buffer): FoldOutput[] => {
    if (open?.enrolled === 'serve' && open.notes.length === 1 && isRowChange(payload)) {
      open.rows += 1n;
      return [];
    }
    const message = parseMessage(payload);
    switch (message.kind) {
      case 'begin':
        open = opened(message.xid, instantOf(message.commitMicros));
        return [];
      case 'relation':
        relations.set(message.relation.oid, message.relation);
        return [];
      case 'note':
        return open && message.isTransactional ? noted(open, message, options) : [];
      case 'commit': {
        const ended = open;
        open = undefined;
        return ended ? end(ended, message.endLsn) : [];
      }
      case 'other':
        return [];
      default:
        return open ? change(open, message, relations, options) : [];
    }
  };
  return {
    take,
    get isInside() {
      return open !== undefined;
    },
  };
}

function opened(xid: number, at: Date): Open {
  return {
    xid,
    at,
    notes: [],
    tables: new Set(),
    changes: [],
    enrolled: undefined,
    enrolment: undefined,
    rows: 0n,
    ddl: 0,
    others: 0n,
    bytes: 0,
    truncates: false,
  };
}

function noted(
  open: Open,
  message: { prefix: string; content: string | undefined },
  options: FoldOptions,
): FoldOutput[] {
  const { prefix, content } = message;
  if (content !== undefined && (prefix === notePrefix || prefix === ddlPrefix)) note(open, content, options);
  if (prefix !== ddlPrefix) return [];
  const changes =
    content === undefined ? [untoldChange] : ddlChanges(content).filter(({ relation }) => options.isWatched(relation));
  open.ddl += changes.length;
  for (const one of changes) keep(open, one);
  return open.changes.length >= rowsAtOnce ? portion(open) : [];
}

function keep(open: Open, one: RowChange): void {
  open.tables.add(one.relation);
  if (open.rows + BigInt(open.ddl) > BigInt(rowsKeptMax)) return;
  open.changes.push(one);
  open.bytes += JSON.stringify(one).length;
}

function note(open: Open, content: string, options: FoldOptions): void {
  const said = writerNote(content);
  if (!said) return;
  if (said.operation === 'TRUNCATE') open.truncates = true;
  if (open.notes.some((known) => sameWriter(known, said))) return;
  open.notes.push(said);
  // Whoever is told of by two notes is neither.
  open.enrolled = open.notes.length === 1 ? options.enrolled(said.pid, said.port, open.at) : undefined;
}

type Change = Extract<LogMessage, { kind: 'insert' | 'update' | 'delete' | 'truncate' }>;

function change(
  open: Open,
  message: Change,
  relations: ReadonlyMap<number, Relation>,
  options: FoldOptions,
): FoldOutput[] {
  for (const one of changesOf(message, relations, options, open)) {
    open.rows += 1n;
    if (one.relation !== enrolmentTable) open.others += 1n;
    keep(open, one);
  }
  return open.changes.length >= rowsAtOnce ? portion(open) : [];
}

function changesOf(
  message: Change,
  relations: ReadonlyMap<number, Relation>,
  { columnKey, isProven }: FoldOptions,
  open: Open,
): RowChange[] {
  if (message.kind === 'truncate') {
    return message.oids.map((oid) => {
      const relation = relations.get(oid)?.name ?? String(oid);
      return { relation, operation: 'truncate', rowKey: undefined, before: undefined, after: undefined };
    });
  }
  const relation = relations.get(message.oid);
  if (!relation) throw new Error('pgoutput: a row of a table that was not told of');
  if (relation.name === enrolmentTable && message.kind === 'insert') {
    const row = enrolmentRow(relation, message.after);
    const [writer] = open.notes;
    if (row && writer && isTimely(row, writer, open.at) && isProven(row)) open.enrolment = row;
  }
  return [rowChange(message, relation, columnKey)];
}

function portion(open: Open): FoldOutput[] {
  if (open.changes.length === 0) return [];
  const changes = open.changes.splice(0);
  const { bytes } = open;
  open.bytes = 0;
  return [{ kind: 'rows', changes, bytes }];
}

function end(open: Open, endLsn: bigint): FoldOutput[] {
  const { xid, at, notes, rows, ddl, enrolled, enrolment } = open;
  const only = enrolment !== undefined && open.others === 0n && notes.length === 1;
  const isEmpty = ddl === 0 && (only || (rows === 0n && !open.truncates));
  const tables = [...open.tables].sort();
  const transaction = { xid, at, endLsn, notes, enrolled, tables, rows, ddl, enrolment, isEmpty };
  const isCounted = enrolled === 'serve' && ddl === 0;
  const rest = isEmpty || isCounted ? [] : portion(open);
  return [...rest, { kind: 'commit', transaction }];
}
