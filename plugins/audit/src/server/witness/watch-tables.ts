import { setTimeout as pause } from 'node:timers/promises';

/** A connection or a pool: each statement is a transaction of its own. */
export type Ask = (sql: string, values: unknown[]) => Promise<readonly object[]>;

/** What became of it: how many tables were brought under watch, and which were held by somebody until the end. */
export interface Watching {
  readonly touched: number;
  readonly busy: readonly string[];
}

/** With two seconds of waiting for each lock (`audit.watch_table`) and the pauses between: some minutes for what never lets go. */
const roundsMax = 30;
const pauseMs = 1_000;

/** SQLSTATE of `lock_not_available`, and of a deadlock that was ended. */
const isBusy = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && ['55P03', '40P01'].includes(String(Reflect.get(error, 'code')));

/**
 * Brings what is new under the watch of the write-ahead log (旁证), a table at a time: only what differs is locked, no lock is held while
 * another is waited for, and what is busy is tried again. What stays busy is told, to the caller here and by the watch check.
 * @throws what the database throws for other reasons
 */
export async function bringUnderWatch(ask: Ask, rounds = roundsMax): Promise<Watching> {
  let touched = 0;
  let busy: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0) await pause(pauseMs);
    busy = [];
    for (const name of await namesToWatch(ask)) {
      try {
        await ask('SELECT audit.watch_table($1)', [name]);
        touched += 1;
      } catch (error) {
        if (!isBusy(error)) throw error;
        busy.push(name);
      }
    }
    if (busy.length === 0) break;
  }
  return { touched, busy };
}

async function namesToWatch(ask: Ask): Promise<string[]> {
  const rows = await ask('SELECT name FROM audit.tables_to_watch() AS name', []);
  return rows.map((row) => String(Reflect.get(row, 'name')));
}
