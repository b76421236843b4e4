import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { adoptSessions } from './adopt-sessions';
import { LogReader } from './log-reader';
import { streamLog } from './log-stream';
import { provenBy } from './proof';
import { createSessions } from './sessions';
import { notBounded, seeToSlot, slotName } from './slot';
import { witnessStore, type WitnessStore } from './store';
import { takeTurn } from './turn';
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
  | { readonly kind: 'not-bounded' }
  | { readonly kind: 'bypass'; readonly xid: number }
  | { readonly kind: 'broken'; readonly code: string };

const publication = 'linggong_watch';
const usualPace = { beatMs: 5_000, watchMs: 10_000 };
const sampleMs = 1_000;
const retryMs = 2_000;

/** Reads the write-ahead log until it is asked to stop; what breaks is begun again. */
export async function runWitness(options: WitnessOptions): Promise<void> {
  let last: WitnessEvent['kind'] | undefined;
  while (!options.signal.aborted) {
    try {
      await readOnce(options);
    } catch (error) {
      if (options.signal.aborted) return;
      const event = eventOf(codeOf(error));
      // It waits for the operator, who has been told.
      if (event.kind !== 'not-bounded' || last !== 'not-bounded') options.tell(event);
      last = event.kind;
    }
    await pause(retryMs, undefined, { signal: options.signal }).catch(() => undefined);
  }
}

function eventOf(code: string): WitnessEvent {
  if (code === notBounded) return { kind: 'not-bounded' };
  // Another process reads the slot: this one takes over when that ends.
  return code === '55006' ? { kind: 'standing-by' } : { kind: 'broken', code };
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
  const isTaken = await takeTurn(client);
  const active = await client.query('SELECT FROM pg_replication_slots WHERE slot_name = $1 AND active', [slot]);
  if (isTaken && active.rowCount === 0) return;
  throw Object.assign(new Error('the slot is being read'), { code: '55006' });
}

async function follow(client: Client, store: WitnessStore, slot: string, options: WitnessOptions): Promise<void> {
  const sessions = createSessions();
  for (const { pid, port, kind, at } of await store.enrolments()) sessions.enrol(pid, port, kind, at);
  await adoptSessions(client, store, sessions, provenBy(options.secret));
  const state = await store.state();
  const tell = (xid: number): void => options.tell({ kind: 'bypass', xid });
  const reader = new LogReader({
    client,
    store,
    sessions,
    storedLsn: state?.storedLsn ?? 0n,
    secret: options.secret,
    tell,
  });
  const stream = await streamLog(options.url, slot, publication, reader);
  reader.attach(stream);
  if (options.yieldsToOthers && stream.senderPid !== undefined) giveWay(stream.senderPid);
  options.tell({ kind: 'reading' });
  const { beatMs, watchMs } = options.pace ?? usualPace;
  const watch = createWatchCheck(client, store, () => reader.readUpTo);
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
