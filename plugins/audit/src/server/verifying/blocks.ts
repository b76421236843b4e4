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
  readonly last_instant: Date;
}

export async function blockAfter(db: Queryable, no: bigint): Promise<BlockRow | undefined> {
  return db.maybeOne<BlockRow>(
    `SELECT no, rows, seqs, digests, previous_hash, hash, first_at::text, last_at::text, sealed_at, last_at AS last_instant
     FROM audit.published_blocks WHERE no > $1 ORDER BY no LIMIT 1`,
    [no],
  );
}

/** The first fault of a block, or undefined: recomputes the digest of each of its rows as they stand now, and its links. */
export async function faultOfBlock(
  db: Queryable,
  block: BlockRow,
  expectedNo: bigint,
  previous: Uint8Array,
): Promise<AuditBreak | undefined> {
  if (block.no !== expectedNo) return { kind: 'chain', block: block.no, seq: null };
  const found = await digestsOf(db, block);
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

/** Digests of the rows of a block as they stand now. */
async function digestsOf(db: Queryable, { seqs, first_at, last_at }: BlockRow): Promise<Map<bigint, Uint8Array>> {
  const rows = await db.query<EntryText>(
    `SELECT ${asText} FROM audit.published_entries
     WHERE seq = ANY($1::bigint[]) AND recorded_at BETWEEN $2::timestamptz AND $3::timestamptz`,
    [seqs, first_at, last_at],
  );
  return new Map(
    rows.map((row) => [BigInt(row.seq ?? 0), sha256(Buffer.from(canonicalText(canonicalFields(row)), 'utf8'))]),
  );
}
