import type { Queryable } from '@linggong/core';
import {
  canonicalColumns,
  canonicalFields,
  canonicalText,
  checkBlock,
  type AuditBreak,
  type EntryText,
} from '../../domain';
import { sha256 } from '../sha256';

export interface BlockRow {
  readonly no: bigint;
  readonly rows: number;
  readonly seqs: bigint[];
  readonly digests: Buffer;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
  readonly first_at: string;
  readonly last_at: string;
  readonly sealed_at: Date;
  readonly first_instant: Date;
  readonly last_instant: Date;
}

export async function blockAfter(db: Queryable, no: bigint): Promise<BlockRow | undefined> {
  return db.maybeOne<BlockRow>(
    `SELECT no, rows, seqs, digests, previous_hash, hash, first_at::text, last_at::text, sealed_at, first_at AS first_instant, last_at AS last_instant
     FROM audit.published_blocks WHERE no > $1 ORDER BY no LIMIT 1`,
    [no],
  );
}

/** Rows of a block that are no longer in the database, because their month was archived. */
export interface ArchivedRows {
  /** Adds the digests of those that are in archives. @returns a fault where one of the archives does not open */
  fill(block: BlockRow, found: Map<bigint, Uint8Array>): Promise<AuditBreak | undefined>;
}

/**
 * The first fault of a block, or undefined: recomputes the digest of each of its rows as they stand now, and its links.
 * @param archives where rows are looked for that the database has no longer
 */
export async function faultOfBlock(
  db: Queryable,
  block: BlockRow,
  expectedNo: bigint,
  previous: Uint8Array,
  archives?: ArchivedRows,
): Promise<AuditBreak | undefined> {
  return faultOfRows(await rowsOf(db, block), block, expectedNo, previous, archives);
}

/** The same for rows that are at hand. */
export async function faultOfRows(
  rows: readonly EntryText[],
  block: BlockRow,
  expectedNo: bigint,
  previous: Uint8Array,
  archives?: ArchivedRows,
): Promise<AuditBreak | undefined> {
  if (block.no !== expectedNo) return { kind: 'chain', block: block.no, seq: null };
  const found = new Map<bigint, Uint8Array>(rows.map((row) => [BigInt(row.seq ?? 0), digestOf(row)]));
  if (found.size < block.seqs.length) {
    const fault = await archives?.fill(block, found);
    if (fault) return fault;
  }
  const { no, seqs, digests, previous_hash: previousHash, hash } = block;
  return checkBlock({ no, seqs, digests, previousHash, hash }, found, previous, sha256);
}

const instants = new Set(['recorded_at', 'at']);
const asText = canonicalColumns
  .map((column) =>
    instants.has(column)
      ? `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS ${column}`
      : `${column}::text AS ${column}`,
  )
  .join(', ');

/** The rows of a block that are in the database, as they stand now. */
export function rowsOf(db: Queryable, { seqs, first_at, last_at }: BlockRow): Promise<EntryText[]> {
  return db.query<EntryText>(
    `SELECT ${asText} FROM audit.published_entries
     WHERE seq = ANY($1::bigint[]) AND recorded_at BETWEEN $2::timestamptz AND $3::timestamptz`,
    [seqs, first_at, last_at],
  );
}

/** The digest of an entry, computed here and not by the database. */
export function digestOf(entry: EntryText): Buffer {
  return sha256(Buffer.from(canonicalText(canonicalFields(entry)), 'utf8'));
}
