import type { Client } from 'pg';

/** What the platform's own sessions altered (自有变更), as the witness has recorded it. */
export interface OwnAlterations {
  /** Tables and parts of the watch, since the watch was last in order. */
  readonly names: ReadonlySet<string>;
  /** Newest record. */
  readonly head: bigint;
  /** Newest record when the watch was last in order. */
  readonly since: bigint;
}

/** From the records and not from memory: a witness that is started again may have read a migration before. */
export async function ownAlterations(client: Client): Promise<OwnAlterations> {
  const { rows } = await client.query<{ names: string[]; head: string; since: string }>(
    `SELECT s.watched_no AS since, COALESCE((SELECT max(no) FROM witness.transactions), 0) AS head,
            ARRAY(SELECT DISTINCT c.relation FROM witness.transactions t JOIN witness.changes c ON c.transaction_no = t.no
                   WHERE t.no > s.watched_no AND t.kind = 'migration' AND c.operation IN ('ddl', 'truncate')) AS names
       FROM witness.state s`,
  );
  const [row] = rows;
  return { names: new Set(row?.names), head: BigInt(row?.head ?? 0), since: BigInt(row?.since ?? 0) };
}

/** What was recorded until then explains nothing any more. */
export async function forgetAlterations(client: Client, upTo: bigint): Promise<void> {
  await client.query('UPDATE witness.state SET watched_no = $1', [upTo.toString()]);
}
