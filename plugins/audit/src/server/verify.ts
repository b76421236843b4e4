import { createHash } from 'node:crypto';
import type { Queryable } from '@linggong/core';
import {
  canonicalColumns,
  canonicalFields,
  canonicalText,
  checkBlock,
  sameBytes,
  type AuditBreak,
  type EntryText,
} from '../domain';
import { nameBreak, type NamedBreak } from './name-break';

export interface Verification {
  ok: boolean;
  firstBroken?: NamedBreak;
  /** Everything recorded up to here is sealed; null before the first block. */
  sealedUntil: Date | null;
  blocks: number;
  rows: number;
  /** The end of the chain: written down outside the database, it proves later that no older block was rewritten. */
  head: SealHead | null;
}

export interface SealHead {
  block: bigint;
  /** hex */
  hash: string;
}

export interface VerifyOptions {
  /** Ends of the chain noted earlier, outside the database. */
  anchors?: readonly SealHead[];
  /** An entry that waits longer than this for its seal is a fault, in seconds. */
  unsealedSecondsMax?: number;
}

interface BlockRow {
  no: bigint;
  rows: number;
  seqs: bigint[];
  digests: Buffer;
  previous_hash: Buffer;
  hash: Buffer;
  first_at: string;
  last_at: string;
  sealed_at: Date;
  last_instant: Date;
}

const start = sha256(Buffer.from('linggong audit'));

/**
 * Reads the whole log and recomputes every digest and link here, outside the database, so that no function of the database
 * has to be believed. Finds the first sealed row that is not what it was: changed, missing, added, or a block replaced.
 */
export async function verifyLog(db: Queryable, options: VerifyOptions = {}): Promise<Verification> {
  const { unsealedSecondsMax = 600, anchors = [] } = options;
  const found: Verification = { ok: true, sealedUntil: null, blocks: 0, rows: 0, head: null };
  let previous: Uint8Array = start;
  for (;;) {
    const block = await nextBlock(db, found.head?.block ?? 0n);
    if (block === undefined) break;
    const fault = await faultOf(db, block, previous, found.blocks + 1, anchors);
    if (fault) return { ...found, ok: false, firstBroken: await nameBreak(db, fault) };
    previous = block.hash;
    found.blocks += 1;
    found.rows += block.rows;
    found.sealedUntil = block.last_instant;
    found.head = { block: block.no, hash: block.hash.toString('hex') };
  }
  const last = lostAnchor(anchors, found.head) ?? (await strayEntry(db, unsealedSecondsMax));
  return last ? { ...found, ok: false, firstBroken: await nameBreak(db, last) } : found;
}

async function nextBlock(db: Queryable, after: bigint): Promise<BlockRow | undefined> {
  return db.maybeOne<BlockRow>(
    `SELECT no, rows, seqs, digests, previous_hash, hash, first_at::text, last_at::text, sealed_at, last_at AS last_instant
     FROM audit.published_blocks WHERE no > $1 ORDER BY no LIMIT 1`,
    [after],
  );
}

async function faultOf(
  db: Queryable,
  block: BlockRow,
  previous: Uint8Array,
  expectedNo: number,
  anchors: readonly SealHead[],
): Promise<AuditBreak | undefined> {
  if (block.no !== BigInt(expectedNo)) return { kind: 'chain', block: block.no, seq: null };
  const digests = await digestsOf(db, block);
  const { no, seqs, previous_hash: previousHash, hash } = block;
  const fault = checkBlock({ no, seqs, digests: block.digests, previousHash, hash }, digests, previous, sha256);
  if (fault) return fault;
  const anchor = anchors.find((one) => one.block === no);
  if (anchor && !sameBytes(hash, Buffer.from(anchor.hash, 'hex'))) return { kind: 'seal', block: no, seq: null };
  return undefined;
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
    rows.map((row) => {
      return [BigInt(row.seq ?? 0), sha256(Buffer.from(canonicalText(canonicalFields(row)), 'utf8'))];
    }),
  );
}

/** A noted end of the chain that is no longer there: the log was cut. */
function lostAnchor(anchors: readonly SealHead[], head: SealHead | null): AuditBreak | undefined {
  const lost = anchors.find(({ block }) => block > (head?.block ?? 0n));
  return lost && { kind: 'missing', block: lost.block, seq: null };
}

/** An entry that is in no block: slipped in beside the function, or kept from being sealed. */
async function strayEntry(db: Queryable, unsealedSecondsMax: number): Promise<AuditBreak | undefined> {
  const late = await db.maybeOne<{ seq: bigint }>(
    `SELECT seq FROM audit.published_unsealed WHERE recorded_at < clock_timestamp() - make_interval(secs => $1)
     ORDER BY seq LIMIT 1`,
    [unsealedSecondsMax],
  );
  if (late) return { kind: 'unsealed', block: null, seq: late.seq };
  // Every sealed row has just been seen, so any surplus is an entry that nobody has sealed or will seal: looked for by name
  // only then, since the search reads all sequence numbers.
  const { surplus } = await db.one<{ surplus: bigint }>(
    `SELECT (SELECT count(*) FROM audit.published_entries) - (SELECT count(*) FROM audit.published_unsealed)
       - (SELECT COALESCE(sum(rows), 0) FROM audit.published_blocks)::bigint AS surplus`,
  );
  return surplus > 0n ? { kind: 'added', block: null, seq: await addedEntry(db) } : undefined;
}

async function addedEntry(db: Queryable): Promise<bigint | null> {
  const row = await db.maybeOne<{ seq: bigint }>(
    `SELECT min(seq) AS seq FROM (
       (SELECT seq FROM audit.published_entries
        EXCEPT SELECT unnest(seqs) FROM audit.published_blocks EXCEPT SELECT seq FROM audit.published_unsealed)
       UNION ALL SELECT seq FROM audit.published_entries GROUP BY seq HAVING count(*) > 1) AS added`,
  );
  return row?.seq ?? null;
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
