import type { Client } from 'pg';
import {
  chainBegin,
  changeDigest,
  changeText,
  lsnOf,
  lsnText,
  recordDigest,
  type ChangeText,
  type RecordText,
  type SeenSession,
  type UserSource,
} from '@linggong/audit/domain';
import { createHash, type Hash } from 'node:crypto';

type RowChange = Parameters<typeof changeText>[0];

/** A record of the witness without its place in the chain. */
export interface WitnessRecord {
  readonly kind: 'bypass' | 'migration' | 'watch' | 'gap';
  readonly at: Date;
  readonly xid?: number;
  readonly lsn?: bigint;
  readonly user?: string | undefined;
  readonly source: UserSource | 'none';
  readonly candidates?: readonly SeenSession[];
  readonly address?: string | undefined;
  readonly application?: string | undefined;
  readonly pid?: number | undefined;
  readonly replica?: boolean;
  readonly forged?: boolean;
  readonly tables: readonly string[];
  readonly rows: bigint;
}

/** Where the witness stands, as it was last written. */
export interface WitnessState {
  readonly slot: string;
  readonly storedLsn: bigint;
  readonly confirmedLsn: bigint;
  readonly heartbeatAt: Date;
}

/** The witness's own schema (旁证库), on a connection of its own. One writer: the slot sees to that. */
export interface WitnessStore {
  state(): Promise<WitnessState | undefined>;
  begin(slot: string, lsn: bigint): Promise<void>;
  /** Keeps rows of the transaction that is being read; they count only with `finish`. */
  keep(changes: readonly RowChange[]): Promise<void>;
  /** Ends what `keep` began. @param storedLsn up to where the log is stored with it */
  finish(record: WitnessRecord, storedLsn?: bigint): Promise<void>;
  /** Between `keep` and its end nothing else may be written. */
  readonly isOpen: boolean;
  /** The rows were the platform's own after all. */
  forget(): Promise<void>;
  enrol(pid: number, port: number, kind: string, at: Date): Promise<void>;
  enrolments(): Promise<{ pid: number; port: number; kind: 'serve' | 'migrate'; at: Date }[]>;
  heartbeat(confirmed: bigint, own: { transactions: number; rows: bigint }): Promise<void>;
  baseline(): Promise<Map<string, string>>;
  keepBaseline(marks: ReadonlyMap<string, string>): Promise<void>;
}

interface Unfinished {
  readonly no: bigint;
  readonly digests: Hash;
  kept: number;
}

export function witnessStore(client: Client): WitnessStore {
  let unfinished: Unfinished | undefined;

  const started = async (): Promise<Unfinished> => {
    if (unfinished) return unfinished;
    await client.query('BEGIN');
    const { rows } = await client.query<{ no: string }>(
      'SELECT (COALESCE(max(no), 0) + 1)::text AS no FROM witness.transactions',
    );
    unfinished = { no: BigInt(rows[0]?.no ?? '1'), digests: createHash('sha256'), kept: 0 };
    return unfinished;
  };

  return {
    get isOpen() {
      return unfinished !== undefined;
    },
    async keep(changes) {
      const one = await started();
      const texts = changes.map((change, index) => changeText(change, one.kept + index));
      one.kept += texts.length;
      await insertChanges(client, one, texts);
    },
    async finish(record, storedLsn) {
      const { no, digests, kept } = await started();
      const { rows } = await client.query<{ digest: Buffer }>(
        'SELECT digest FROM witness.transactions WHERE no = $1::bigint - 1',
        [no.toString()],
      );
      const previous = rows[0]?.digest ?? chainBegin;
      const text = recordText(no, record, BigInt(kept));
      await insertRecord(client, text, previous, recordDigest(previous, text, digests.digest()));
      if (storedLsn !== undefined) {
        await client.query('UPDATE witness.state SET stored_lsn = $1', [lsnText(storedLsn)]);
      }
      await client.query('COMMIT');
      unfinished = undefined;
    },
    async forget() {
      if (unfinished) await client.query('ROLLBACK');
      unfinished = undefined;
    },
    ...standing(client),
  };
}

/** What is rewritten, beside the chain. */
function standing(
  client: Client,
): Pick<WitnessStore, 'state' | 'begin' | 'enrol' | 'enrolments' | 'heartbeat' | 'baseline' | 'keepBaseline'> {
  return {
    async state() {
      const { rows } = await client.query<{ slot: string; stored: string; confirmed: string; at: Date }>(
        'SELECT slot, stored_lsn::text AS stored, confirmed_lsn::text AS confirmed, heartbeat_at AS at FROM witness.state',
      );
      const [row] = rows;
      if (!row) return undefined;
      return { slot: row.slot, storedLsn: lsnOf(row.stored), confirmedLsn: lsnOf(row.confirmed), heartbeatAt: row.at };
    },
    async begin(slot, lsn) {
      await client.query(
        `INSERT INTO witness.state (slot, watching_since, stored_lsn, confirmed_lsn, heartbeat_at)
         VALUES ($1, clock_timestamp(), $2, $2, clock_timestamp())
         ON CONFLICT (is_only) DO UPDATE SET slot = $1, stored_lsn = $2, confirmed_lsn = $2, heartbeat_at = clock_timestamp()`,
        [slot, lsnText(lsn)],
      );
    },
    async enrol(pid, port, kind, at) {
      await client.query(
        `INSERT INTO witness.enrolments (pid, port, kind, at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (pid, port) DO UPDATE SET kind = $3, at = $4`,
        [pid, port, kind, at],
      );
    },
    async enrolments() {
      // Of sessions that ended two days ago nothing is left in the log.
      await client.query(
        `DELETE FROM witness.enrolments e WHERE at < clock_timestamp() - interval '2 days'
            AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.pid = e.pid AND COALESCE(a.client_port, -1) = e.port)`,
      );
      const { rows } = await client.query<{ pid: number; port: number; kind: 'serve' | 'migrate'; at: Date }>(
        'SELECT pid, port, kind, at FROM witness.enrolments',
      );
      return rows;
    },
    async heartbeat(confirmed, own) {
      await client.query(
        `UPDATE witness.state SET confirmed_lsn = GREATEST(confirmed_lsn, $1), heartbeat_at = clock_timestamp(),
           own_transactions = own_transactions + $2, own_rows = own_rows + $3`,
        [lsnText(confirmed), own.transactions, own.rows.toString()],
      );
    },
    async baseline() {
      const { rows } = await client.query<{ name: string; mark: string }>('SELECT name, mark FROM witness.baseline');
      return new Map(rows.map(({ name, mark }) => [name, mark]));
    },
    async keepBaseline(marks) {
      await client.query(
        `WITH wanted AS (SELECT * FROM unnest($1::text[], $2::text[]) AS w(name, mark)),
              gone AS (DELETE FROM witness.baseline WHERE name NOT IN (SELECT name FROM wanted))
         INSERT INTO witness.baseline (name, mark) SELECT name, mark FROM wanted
         ON CONFLICT (name) DO UPDATE SET mark = EXCLUDED.mark`,
        [[...marks.keys()], [...marks.values()]],
      );
    },
  };
}

async function insertChanges(client: Client, one: Unfinished, texts: readonly ChangeText[]): Promise<void> {
  const digests = texts.map(changeDigest);
  for (const digest of digests) one.digests.update(digest);
  await client.query(
    `INSERT INTO witness.changes (transaction_no, place, relation, operation, row_key, before, after, digest)
     SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[])`,
    [
      one.no.toString(),
      texts.map(({ place }) => place),
      texts.map(({ relation }) => relation),
      texts.map(({ operation }) => operation),
      texts.map(({ rowKey }) => rowKey),
      texts.map(({ before }) => before),
      texts.map(({ after }) => after),
      digests,
    ],
  );
}

function recordText(no: bigint, record: WitnessRecord, kept: bigint): RecordText {
  const { kind, at, xid, lsn, user, source, candidates = [], address, application, pid, tables, rows } = record;
  return {
    no,
    kind,
    atMs: at.getTime(),
    xid: xid === undefined ? null : String(xid),
    lsn: lsn === undefined ? null : lsnText(lsn),
    user: user ?? null,
    source,
    candidates: JSON.stringify(candidates),
    address: address ?? null,
    application: application ?? null,
    pid: pid === undefined ? null : String(pid),
    replica: record.replica ?? false,
    forged: record.forged ?? false,
    tables: JSON.stringify(tables),
    rows,
    kept,
  };
}

async function insertRecord(client: Client, text: RecordText, previous: Buffer, digest: Buffer): Promise<void> {
  await client.query(
    `INSERT INTO witness.transactions (no, kind, at, xid, lsn, db_user, user_source, candidates, address, application, pid,
       replica_role, forged, tables, rows, kept, previous, digest)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      text.no.toString(),
      text.kind,
      new Date(text.atMs),
      text.xid,
      text.lsn,
      text.user,
      text.source,
      text.candidates,
      text.address,
      text.application,
      text.pid,
      text.replica,
      text.forged,
      text.tables,
      text.rows.toString(),
      text.kept.toString(),
      previous,
      digest,
    ],
  );
}
