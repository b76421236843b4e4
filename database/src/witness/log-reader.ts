import type { Client } from 'pg';
import {
  foldTransactions,
  verdictOn,
  type Committed,
  type FoldOutput,
  type TransactionFold,
} from '@linggong/audit/domain';
import { unwatched, witnessKey } from '@linggong/config/audit';
import type { LogListener, LogStream } from './log-stream';
import { provenBy } from './proof';
import type { Sessions } from './sessions';
import type { WitnessStore } from './store';

export interface ReaderParts {
  readonly client: Client;
  readonly store: WitnessStore;
  readonly sessions: Sessions;
  /** Records up to here are stored; the server may send them again. */
  readonly storedLsn: bigint;
  /** LINGGONG_SECRET of the platform. */
  readonly secret: string;
  /** A bypass was recorded. */
  tell(xid: number): void;
}

/** What has been read and is not stored: beyond it the log waits on the server. */
const pendingBytesMax = 8 * 1024 * 1024;

/** Between the stream and the store: folds messages to transactions, judges them, keeps what was not the platform's (旁证读取). */
export class LogReader implements LogListener {
  /** Rejects when a message could not be read, or a record not be stored. */
  readonly failed: Promise<never>;
  readonly #parts: ReaderParts;
  readonly #fold: TransactionFold;
  #stream: LogStream | undefined;
  #fail: (error: unknown) => void = () => undefined;
  /** Everything that touches the connection, one after the other. */
  #turn: Promise<void> = Promise.resolve();
  #pendingBytes = 0;
  #pendingOutputs = 0;
  #isPaused = false;
  /** End of the last transaction that was read, or of what the server says there is. */
  #readLsn: bigint;
  /** End of the last that is stored, where something waits. */
  #doneLsn: bigint;
  #own = { transactions: 0, rows: 0n };

  constructor(parts: ReaderParts) {
    this.#parts = parts;
    this.#fold = foldFor(parts);
    this.#readLsn = parts.storedLsn;
    this.#doneLsn = parts.storedLsn;
    this.failed = new Promise<never>((_resolve, reject) => (this.#fail = reject));
    this.failed.catch(() => undefined);
  }

  attach(stream: LogStream): void {
    this.#stream = stream;
  }

  caughtUpTo(lsn: bigint): void {
    if (!this.#fold.isInside && lsn > this.#readLsn) this.#readLsn = lsn;
  }

  message(payload: Buffer): void {
    try {
      for (const output of this.#fold.take(payload)) {
        if (output.kind === 'commit' && this.#passes(output.transaction)) continue;
        this.#enqueue(output);
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Runs between two records: the connection carries one transaction at a time. @throws what the work throws */
  inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** Everything before this place is read, and stored where it is worth a record. */
  get readUpTo(): bigint {
    return this.#pendingOutputs === 0 ? this.#readLsn : this.#doneLsn;
  }

  /** Writes down up to where everything is stored. @returns that place, which may now be confirmed */
  async beat(): Promise<bigint> {
    // A long transaction is still coming in: the server only has to hear that we are here.
    if (this.#parts.store.isOpen) return 0n;
    const safe = this.readUpTo;
    const counted = this.#own;
    this.#own = { transactions: 0, rows: 0n };
    // Written down before it is confirmed: a slot that stands further was moved by somebody else.
    await this.#parts.store.heartbeat(safe, counted);
    return safe;
  }

  /** The platform's own transactions end here, without a step outside of this thread. */
  #passes({ endLsn, enrolment, enrolled, notes, rows, ddl, at }: Committed): boolean {
    this.#readLsn = endLsn;
    if (enrolment) this.#parts.sessions.enrol(enrolment.pid, enrolment.port, enrolment.kind, at);
    if (enrolled !== 'serve' || notes.length !== 1 || enrolment !== undefined || ddl > 0) return false;
    this.#own = { transactions: this.#own.transactions + 1, rows: this.#own.rows + rows };
    return this.#pendingOutputs === 0;
  }

  #enqueue(output: FoldOutput): void {
    const bytes = output.kind === 'rows' ? output.bytes : 0;
    this.#pendingBytes += bytes;
    this.#pendingOutputs += 1;
    if (this.#pendingBytes > pendingBytesMax && !this.#isPaused) {
      this.#isPaused = true;
      this.#stream?.pause();
    }
    this.inTurn(async () => {
      if (output.kind === 'rows') await this.#parts.store.keep(output.changes);
      else await this.#settle(output.transaction);
      this.#release(bytes);
    }).catch(this.#fail);
  }

  #release(bytes: number): void {
    this.#pendingBytes -= bytes;
    this.#pendingOutputs -= 1;
    if (!this.#isPaused || this.#pendingBytes >= pendingBytesMax / 2) return;
    this.#isPaused = false;
    this.#stream?.resume();
  }

  async #settle(transaction: Committed): Promise<void> {
    const { store, storedLsn } = this.#parts;
    const { enrolment, at, endLsn, isEmpty } = transaction;
    if (enrolment && isEmpty) await store.enrol(enrolment.pid, enrolment.port, enrolment.kind, at);
    if (endLsn <= storedLsn || isEmpty) await store.forget();
    else await this.#judge(transaction);
    this.#doneLsn = endLsn;
  }

  async #judge(transaction: Committed): Promise<void> {
    const { store, sessions, client, tell } = this.#parts;
    const { notes, enrolled, at, xid, endLsn, tables, rows, ddl } = transaction;
    const [note] = notes;
    if (!note) await sessions.look(client);
    const verdict = verdictOn({ notes, enrolled, seen: note ? [] : sessions.about(at, xid) });
    const { user, source, candidates, isForged } = verdict;
    if (verdict.kind === 'application' && ddl === 0) {
      await store.forget();
      return;
    }
    // A new month, or one that leaves: what the platform alters while it serves explains the watch, as a migration does.
    const kind = verdict.kind === 'bypass' ? 'bypass' : 'migration';
    const { address, application, pid, replica = false } = note ?? {};
    const writer = { user, source, candidates, address, application, pid, replica, forged: isForged };
    await store.finish({ kind, at, xid, lsn: endLsn, ...writer, tables, rows }, endLsn);
    if (kind === 'bypass') tell(xid);
  }
}

function foldFor({ sessions, secret }: ReaderParts): TransactionFold {
  return foldTransactions({
    enrolled: (pid, port, at) => sessions.enrolled(pid, port, at),
    isProven: provenBy(secret),
    isWatched,
    columnKey: witnessKey(secret, 'witness-columns'),
  });
}

/** By the list that is compiled into the program, and not the one in the database. */
function isWatched(relation: string): boolean {
  return !unwatched.some(({ schema, table }) =>
    table === undefined ? relation.startsWith(`${schema}.`) : relation === `${schema}.${table}`,
  );
}
