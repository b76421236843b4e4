import { timingSafeEqual } from 'node:crypto';
import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { foldTransactions, verdictOn, type Committed, type FoldOutput } from '@linggong/audit/domain';
import { enrolmentProof, witnessKey } from '@linggong/config/audit';
import { streamLog, type LogStream } from './log-stream';
import { createSessions, type Sessions } from './sessions';
import { seeToSlot, slotName } from './slot';
import { witnessStore, type WitnessStore } from './store';
import { createWatchCheck } from './watch-check';

export interface WitnessOptions {
  /** Connection string of linggong_witness. */
  readonly url: string;
  /** LINGGONG_SECRET of the platform: it makes the proofs of its connections. */
  readonly secret: string;
  /** The server is ours: decoding gives way to the platform's own work. */
  readonly yieldsToOthers: boolean;
  readonly signal: AbortSignal;
  /** How often it writes down where it stands, and looks after the watch. */
  readonly pace?: { readonly beatMs: number; readonly watchMs: number };
  /** Words for the operator; codes only. */
  tell(event: WitnessEvent): void;
}

export type WitnessEvent =
  | { readonly kind: 'reading' }
  | { readonly kind: 'standing-by' }
  | { readonly kind: 'bypass'; readonly xid: number }
  | { readonly kind: 'broken'; readonly code: string };

const publication = 'linggong_watch';
const usualPace = { beatMs: 5_000, watchMs: 10_000 };
const sampleMs = 1_000;
const retryMs = 2_000;
/** What has been read and is not stored: beyond it the log waits on the server. */
const pendingBytesMax = 8 * 1024 * 1024;

/** Reads the write-ahead log until it is asked to stop; what breaks is begun again. */
export async function runWitness(options: WitnessOptions): Promise<void> {
  while (!options.signal.aborted) {
    try {
      await readOnce(options);
    } catch (error) {
      if (options.signal.aborted) return;
      const code = codeOf(error);
      // Another process reads the slot: this one takes over when that ends.
      options.tell(code === '55006' ? { kind: 'standing-by' } : { kind: 'broken', code });
    }
    await pause(retryMs, undefined, { signal: options.signal }).catch(() => undefined);
  }
}

/** A SQLSTATE, a code of the network, or the class of a fault in the program. Messages may quote rows. */
function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
}

async function readOnce(options: WitnessOptions): Promise<void> {
  const client = new Client({ connectionString: options.url, application_name: 'linggong-witness', keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const name = await slotName(client);
    await refuseSecond(client, name);
    const store = witnessStore(client);
    await seeToSlot(client, store, name);
    await follow(client, store, name, options);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @throws an error of code 55006 where the slot is being read: nothing may be written beside its reader */
async function refuseSecond(client: Client, slot: string): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(
    "SELECT pg_try_advisory_lock(hashtext('linggong witness')) AS taken",
  );
  const active = await client.query('SELECT FROM pg_replication_slots WHERE slot_name = $1 AND active', [slot]);
  if (rows[0]?.taken === true && active.rowCount === 0) return;
  throw Object.assign(new Error('the slot is being read'), { code: '55006' });
}

async function follow(client: Client, store: WitnessStore, slot: string, options: WitnessOptions): Promise<void> {
  const sessions = createSessions();
  for (const { pid, port, kind, at } of await store.enrolments()) sessions.enrol(pid, port, kind, at);
  const state = await store.state();
  const reader = createReader({ client, store, sessions, storedLsn: state?.storedLsn ?? 0n, options });
  const stream = await streamLog(options.url, slot, publication, reader);
  reader.attach(stream);
  if (options.yieldsToOthers && stream.senderPid !== undefined) giveWay(stream.senderPid);
  options.tell({ kind: 'reading' });
  const { beatMs, watchMs } = options.pace ?? usualPace;
  const watch = createWatchCheck(client, store);
  const round = new AbortController();
  const signal = AbortSignal.any([options.signal, round.signal]);
  const beat = (): Promise<void> => reader.inTurn(async () => stream.confirm(await reader.beat()));
  const look = async (): Promise<void> => (store.isOpen ? undefined : void (await watch.look()));
  try {
    await Promise.race([
      stream.ended,
      reader.failed,
      every(beatMs, signal, beat),
      every(sampleMs, signal, () => reader.inTurn(() => sessions.look(client))),
      every(watchMs, signal, () => reader.inTurn(look)),
    ]);
    if (!options.signal.aborted) throw Object.assign(new Error('the stream ended'), { code: '57P01' });
    await beat();
  } finally {
    round.abort();
    await stream.close();
  }
}

/** Ends when asked to stop. @throws the first failure of the work */
async function every(ms: number, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await work();
    await pause(ms, undefined, { signal }).catch(() => undefined);
  }
}

/** The server's process that decodes, and this thread: batches come first, the witness reads behind them. */
function giveWay(senderPid: number): void {
  for (const pid of [senderPid, 0]) {
    try {
      os.setPriority(pid, 10);
    } catch {
      // Another account's process on a machine that does not let us: then it reads as fast as everybody.
    }
  }
}

interface ReaderParts {
  readonly client: Client;
  readonly store: WitnessStore;
  readonly sessions: Sessions;
  /** Records up to here are stored; the server may send them again. */
  readonly storedLsn: bigint;
  readonly options: WitnessOptions;
}

interface Reader {
  message(payload: Buffer): void;
  caughtUpTo(lsn: bigint): void;
  attach(stream: LogStream): void;
  /** Runs between two records: the connection carries one transaction at a time. */
  inTurn(work: () => Promise<void>): Promise<void>;
  /** Writes down up to where everything is stored. @returns that place, which may now be confirmed */
  beat(): Promise<bigint>;
  /** Rejects when a message could not be read, or a record not be stored. */
  readonly failed: Promise<never>;
}

function createReader({ client, store, sessions, storedLsn, options }: ReaderParts): Reader {
  const key = witnessKey(options.secret, 'witness-enrolment');
  const fold = foldTransactions({
    enrolled: (pid, port, at) => sessions.enrolled(pid, port, at),
    isProven: ({ pid, claimedMs, kind, proof }) => {
      const right = enrolmentProof(key, { pid, atMs: claimedMs, kind });
      return proof.length === right.length && timingSafeEqual(proof, right);
    },
    columnKey: witnessKey(options.secret, 'witness-columns'),
  });
  let stream: LogStream | undefined;
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_resolve, reject) => (fail = reject));
  failed.catch(() => undefined);

  /** Everything that touches the connection, one after the other. */
  let turn: Promise<void> = Promise.resolve();
  let pendingBytes = 0;
  let pendingOutputs = 0;
  let isPaused = false;
  /** End of the last transaction that was read, or of what the server says there is. */
  let readLsn = storedLsn;
  /** End of the last that is stored, where something waits. */
  let doneLsn = storedLsn;
  let own = { transactions: 0, rows: 0n };

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const enqueue = (output: FoldOutput): void => {
    const bytes = output.kind === 'rows' ? output.bytes : 0;
    pendingBytes += bytes;
    pendingOutputs += 1;
    if (pendingBytes > pendingBytesMax && !isPaused) {
      isPaused = true;
      stream?.pause();
    }
    inTurn(async () => {
      await take(output);
      pendingBytes -= bytes;
      pendingOutputs -= 1;
      if (isPaused && pendingBytes < pendingBytesMax / 2) {
        isPaused = false;
        stream?.resume();
      }
    }).catch(fail);
  };

  const take = async (output: FoldOutput): Promise<void> => {
    if (output.kind === 'rows') {
      await store.keep(output.changes);
      return;
    }
    const { transaction } = output;
    await settle(transaction);
    doneLsn = transaction.endLsn;
  };

  const settle = async (transaction: Committed): Promise<void> => {
    const { enrolment, at, endLsn } = transaction;
    if (enrolment && transaction.isEmpty) await store.enrol(enrolment.pid, enrolment.port, enrolment.kind, at);
    if (endLsn <= storedLsn || transaction.isEmpty) {
      await store.forget();
      return;
    }
    if (transaction.notes.length === 0) await sessions.look(client);
    const verdict = verdictOn({
      notes: transaction.notes,
      enrolled: transaction.enrolled,
      seen: transaction.notes.length === 0 ? sessions.about(at, transaction.xid) : [],
    });
    if (verdict.kind === 'application') {
      await store.forget();
      return;
    }
    const [note] = transaction.notes;
    await store.finish(
      {
        kind: verdict.kind,
        at,
        xid: transaction.xid,
        lsn: endLsn,
        user: verdict.user,
        source: verdict.source,
        candidates: verdict.candidates,
        address: note?.address,
        application: note?.application,
        pid: note?.pid,
        replica: note?.replica ?? false,
        forged: verdict.isForged,
        tables: transaction.tables,
        rows: transaction.rows,
      },
      endLsn,
    );
    if (verdict.kind === 'bypass') options.tell({ kind: 'bypass', xid: transaction.xid });
  };

  /** The platform's own transactions end here, without a step outside of this thread. */
  const isOwn = ({ enrolled, notes, enrolment }: Committed): boolean =>
    enrolled === 'serve' && notes.length === 1 && enrolment === undefined;

  return {
    failed,
    inTurn,
    attach: (to) => void (stream = to),
    caughtUpTo: (lsn) => {
      if (!fold.isInside && lsn > readLsn) readLsn = lsn;
    },
    message: (payload) => {
      try {
        for (const output of fold.take(payload)) {
          if (output.kind === 'commit') {
            const { transaction } = output;
            readLsn = transaction.endLsn;
            if (transaction.enrolment) {
              const { pid, port, kind } = transaction.enrolment;
              sessions.enrol(pid, port, kind, transaction.at);
            }
            if (isOwn(transaction)) own = { transactions: own.transactions + 1, rows: own.rows + transaction.rows };
            if (isOwn(transaction) && pendingOutputs === 0) continue;
          }
          enqueue(output);
        }
      } catch (error) {
        fail(error);
      }
    },
    async beat() {
      // A long transaction is still coming in: the server only has to hear that we are here.
      if (store.isOpen) return 0n;
      const safe = pendingOutputs === 0 ? readLsn : doneLsn;
      const counted = own;
      own = { transactions: 0, rows: 0n };
      // Written down before it is confirmed: a slot that stands further was moved by somebody else.
      await store.heartbeat(safe, counted);
      return safe;
    },
  };
}
