import type { Queryable } from '@linggong/core';
import { sameBytes, type AuditBreak } from '../../domain';
import { allArchives } from '../archive/archive-rows';
import type { OpenArchive } from '../archive/archive-store';
import { archiveWalk } from '../archive/archive-walk';
import { allRoots, type SignedRoot } from '../roots/root-rows';
import { rootWalk } from '../roots/root-walk';
import type { TrustedKeys } from '../roots/signer';
import { chainStart } from '../sha256';
import { blockAfter, faultOfBlock, type BlockRow } from './blocks';
import { nameBreak, type NamedBreak } from './name-break';
import { strayEntry } from './stray-entries';

export interface Verification {
  ok: boolean;
  firstBroken?: NamedBreak;
  /** Everything recorded up to here is sealed; null before the first block. */
  sealedUntil: Date | null;
  blocks: number;
  rows: number;
  /** Signed roots that fit. */
  roots: number;
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
  /** Keys whose signatures count; without them the roots are recomputed, and their signatures are not looked at. */
  keys?: TrustedKeys;
  /** Roots from outside the database, such as exported files: the database must have each of them, byte for byte. */
  exported?: readonly SignedRoot[];
  /**
   * Opens archives, whose rows are then recomputed as those of the database are. Without it, rows of archived months are passed over:
   * their chain and roots are proved, and they themselves are not looked at.
   */
  openArchive?: OpenArchive;
  /** Told after each block. */
  progress?: (rows: number) => Promise<void>;
}

/**
 * Reads the whole log and recomputes every digest, link and root here, outside the database, so that no function of the database
 * has to be believed. Finds the first sealed row that is not what it was: changed, missing, added, or a block replaced; then the
 * first signed root that does not fit.
 */
export async function verifyLog(db: Queryable, options: VerifyOptions = {}): Promise<Verification> {
  const { unsealedSecondsMax = 600, anchors = [], exported = [], keys, progress } = options;
  const found: Verification = { ok: true, sealedUntil: null, blocks: 0, rows: 0, roots: 0, head: null };
  const roots = await allRoots(db);
  const lost = lostRoot(roots, exported);
  const walk = rootWalk(roots, keys);
  const archives = archiveWalk(await allArchives(db), options.openArchive);
  let previous: Uint8Array = chainStart;
  for (;;) {
    const block = await blockAfter(db, found.head?.block ?? 0n);
    if (block === undefined) break;
    const fault =
      (await faultOfBlock(db, block, BigInt(found.blocks + 1), previous, archives)) ??
      faultOfAnchor(block, anchors) ??
      walk.take(block);
    if (fault) return { ...found, ok: false, firstBroken: await nameBreak(db, fault) };
    previous = block.hash;
    found.blocks += 1;
    found.rows += block.rows;
    found.roots = walk.checked();
    found.sealedUntil = block.last_instant;
    found.head = { block: block.no, hash: block.hash.toString('hex') };
    await progress?.(found.rows);
  }
  const last =
    lostAnchor(anchors, found.head) ??
    walk.end() ??
    lost ??
    (await archives.end()) ??
    (await strayEntry(db, unsealedSecondsMax, archives.rows));
  found.roots = walk.checked();
  return last ? { ...found, ok: false, firstBroken: await nameBreak(db, last) } : found;
}

function faultOfAnchor({ no, hash }: BlockRow, anchors: readonly SealHead[]): AuditBreak | undefined {
  const anchor = anchors.find(({ block }) => block === no);
  const fits = anchor === undefined || sameBytes(hash, Buffer.from(anchor.hash, 'hex'));
  return fits ? undefined : { kind: 'seal', block: no, seq: null };
}

/** A noted end of the chain that is no longer there: the log was cut. */
function lostAnchor(anchors: readonly SealHead[], head: SealHead | null): AuditBreak | undefined {
  const lost = anchors.find(({ block }) => block > (head?.block ?? 0n));
  return lost && { kind: 'missing', block: lost.block, seq: null };
}

/** An exported root that the database has no longer, or has otherwise. */
function lostRoot(roots: readonly SignedRoot[], exported: readonly SignedRoot[]): AuditBreak | undefined {
  const kept = new Map(roots.map((root) => [root.day, root]));
  const lost = exported.find(({ day, signed, signature }) => {
    const own = kept.get(day);
    return own?.signed !== signed || !sameBytes(own.signature, signature);
  });
  return lost && { kind: 'root', block: null, seq: null, day: lost.day };
}
