import type { Database } from '@linggong/core';
import { addDays } from '@linggong/core/domain';
import { merkleTree, noRootBefore, rootOfText, signedText, type DayRoot } from '../../domain';
import { chainStart, sha256 } from '../sha256';
import { blockAfter, faultOfBlock } from '../verifying/blocks';
import { keepRoot, lastRoot } from './root-rows';
import type { RootSigner } from './signer';

/** Days of one run: a year that nobody looked at; the rest waits for the next run. */
const daysMax = 400;

/**
 * Signs every day that is over and has no root yet, after it has itself recomputed the rows of that day. Days are those of the
 * database's clock, which dates the blocks.
 * @returns the days signed, the oldest first
 * @throws Error where a row of the day is not what was sealed: such a day is not signed
 */
export async function signDays(db: Database, signer: RootSigner): Promise<string[]> {
  const signed: string[] = [];
  for (let count = 0; count < daysMax; count += 1) {
    const day = await signNext(db, signer);
    if (day === undefined) break;
    signed.push(day);
  }
  return signed;
}

async function signNext(db: Database, signer: RootSigner): Promise<string | undefined> {
  const before = await lastRoot(db);
  const last = before && rootOfText(before.signed);
  if (before && !last) throw new Error(`the root of ${before.day} is not readable; nothing is signed after it`);
  const day = last ? addDays(last.day, 1) : await firstDay(db);
  if (day === undefined) return undefined;
  const range = await rangeOf(db, day, last?.lastBlock ?? 0n);
  if (!range.isOver) return undefined;
  const root: DayRoot = {
    day,
    ...(await treeOf(db, (last?.lastBlock ?? 0n) + 1n, range.lastBlock, last?.head)),
    previous: before ? sha256(Buffer.from(before.signed)).toString('hex') : noRootBefore,
    keyId: signer.keyId,
    signedAt: range.now.toISOString(),
  };
  const text = signedText(root);
  const signature = await signer.sign(text);
  const kept = await keepRoot(db, root, { signed: text, signature, publicKey: signer.publicKey });
  return kept ? day : undefined;
}

async function firstDay(db: Database): Promise<string | undefined> {
  const row = await db.maybeOne<{ day: string }>(
    `SELECT (sealed_at AT TIME ZONE 'Asia/Shanghai')::date::text AS day FROM audit.published_blocks ORDER BY no LIMIT 1`,
  );
  return row?.day;
}

interface Range {
  readonly isOver: boolean;
  readonly now: Date;
  /** The last block that was sealed on that day or before. */
  readonly lastBlock: bigint;
}

/** Blocks are dated in their order, so those of a day are the ones after the last root that were sealed before its end. */
function rangeOf(db: Database, day: string, after: bigint): Promise<Range> {
  return db.one<Range>(
    `WITH day AS (SELECT (($1::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') AS ends)
     SELECT clock_timestamp() >= ends AS "isOver", clock_timestamp() AS now,
       coalesce((SELECT max(no) FROM audit.published_blocks WHERE no > $2 AND sealed_at < ends), $2) AS "lastBlock" FROM day`,
    [day, after],
  );
}

/** The tree over the digests of the blocks from `first` to `last`, each recomputed from its rows. */
async function treeOf(
  db: Database,
  first: bigint,
  last: bigint,
  headBefore: string | undefined,
): Promise<Pick<DayRoot, 'firstBlock' | 'lastBlock' | 'rows' | 'root' | 'head'>> {
  const tree = merkleTree(sha256);
  let head = headBefore === undefined ? chainStart : Buffer.from(headBefore, 'hex');
  let rows = 0n;
  for (let no = first; no <= last; no += 1n) {
    const block = await blockAfter(db, no - 1n);
    if (!block) throw new Error(`block ${no} is missing; its day is not signed`);
    const fault = await faultOfBlock(db, block, no, head);
    if (fault) throw new Error(`block ${no}: ${fault.kind} at entry ${fault.seq ?? 'none'}; its day is not signed`);
    for (let at = 0; at < block.digests.length; at += 32) tree.add(block.digests.subarray(at, at + 32));
    rows += BigInt(block.rows);
    head = block.hash;
  }
  return { firstBlock: first, lastBlock: last, rows, root: hex(tree.root()), head: hex(head) };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
