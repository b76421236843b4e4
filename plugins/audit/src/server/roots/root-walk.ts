import { addDays } from '@linggong/core/domain';
import { merkleTree, noRootBefore, rootOfText, type AuditBreak, type DayRoot, type MerkleTree } from '../../domain';
import { chainStart, sha256 } from '../sha256';
import type { BlockRow } from '../verifying/blocks';
import type { SignedRoot } from './root-rows';
import { isSignedBy, type TrustedKeys } from './signer';

export interface RootWalk {
  /** A block whose rows were found as sealed; every block, in order. */
  take(block: BlockRow): AuditBreak | undefined;
  /** After the last block: roots of days without entries, and roots of what is no longer there. */
  end(): AuditBreak | undefined;
  readonly checked: () => number;
}

/**
 * Lays signed roots beside the blocks as they pass: each must go on where the one before ended, be signed by a key that is trusted,
 * and be the tree over just these rows.
 * @param keys undefined where signatures cannot be checked; the roots are then only recomputed
 */
export function rootWalk(roots: readonly SignedRoot[], keys: TrustedKeys | undefined): RootWalk {
  let next = 0;
  let tree: MerkleTree = merkleTree(sha256);
  let rows = 0n;
  let block = 0n;
  let head = chainStart;
  const close = (): AuditBreak | undefined => {
    // Several days without entries end at one block.
    for (let root = read(roots[next]); root !== undefined && root.lastBlock <= block; root = read(roots[next])) {
      const found = { root: hex(tree.root()), rows, head: hex(head), lastBlock: block };
      const kept = roots[next] as SignedRoot;
      if (!fits(root, found) || !follows(root, roots[next - 1]) || !isBelieved(kept, root, keys))
        return broken(kept, root);
      [tree, rows, next] = [merkleTree(sha256), 0n, next + 1];
    }
    return undefined;
  };
  return {
    take(sealed) {
      const fault = close();
      if (fault) return fault;
      for (let at = 0; at < sealed.digests.length; at += 32) tree.add(sealed.digests.subarray(at, at + 32));
      [rows, block, head] = [rows + BigInt(sealed.rows), sealed.no, sealed.hash];
      return undefined;
    },
    end() {
      const fault = close();
      const left = roots[next];
      return fault ?? (left && broken(left, read(left)));
    },
    checked: () => next,
  };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** A text that is no root ends before everything, so that it is looked at, and found wrong, at once. */
function read(kept: SignedRoot | undefined): DayRoot | undefined {
  if (kept === undefined) return undefined;
  const unreadable = {
    day: kept.day,
    firstBlock: 0n,
    lastBlock: -1n,
    rows: -1n,
    root: '',
    head: '',
    previous: '',
    keyId: '',
    signedAt: '',
  };
  return rootOfText(kept.signed) ?? unreadable;
}

function fits(root: DayRoot, found: Pick<DayRoot, 'root' | 'rows' | 'head' | 'lastBlock'>): boolean {
  return (
    root.root === found.root &&
    root.rows === found.rows &&
    root.head === found.head &&
    root.lastBlock === found.lastBlock
  );
}

function follows(root: DayRoot, before: SignedRoot | undefined): boolean {
  if (before === undefined) return root.previous === noRootBefore && root.firstBlock === 1n;
  const last = rootOfText(before.signed);
  return (
    last !== undefined &&
    root.previous === hex(sha256(Buffer.from(before.signed))) &&
    root.day === addDays(last.day, 1) &&
    root.firstBlock === last.lastBlock + 1n
  );
}

function isBelieved({ day, signed, signature }: SignedRoot, root: DayRoot, keys: TrustedKeys | undefined): boolean {
  if (day !== root.day) return false;
  if (keys === undefined) return true;
  const key = keys.get(root.keyId);
  return key !== undefined && isSignedBy(key, signed, signature);
}

function broken({ day }: SignedRoot, root: DayRoot | undefined): AuditBreak {
  return { kind: 'root', block: root === undefined || root.lastBlock < 0n ? null : root.lastBlock, seq: null, day };
}
