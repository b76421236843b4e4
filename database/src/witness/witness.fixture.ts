import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { createDatabase, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '../testing';
import { testServer, testUrl } from '../testing/test-server';
import { runWitness, type WitnessEvent } from './witness';

export const platformSecret = 'a secret for tests only, 32 characters or more';

/** A record of the witness with its changes, as the console reads it. */
export interface Told {
  readonly no: bigint;
  readonly kind: string;
  readonly xid: string | null;
  readonly at: Date;
  readonly user: string | null;
  readonly source: string;
  readonly replica: boolean;
  readonly forged: boolean;
  readonly tables: string[];
  readonly rows: bigint;
  readonly candidates: { login: string; application: string }[];
  readonly changes: { relation: string; operation: string; key: string | null; before: unknown; after: unknown }[];
}

export interface WatchedDatabase {
  readonly test: TestDatabase;
  /** The platform's own pool, enrolled. */
  readonly app: Database;
  readonly superuser: Database;
  readonly events: WitnessEvent[];
  readonly witnessUrl: string;
  /** What psql does: a session of its own, one statement after the other. @returns the transaction of the last */
  psql(url: string, ...statements: string[]): Promise<void>;
  start(): void;
  stop(): Promise<void>;
  /** Records after the last that was asked for, once there are so many. */
  told(count: number): Promise<Told[]>;
  /** Everything that was committed until now has been read. */
  settled(): Promise<void>;
  end(): Promise<void>;
}

/** A database with the audit log, two tables of the test under watch, and a witness that reads. */
export async function watchedDatabase(): Promise<WatchedDatabase> {
  const test = await testDatabase({ only: ['plugins/audit'] });
  const superuser = createDatabase({ connectionString: test.superuserUrl, max: 2 });
  const app = createDatabase({ connectionString: test.url, max: 2, enrol: { LINGGONG_SECRET: platformSecret } });
  const psql = async (url: string, ...statements: string[]): Promise<void> => {
    const client = new Client({ connectionString: url, application_name: 'psql' });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await psql(
    test.ownerUrl,
    `CREATE TABLE public.goods (id bigint PRIMARY KEY, name text, phone text, price bigint, card_sealed bytea, made_at timestamptz);
     CREATE TABLE public.moves (id bigint, day date NOT NULL, fen bigint, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
     CREATE TABLE public.moves_1 PARTITION OF public.moves FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
     GRANT SELECT, INSERT, UPDATE, DELETE ON public.goods, public.moves, public.moves_1 TO linggong_app;
     SELECT audit.watch_tables();
     INSERT INTO public.goods SELECT n, 'thing ' || n, '13800138000', n, '\\x0102', now() FROM generate_series(1, 5) n`,
  );
  const name = new URL(test.url).pathname.slice(1);
  const url = testUrl(testServer(), 'linggong_witness', name);
  const events: WitnessEvent[] = [];
  let running: { stop: AbortController; ended: Promise<void> } | undefined;
  let seen = 0n;

  const start = (): void => {
    const stop = new AbortController();
    const tell = (event: WitnessEvent): void => void events.push(event);
    const pace = { beatMs: 100, watchMs: 400 };
    const options = { url, secret: platformSecret, yieldsToOthers: false, signal: stop.signal, tell, pace };
    running = { stop, ended: runWitness(options) };
  };
  const stop = async (): Promise<void> => {
    running?.stop.abort();
    await running?.ended;
    running = undefined;
    await until('the slot is let go of', async () => {
      const active = await superuser.query(
        'SELECT FROM pg_replication_slots WHERE database = current_database() AND active',
      );
      return active.length === 0;
    });
  };
  const records = (): Promise<Told[]> =>
    superuser.query<Told>(
      `SELECT t.no, t.kind, t.xid::text AS xid, t.at, t.db_user AS "user", t.user_source AS source, t.replica_role AS replica,
              t.forged, t.tables::json AS tables, t.rows, t.candidates::json AS candidates,
              (SELECT COALESCE(json_agg(json_build_object('relation', relation, 'operation', operation, 'key', row_key,
                 'before', before::json, 'after', after::json) ORDER BY place), '[]') FROM witness.changes c
                WHERE c.transaction_no = t.no) AS changes
         FROM witness.transactions t WHERE t.no > $1 ORDER BY t.no`,
      [seen],
    );
  return {
    test,
    app,
    superuser,
    events,
    witnessUrl: url,
    psql,
    start,
    stop,
    async told(count) {
      let found: Told[] = [];
      await until(`${count} records`, async () => (found = await records()).length >= count);
      seen = found.at(-1)?.no ?? seen;
      return found;
    },
    async settled() {
      const { lsn } = await superuser.one<{ lsn: string }>('SELECT pg_current_wal_insert_lsn()::text AS lsn');
      await until('the log is read', async () => {
        const done = await superuser.query('SELECT FROM witness.state WHERE confirmed_lsn >= $1::pg_lsn', [lsn]);
        return done.length === 1;
      });
    },
    async end() {
      await stop();
      await app.close();
      await superuser.close();
      await test.drop();
    },
  };
}

/** Far above what a busy machine needs; beyond it something hangs. @throws Error */
async function until(what: string, ask: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2_000; tries += 1) {
    if (await ask()) return;
    await pause(50);
  }
  throw new Error(`waited in vain until ${what}`);
}
