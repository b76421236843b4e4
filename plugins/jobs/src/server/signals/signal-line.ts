import { Client } from 'pg';
import type { Log } from '../log';

/** The channel on which triggers tell that a run or a batch moved. */
export const progressChannel = 'linggong_progress';

/** `undefined`: the line was opened, perhaps anew, and something may have been missed meanwhile. */
export type SignalListener = (signal: string | undefined) => void;

/** What moved anywhere in the platform, as it commits, whichever process did it (LISTEN/NOTIFY of PostgreSQL). */
export interface SignalLine {
  /** Hears until the function that it gives is called. */
  hear(listener: SignalListener): () => void;
  /** Connections that it holds: one while somebody hears, none otherwise. */
  connections(): number;
  close(): Promise<void>;
}

interface SignalLineOptions {
  readonly connectionString: string;
  readonly log: Log;
  /** How long it waits before it connects once more. */
  readonly retryMs?: number;
}

/** One connection for all who hear in this process; it opens with the first and closes with the last. */
export function createSignalLine({ connectionString, log, retryMs = 2_000 }: SignalLineOptions): SignalLine {
  const listeners = new Set<SignalListener>();
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const tell = (signal: string | undefined): void => listeners.forEach((listener) => listener(signal));

  function drop(lost: Client): void {
    lost.removeAllListeners('notification');
    void lost.end().catch(() => undefined);
    if (lost !== client) return;
    client = undefined;
    if (listeners.size === 0) return;
    log.warn('jobs: the line of signals was lost; connecting again');
    clearTimeout(retry);
    retry = setTimeout(open, retryMs).unref();
  }

  function open(): void {
    if (client !== undefined || listeners.size === 0) return;
    const fresh = new Client({
      connectionString,
      application_name: 'linggong-signals',
      connectionTimeoutMillis: 30_000,
      keepAlive: true,
    });
    client = fresh;
    fresh.on('error', () => drop(fresh));
    fresh.on('end', () => drop(fresh));
    fresh.on('notification', ({ payload }) => tell(payload));
    fresh
      .connect()
      .then(() => fresh.query(`LISTEN ${progressChannel}`))
      .then(
        () => tell(undefined),
        () => drop(fresh),
      );
  }

  async function shut(): Promise<void> {
    clearTimeout(retry);
    const standing = client;
    client = undefined;
    await standing?.end().catch(() => undefined);
  }

  return {
    hear(listener) {
      listeners.add(listener);
      open();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) void shut();
      };
    },
    connections: () => (client === undefined ? 0 : 1),
    async close() {
      listeners.clear();
      await shut();
    },
  };
}
