import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Pool, type ClientBase, type PoolClient, type PoolConfig, type QueryConfig } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { enrolConnection } from '@linggong/config/audit';
import { columnParsers } from './column-parsers';
import { told } from './database-away';

/** Anything that answers SQL: the pool itself, or a transaction. */
export interface Queryable {
  /** Runs one statement and gives its rows. int8 arrives as bigint, numeric and date as text, timestamps as UTC Dates. */
  query<R = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  /** The only row, or undefined. @throws Error when there are several. */
  maybeOne<R = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<R | undefined>;
  /** The only row. @throws Error when there is none, or several. */
  one<R = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<R>;
  /**
   * As `maybeOne`, parsed and planned once a connection instead of at each call: for what every request asks. Only for look-ups by
   * key, whose plan fits any value. A pooler in between has to keep prepared statements.
   */
  prepared<R = Record<string, unknown>>(statement: Prepared, values: readonly unknown[]): Promise<R | undefined>;
  /** As `prepared`, for several rows by their keys. */
  preparedRows<R = Record<string, unknown>>(statement: Prepared, values: readonly unknown[]): Promise<R[]>;
}

/** A statement by its name, which no other has. */
export interface Prepared {
  readonly name: string;
  readonly sql: string;
}

export interface Tx extends Queryable {
  /** Streams `COPY … FROM STDIN`; gives the number of rows taken. */
  copyIn(sql: string, chunks: AsyncIterable<Buffer | string> | Iterable<Buffer | string>): Promise<number>;
  /** Runs after the commit, never after a rollback: for effects outside the database. */
  onCommit(effect: () => void | Promise<void>): void;
}

export interface Database extends Queryable {
  /** One transaction; an error thrown inside rolls it back and is passed on. */
  transaction<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

export interface DatabaseOptions extends Pick<PoolConfig, 'max' | 'statement_timeout' | 'application_name' | 'ssl'> {
  connectionString: string;
  /** Environment with the secret that enrols each connection with the witness of the log (旁证); absent: none is enrolled. */
  enrol?: Readonly<Record<string, string | undefined>>;
}

/**
 * A server that is gone without a word is noticed: half a minute for a connection, and probes on those that stand. Four of these are
 * kept, since opening one (a process, a salted password) takes longer than what is asked through it; what a rush opened beyond them
 * goes when it is over: each is a process of several megabytes on the server.
 */
const patience = {
  connectionTimeoutMillis: 30_000,
  min: 4,
  idleTimeoutMillis: 20_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
};

/**
 * Opens a pool of our own beside Strapi's: exact numbers, COPY, and arrays without an ORM in between. It outlives restarts of
 * the server: while that is away, callers get Problem 503 `database-away`.
 */
export function createDatabase({ enrol, ...options }: DatabaseOptions): Database {
  const onConnect = enrol && ((client: ClientBase): Promise<void> => enrolConnection(client, enrol));
  const pool = new Pool({
    max: 10,
    ...patience,
    options: '-c timezone=UTC',
    types: columnParsers,
    ...(onConnect && { onConnect }),
    ...options,
  });
  // An idle connection that the server closed is replaced at the next use; unheard, the event would end the process.
  pool.on('error', () => undefined);
  // The same for one in use: its query fails and tells its caller; the event itself says nothing more.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return {
    ...queryable((query) => pool.query(query).catch(told)),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}

type Run = (query: QueryConfig<unknown[]>) => Promise<{ rows: unknown[] }>;

function queryable(run: Run): Queryable {
  // The driver knows no row types; every caller states the shape of the columns it selects.
  const rowsOf = async <R>(query: QueryConfig<unknown[]>): Promise<R[]> => (await run(query)).rows as R[];
  const query = <R>(text: string, values: readonly unknown[] = []): Promise<R[]> =>
    rowsOf<R>({ text, values: [...values] });
  const maybeOne = async <R>(sql: string, values?: readonly unknown[]): Promise<R | undefined> =>
    atMostOne(await query<R>(sql, values));
  const one = async <R>(sql: string, values?: readonly unknown[]): Promise<R> => {
    const row = await maybeOne<R>(sql, values);
    if (row === undefined) throw new Error('expected one row, got none');
    return row;
  };
  const preparedRows = <R>({ name, sql }: Prepared, values: readonly unknown[]): Promise<R[]> =>
    rowsOf<R>({ name, text: sql, values: [...values] });
  const prepared = async <R>(statement: Prepared, values: readonly unknown[]): Promise<R | undefined> =>
    atMostOne(await preparedRows<R>(statement, values));
  return { query, maybeOne, one, prepared, preparedRows };
}

function atMostOne<R>(rows: readonly R[]): R | undefined {
  if (rows.length > 1) throw new Error(`expected at most one row, got ${rows.length}`);
  return rows[0];
}

async function inTransaction<R>(pool: Pool, work: (tx: Tx) => Promise<R>): Promise<R> {
  const effects: (() => void | Promise<void>)[] = [];
  const result = await commitOrRollBack(await pool.connect().catch(told), effects, work);
  for (const effect of effects) await effect();
  return result;
}

async function commitOrRollBack<R>(
  client: PoolClient,
  effects: (() => void | Promise<void>)[],
  work: (tx: Tx) => Promise<R>,
): Promise<R> {
  let broken: Error | undefined;
  try {
    await client.query('BEGIN').catch(told);
    const result = await work(transactionOn(client, effects));
    await client.query('COMMIT').catch(told);
    return result;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** A connection that cannot even roll back is thrown away instead of being handed to the next caller. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function transactionOn(client: PoolClient, effects: (() => void | Promise<void>)[]): Tx {
  return {
    ...queryable((query) => client.query(query).catch(told)),
    async copyIn(sql, chunks) {
      const sink = client.query(copyFrom(sql));
      await pipeline(Readable.from(chunks), sink);
      return sink.rowCount;
    },
    onCommit: (effect) => void effects.push(effect),
  };
}
