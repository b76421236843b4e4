import type { Command, Queryable } from '@linggong/core';
import { enterpriseOf, type LedgerEntry } from '../domain';
import { plainArray } from './literals';
import { keyConflict } from './problems';

/** An entry on its way into the books: its hash, and what it reverses. */
export interface PreparedEntry {
  entry: LedgerEntry;
  inputSha256: string;
  reversesKey?: string;
}

export interface ClaimedEntry extends PreparedEntry {
  transactionId: bigint;
}

interface Claim {
  fresh: ClaimedEntry[];
  /** Keys that were booked before with the same body. */
  repeated: string[];
}

/**
 * Takes the idempotency keys. A key that another transaction is just taking is waited for, then seen as taken.
 * @throws Problem 409 `ledger.idempotency-conflict`
 */
export async function claimKeys(tx: Queryable, prepared: readonly PreparedEntry[]): Promise<Claim> {
  const taken = await tx.query<{ key: string; transactionId: bigint }>(
    `INSERT INTO ledger.transaction_keys (key, occurred_at, input_sha256)
     SELECT key, occurred_at, decode(sha, 'hex')
       FROM unnest($1::text[], $2::timestamptz[], $3::text[]) AS entry (key, occurred_at, sha)
      ORDER BY key COLLATE "C"
     ON CONFLICT (key) DO NOTHING
     RETURNING key, transaction_id AS "transactionId"`,
    [
      prepared.map(({ entry }) => entry.key),
      plainArray(prepared.map(({ entry }) => entry.occurredAt.toISOString())),
      plainArray(prepared.map(({ inputSha256 }) => inputSha256)),
    ],
  );
  const ids = new Map(taken.map(({ key, transactionId }) => [key, transactionId]));
  const fresh: ClaimedEntry[] = [];
  const old: PreparedEntry[] = [];
  for (const item of prepared) {
    const transactionId = ids.get(item.entry.key);
    if (transactionId === undefined) old.push(item);
    else fresh.push({ ...item, transactionId });
  }
  await refuseOtherBodies(tx, old);
  return { fresh, repeated: old.map(({ entry }) => entry.key) };
}

async function refuseOtherBodies(tx: Queryable, old: readonly PreparedEntry[]): Promise<void> {
  if (old.length === 0) return;
  const conflicts = await tx.query<{ key: string }>(
    `SELECT k.key FROM unnest($1::text[], $2::text[]) AS entry (key, sha) JOIN ledger.transaction_keys k USING (key)
      WHERE k.input_sha256 <> decode(sha, 'hex') ORDER BY 1`,
    [old.map(({ entry }) => entry.key), plainArray(old.map(({ inputSha256 }) => inputSha256))],
  );
  if (conflicts.length > 0) throw keyConflict(conflicts.map(({ key }) => key));
}

/** Makes sure that the partitions of all event times stand (later years come with their first posting). */
export async function ensureMonths(tx: Queryable, entries: readonly ClaimedEntry[]): Promise<void> {
  const times = entries.map(({ entry }) => entry.occurredAt.getTime());
  const [first, last] = [Math.min(...times), Math.max(...times)];
  await tx.query(
    `SELECT ledger.ensure_months(($1::timestamptz AT TIME ZONE 'Asia/Shanghai')::date,
                                 ($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date)`,
    [new Date(first), new Date(last)],
  );
}

/** One statement for all transactions. */
export async function insertTransactions(
  tx: Queryable,
  command: Command,
  entries: readonly ClaimedEntry[],
): Promise<void> {
  await tx.query(
    `INSERT INTO ledger.transactions
       (id, occurred_at, key, kind, reference, memo, reverses_key, enterprise_id, recorded_at, actor, trace_id)
     SELECT entry.*, $9, $10, $11
       FROM unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[]) AS entry`,
    [
      plainArray(entries.map(({ transactionId }) => transactionId)),
      plainArray(entries.map(({ entry }) => entry.occurredAt.toISOString())),
      entries.map(({ entry }) => entry.key),
      entries.map(({ entry }) => entry.kind),
      entries.map(({ entry }) => entry.reference ?? null),
      entries.map(({ entry }) => entry.memo ?? null),
      entries.map(({ reversesKey }) => reversesKey ?? null),
      entries.map(({ entry }) => enterpriseOf(entry.postings)),
      command.at,
      command.actor.name,
      command.traceId,
    ],
  );
}

interface PostingColumns {
  transactionId: bigint[];
  line: number[];
  occurredAt: string[];
  source: bigint[];
  destination: bigint[];
  amountFen: bigint[];
}

/** One statement for all postings; its trigger moves the balances. */
export async function insertPostings(
  tx: Queryable,
  entries: readonly ClaimedEntry[],
  ids: ReadonlyMap<string, bigint>,
): Promise<void> {
  const columns = postingColumns(entries, ids);
  await tx.query(
    `INSERT INTO ledger.postings (transaction_id, line, occurred_at, source_id, destination_id, amount_fen)
     SELECT * FROM unnest($1::bigint[], $2::int[], $3::timestamptz[], $4::bigint[], $5::bigint[], $6::bigint[])`,
    [
      plainArray(columns.transactionId),
      plainArray(columns.line),
      plainArray(columns.occurredAt),
      plainArray(columns.source),
      plainArray(columns.destination),
      plainArray(columns.amountFen),
    ],
  );
}

function postingColumns(entries: readonly ClaimedEntry[], ids: ReadonlyMap<string, bigint>): PostingColumns {
  const columns: PostingColumns = {
    transactionId: [],
    line: [],
    occurredAt: [],
    source: [],
    destination: [],
    amountFen: [],
  };
  for (const { entry, transactionId } of entries) {
    const occurredAt = entry.occurredAt.toISOString();
    for (const [index, { source, destination, amountFen }] of entry.postings.entries()) {
      columns.transactionId.push(transactionId);
      columns.line.push(index + 1);
      columns.occurredAt.push(occurredAt);
      // Every code was resolved before; an id that is missing here would be refused by the trigger.
      columns.source.push(ids.get(source) ?? 0n);
      columns.destination.push(ids.get(destination) ?? 0n);
      columns.amountFen.push(amountFen);
    }
  }
  return columns;
}
