import { Client } from 'pg';
import type { Log } from './log';

/** Class of our advisory locks: one lock a working process, held on one connection for its whole life. */
export const presenceClass = 1818;

export interface Presence {
  /** Number of this process in `jobs.processes`. */
  id(): Promise<number>;
  /** Called on each wake-up of the outbox (NOTIFY). */
  onWake(listener: () => void): void;
  close(): Promise<void>;
}

interface PresenceOptions {
  connectionString: string;
  pid: number;
  log: Log;
  /** How often the process says that it lives. */
  beatMs: number;
}

/**
 * One connection by which a process is known to live: it holds an advisory lock, beats, and listens for the outbox. Killed
 * with -9, its lock is gone at once; a broken connection is made anew with the same number.
 */
export function createPresence({ connectionString, pid, log, beatMs }: PresenceOptions): Presence {
  const listeners: (() => void)[] = [];
  let number: number | undefined;
  let current: Promise<Client> | undefined;
  let standing: Client | undefined;
  let closed = false;

  async function connect(): Promise<Client> {
    const client = new Client({
      connectionString,
      application_name: 'linggong-presence',
      connectionTimeoutMillis: 30_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    client.on('error', () => drop(client));
    client.on('end', () => drop(client));
    client.on('notification', () => listeners.forEach((wake) => wake()));
    try {
      await enter(client);
    } catch (error) {
      // Half opened it would hold its place, and perhaps the lock, for as long as this process lives.
      await client.end().catch(() => undefined);
      throw error;
    }
    standing = client;
    return client;
  }

  async function enter(client: Client): Promise<void> {
    await client.connect();
    if (number !== undefined) await endFormer(client, number);
    number ??= Number((await client.query(`SELECT nextval('jobs.process_ids') AS id`)).rows[0].id);
    await client.query('SELECT pg_advisory_lock($1, $2)', [presenceClass, number]);
    await beat(client, number, pid);
    await client.query('LISTEN linggong_outbox');
  }

  /** Both events of a lost connection come here, and those of one that was replaced already. */
  function drop(client: Client): void {
    client.removeAllListeners('notification');
    if (client !== standing) return;
    standing = undefined;
    current = undefined;
    if (!closed) log.warn('jobs: the presence connection was lost; connecting again');
  }

  function connected(): Promise<Client> {
    current ??= connect().catch((error: unknown) => {
      current = undefined;
      throw error;
    });
    return current;
  }

  // The beat also notices a lost connection and opens the next one.
  const timer = setInterval(() => {
    if (number === undefined) return;
    const id = number;
    connected()
      .then((client) => beat(client, id, pid))
      .catch(() => undefined);
  }, beatMs);
  timer.unref();

  return {
    async id() {
      await connected();
      // connect() has given the number before it resolved.
      return number as number;
    },
    onWake: (listener) => void listeners.push(listener),
    async close() {
      closed = true;
      clearInterval(timer);
      const client = await current?.catch(() => undefined);
      if (client === undefined) return;
      await client.query('DELETE FROM jobs.processes WHERE id = $1', [number]).catch(() => undefined);
      await client.end().catch(() => undefined);
    },
  };
}

/** Our own earlier connection, of which the server may not know yet that it is lost: it would keep the lock from us. */
async function endFormer(client: Client, id: number): Promise<void> {
  await client
    .query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks
        WHERE locktype = 'advisory' AND classid = $1 AND objid = $2 AND objsubid = 2 AND granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid <> pg_backend_pid()`,
      [presenceClass, id],
    )
    // Not allowed everywhere: then the lock is waited for.
    .catch(() => undefined);
}

async function beat(client: Client, id: number, pid: number): Promise<void> {
  await client.query(
    `INSERT INTO jobs.processes (id, pid) VALUES ($1, $2)
     ON CONFLICT (id) DO UPDATE SET pid = EXCLUDED.pid, seen_at = now()`,
    [id, pid],
  );
}
