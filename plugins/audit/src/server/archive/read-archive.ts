import type { Queryable } from '@linggong/core';
import { sameBytes } from '../../domain';
import { blockAfter, digestOf } from '../verifying/blocks';
import type { ArchivedBlock } from './archive-lines';
import type { Archive } from './archive-rows';
import { ArchiveBroken, type OpenArchive } from './archive-store';
import { checkedBlocks } from './archive-walk';

/**
 * The lines of an archive, each block given once its rows have been held against the chain in the database; whole only where it ends.
 * @throws ArchiveBroken
 */
export async function* readArchive(db: Queryable, archive: Archive, open: OpenArchive): AsyncGenerator<Buffer> {
  for await (const block of checkedBlocks(archive, open)) {
    if (block.entries.length > 0) await demandSealed(db, block);
    yield Buffer.from(block.lines.map((line) => `${line}\n`).join(''));
  }
}

/** Each row of an archived block is one that was sealed in it. */
async function demandSealed(db: Queryable, { no, entries }: ArchivedBlock): Promise<void> {
  const block = await blockAfter(db, no - 1n);
  if (block?.no !== no) throw new ArchiveBroken();
  const places = new Map(block.seqs.map((seq, place) => [seq, place]));
  for (const entry of entries) {
    const place = places.get(BigInt(entry.seq ?? 0));
    if (place === undefined) throw new ArchiveBroken();
    if (!sameBytes(block.digests.subarray(place * 32, (place + 1) * 32), digestOf(entry))) throw new ArchiveBroken();
    places.delete(BigInt(entry.seq ?? 0));
  }
}
