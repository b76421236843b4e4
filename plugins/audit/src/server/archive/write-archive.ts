import type { Queryable } from '@linggong/core';
import { merkleTree, rootOfText, type EntryText, type MerkleTree } from '../../domain';
import type { SignedRoot } from '../roots/root-rows';
import { isSignedBy, type TrustedKeys } from '../roots/signer';
import { chainStart, sha256 } from '../sha256';
import { blockAfter, digestOf, faultOfRows, rowsOf, type ArchivedRows, type BlockRow } from '../verifying/blocks';
import { blockLine, endLine, entryLine, headLine, rootLine } from './archive-lines';
import { allArchives, type OldMonth } from './archive-rows';
import { archiveWalk } from './archive-walk';

/** What an archive came to, once all of its bytes were taken. */
export interface ArchiveSum {
  rows: bigint;
  root: string;
}

/** A month may not be archived: not sealed, not signed, or not what was sealed. */
class NotArchivable extends Error {
  constructor(month: string, why: string) {
    super(`${month} is not archived: ${why}`);
    this.name = 'NotArchivable';
  }
}

/**
 * The bytes of the archive of a month. Every row, link and day that goes into it is recomputed first: what is not as it was sealed and
 * signed is not archived, and stays. Days are taken whole, so that each signed root can be computed from the archive alone.
 * @throws NotArchivable
 */
export async function* archiveBytes(
  db: Queryable,
  month: OldMonth,
  keys: TrustedKeys,
  sum: ArchiveSum,
): AsyncGenerator<Buffer> {
  const { rows } = await db.one<{ rows: bigint }>(
    'SELECT count(*) AS rows FROM audit.published_entries WHERE recorded_at >= $1 AND recorded_at < $2',
    [month.starts, month.ends],
  );
  yield headLine(month.month, rows);
  const writing: Writing = {
    db,
    month: month.month,
    keys,
    tree: merkleTree(sha256),
    // Rows of the month before, at the boundary, are proved by their own archive.
    archives: archiveWalk(await allArchives(db), undefined),
    sum,
  };
  for (const day of await daysOf(db, month)) yield* dayBytes(writing, day);
  if (sum.rows !== rows) throw new NotArchivable(month.month, `${rows - sum.rows} rows are not sealed and signed`);
  sum.root = hex(writing.tree.root());
  yield endLine(sum.rows, sum.root);
}

interface Writing {
  readonly db: Queryable;
  readonly month: string;
  readonly keys: TrustedKeys;
  readonly tree: MerkleTree;
  readonly archives: ArchivedRows;
  readonly sum: ArchiveSum;
}

interface Day extends SignedRoot {
  readonly firstBlock: bigint;
  readonly lastBlock: bigint;
}

/** Signed days that sealed rows of the month, most of them its own. */
function daysOf(db: Queryable, { starts, ends }: OldMonth): Promise<Day[]> {
  return db.query<Day>(
    `SELECT day::text AS day, signed, signature, public_key AS "publicKey", first_block AS "firstBlock", last_block AS "lastBlock"
       FROM audit.published_roots r
      WHERE EXISTS (SELECT FROM audit.published_blocks b
              WHERE b.no BETWEEN r.first_block AND r.last_block AND b.first_at < $2 AND b.last_at >= $1)
      ORDER BY r.day`,
    [starts, ends],
  );
}

async function* dayBytes(writing: Writing, day: Day): AsyncGenerator<Buffer> {
  const { db, month } = writing;
  const tree = merkleTree(sha256);
  let previous: Uint8Array = await hashOf(db, day.firstBlock - 1n);
  for (let no = day.firstBlock; no <= day.lastBlock; no += 1n) {
    const block = await blockAfter(db, no - 1n);
    if (!block) throw new NotArchivable(month, `block ${no} is missing`);
    const rows = await rowsOf(db, block);
    const fault = await faultOfRows(rows, block, no, previous, writing.archives);
    if (fault) throw new NotArchivable(month, `block ${no}: ${fault.kind} at entry ${fault.seq ?? 'none'}`);
    for (let at = 0; at < block.digests.length; at += 32) tree.add(block.digests.subarray(at, at + 32));
    yield Buffer.concat([blockLine(block), ...entryLines(writing, block, rows)]);
    previous = block.hash;
  }
  if (!isProved(day, hex(tree.root()), hex(previous), writing.keys)) {
    throw new NotArchivable(month, `the root of ${day.day} does not fit`);
  }
  yield rootLine(day);
}

async function hashOf(db: Queryable, no: bigint): Promise<Uint8Array> {
  if (no === 0n) return chainStart;
  return (await db.one<{ hash: Buffer }>('SELECT hash FROM audit.published_blocks WHERE no = $1', [no])).hash;
}

/** The rows of the block that are of the month, in the order of the block. */
function entryLines({ month, tree, sum }: Writing, { seqs }: BlockRow, rows: readonly EntryText[]): Buffer[] {
  const bySeq = new Map(rows.map((row) => [BigInt(row.seq ?? 0), row]));
  const own = seqs.flatMap((seq) => {
    const row = bySeq.get(seq);
    return row?.recorded_at?.startsWith(`${month}-`) ? [row] : [];
  });
  for (const row of own) tree.add(digestOf(row));
  sum.rows += BigInt(own.length);
  return own.map(entryLine);
}

function isProved({ signed, signature }: SignedRoot, root: string, head: string, keys: TrustedKeys): boolean {
  const told = rootOfText(signed);
  if (told?.root !== root || told.head !== head) return false;
  const key = keys.get(told.keyId);
  return key !== undefined && isSignedBy(key, signed, signature);
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
