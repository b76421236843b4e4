import { createHash } from 'node:crypto';
import type { Queryable } from '@linggong/core';
import { chainBegin, changeDigest, recordDigest, sameBytes, type ChangeText, type RecordText } from '../../domain';
import { lostHead } from './witness-head';

export interface WitnessVerification {
  readonly records: bigint;
  /** Number of the first record that is not what it was, or that is missing. */
  readonly broken: bigint | undefined;
}

type Row = RecordText & { readonly previous: Buffer; readonly digest: Buffer };

const recordsAtOnce = 200;
const changesAtOnce = 5_000;

/**
 * Recomputes the chain of the witness (旁证链) from its first record, and trusts no function of the database; then looks for every head
 * of it that the audit log has noted, since nothing in a chain tells that its end was cut off.
 */
export async function verifyWitness(db: Queryable): Promise<WitnessVerification> {
  let previous: Buffer = chainBegin;
  let records = 0n;
  for (;;) {
    const rows = await recordsAfter(db, records);
    for (const row of rows) {
      const changes = await changesDigest(db, row.no);
      const isNext = row.no === records + 1n && sameBytes(row.previous, previous);
      if (
        !isNext ||
        !changes ||
        !sameBytes(row.digest, recordDigest(previous, row, changes.digest)) ||
        changes.count !== row.kept
      ) {
        return { records, broken: records + 1n };
      }
      previous = row.digest;
      records = row.no;
    }
    if (rows.length < recordsAtOnce) return { records, broken: await cutFrom(db, records) };
  }
}

async function cutFrom(db: Queryable, records: bigint): Promise<bigint | undefined> {
  const lost = await lostHead(db);
  return lost !== undefined && lost > records ? records + 1n : lost;
}

function recordsAfter(db: Queryable, no: bigint): Promise<Row[]> {
  return db.query<Row>(
    `SELECT no, kind, (extract(epoch FROM at) * 1000)::bigint::text::float8 AS "atMs", xid::text AS xid, lsn::text AS lsn, db_user AS user,
            user_source AS source, candidates, address, application, pid::text AS pid, replica_role AS replica, forged,
            tables, rows, kept, previous, digest
       FROM witness.published_transactions WHERE no > $1 ORDER BY no LIMIT ${recordsAtOnce}`,
    [no],
  );
}

/** Undefined where one change is not what it was. */
async function changesDigest(db: Queryable, no: bigint): Promise<{ digest: Buffer; count: bigint } | undefined> {
  const all = createHash('sha256');
  let count = 0;
  for (;;) {
    const rows = await db.query<ChangeText & { digest: Buffer }>(
      `SELECT place, relation, operation, row_key AS "rowKey", before, after, digest FROM witness.published_changes
        WHERE transaction_no = $1 AND place >= $2 ORDER BY place LIMIT ${changesAtOnce}`,
      [no, count],
    );
    for (const row of rows) {
      const digest = changeDigest(row);
      if (row.place !== count || !sameBytes(digest, row.digest)) return undefined;
      all.update(digest);
      count += 1;
    }
    if (rows.length < changesAtOnce) return { digest: all.digest(), count: BigInt(count) };
  }
}
