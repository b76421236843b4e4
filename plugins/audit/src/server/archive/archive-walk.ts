import { createHash } from 'node:crypto';
import type { AuditBreak, EntryText } from '../../domain';
import { digestOf, type ArchivedRows, type BlockRow } from '../verifying/blocks';
import { archivedBlocks, type ArchivedBlock } from './archive-lines';
import type { Archive } from './archive-rows';
import { ArchiveBroken, type OpenArchive } from './archive-store';

/** Archives laid beside the blocks as these pass, each read once, from its front to its end. */
export interface ArchiveWalk extends ArchivedRows {
  /** After the last block: each archive is read to its end, and is the file that was kept. */
  end(): Promise<AuditBreak | undefined>;
  /** Rows that left the database with their months. */
  readonly rows: bigint;
}

/** @param open undefined where archives cannot be opened; their rows then count as they were sealed */
export function archiveWalk(archives: readonly Archive[], open: OpenArchive | undefined): ArchiveWalk {
  const left = archives.filter(({ detachedAt }) => detachedAt !== null);
  const rows = left.reduce((sum, archive) => sum + archive.rows, 0n);
  return open ? reading(left, rows, open) : passingOver(left, rows);
}

const overlaps = ({ starts, ends }: Archive, block: BlockRow): boolean =>
  block.first_instant < ends && block.last_instant >= starts;

function reading(archives: readonly Archive[], rows: bigint, open: OpenArchive): ArchiveWalk {
  const cursors = archives.map((archive) => ({ archive, cursor: cursorOf(archive, open) }));
  return {
    rows,
    async fill(block, found) {
      for (const { archive, cursor } of cursors.filter((one) => overlaps(one.archive, block))) {
        const fault = await faultIn(archive, block.no, async () => {
          for (const entry of await cursor.entriesOf(block.no)) found.set(BigInt(entry.seq ?? 0), digestOf(entry));
        });
        if (fault) return fault;
      }
      return undefined;
    },
    async end() {
      for (const { archive, cursor } of cursors) {
        const fault = await faultIn(archive, null, () => cursor.end());
        if (fault) return fault;
      }
      return undefined;
    },
  };
}

/** What does not open is a finding; any other error, such as of a store that is away, ends the verification. */
async function faultIn(
  { month }: Archive,
  block: bigint | null,
  work: () => Promise<void>,
): Promise<AuditBreak | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof ArchiveBroken) return { kind: 'archive', block, seq: null, month };
    throw error;
  }
}

interface Cursor {
  /** The archived rows of a block; blocks are asked for in their order. */
  entriesOf(no: bigint): Promise<readonly EntryText[]>;
  end(): Promise<void>;
}

function cursorOf(archive: Archive, open: OpenArchive): Cursor {
  const blocks = checkedBlocks(archive, open);
  let next: ArchivedBlock | undefined;
  let hasBegun = false;
  const advance = async (): Promise<void> => {
    const { done, value } = await blocks.next();
    next = done ? undefined : value;
  };
  /** Skips blocks of which no row is of the month; rows that no block has asked for belong to none. */
  const skipTo = async (no: bigint | undefined): Promise<void> => {
    if (!hasBegun) await advance();
    hasBegun = true;
    while (next !== undefined && (no === undefined || next.no < no)) {
      if (next.entries.length > 0) throw new ArchiveBroken();
      await advance();
    }
  };
  return {
    async entriesOf(no) {
      await skipTo(no);
      if (next?.no !== no) return [];
      const { entries } = next;
      await advance();
      return entries;
    },
    end: () => skipTo(undefined),
  };
}

/**
 * The blocks of an archive; ends only where the file is the one that was kept, with as many rows.
 * @throws ArchiveBroken
 */
export async function* checkedBlocks(archive: Archive, open: OpenArchive): AsyncGenerator<ArchivedBlock> {
  const hash = createHash('sha256');
  const hashed = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of open(archive.fileId)) {
      hash.update(chunk);
      yield chunk;
    }
  };
  let rows = 0n;
  for await (const block of archivedBlocks(hashed())) {
    rows += BigInt(block.entries.length);
    yield block;
  }
  if (hash.digest('hex') !== archive.sha256 || rows !== archive.rows) throw new ArchiveBroken();
}

function passingOver(archives: readonly Archive[], rows: bigint): ArchiveWalk {
  let passed = 0n;
  return {
    rows,
    fill(block, found) {
      if (!archives.some((archive) => overlaps(archive, block))) return Promise.resolve(undefined);
      for (const [place, seq] of block.seqs.entries()) {
        if (found.has(seq)) continue;
        found.set(seq, block.digests.subarray(place * 32, (place + 1) * 32));
        passed += 1n;
      }
      return Promise.resolve(undefined);
    },
    // More than were archived are gone: they hide behind a month that left.
    end: () => Promise.resolve(passed === rows ? undefined : { kind: 'missing', block: null, seq: null }),
  };
}
